import ical from 'node-ical';
import { expect, test } from 'vitest';
import { atTime } from '../platform/now.ts';
import { hasDays, promiseDays } from './promiseDays.ts';

const item = (what: string, due: string | null, over: object = {}) => ({
  ...{ what, by: '', done: null, kept: false, over: false, due },
  ...over,
});
const view = (...items: ReturnType<typeof item>[]) => ({
  code: '140106260038126',
  agreements: [{ head: '书面协议', terms: '', items }],
});

test('the days of what is still owed open in another program’s calendar, as whole days', () => {
  const text = promiseDays(
    view(
      item('任建军：付第一笔 5,000元', '2026-10-20', { kept: true }),
      item('任建军：付第二笔，分两次；最后一次 3,000元', '2026-12-31'),
      item('任建军：修好漏点', null),
      item('任建军：付利息', '2026-11-01', { over: true }),
    ),
    atTime('2026-10-21', '09:00'),
  );
  const events = Object.values(ical.sync.parseICS(text)).flatMap((each) => (each?.type === 'VEVENT' ? [each] : []));
  expect(events).toHaveLength(1);
  const [event] = events;
  expect(event).toMatchObject({ summary: '按协议 任建军：付第二笔，分两次；最后一次 3,000元', datetype: 'date' });
  expect(event?.start.toISOString().slice(0, 10)).toBe(new Date(2026, 11, 31).toISOString().slice(0, 10));
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test('without a day to keep there is nothing to put into a calendar', () => {
  expect(hasDays(view(item('修好漏点', null)))).toBe(false);
  expect(hasDays(view(item('付清', '2026-10-20', { kept: true })))).toBe(false);
  expect(hasDays(view(item('付清', '2026-10-20')))).toBe(true);
});
