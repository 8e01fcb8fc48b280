import { expect, test } from 'vitest';
import { makeCalendar } from '../calendar/calendar.ts';
import { emptyBook } from '../network/book.ts';
import { atTime } from '../platform/now.ts';
import { spanText } from './booking.ts';
import { freeText } from './clash.ts';
import { freeTimes } from './freeTimes.ts';
import { daysOf, warningsOf } from './warnings.ts';

const calendar = makeCalendar(
  [{ year: 2026, version: 1, source: '测试' }],
  [{ day: '2026-10-15', kind: 'holiday', name: '测试假' }],
);
const center = '140106-center';
const span = (day: string, from: string, to: string, last = day) => ({ from: atTime(day, from), to: atTime(last, to) });
const book = emptyBook();
const presence = {
  ...{ centerId: center, unitId: '法院', mode: 'rotating' as const, weekdays: [3], from: '14:30', to: '17:00' },
  ...{ counterNumber: null, callMinutes: null, note: null, assumed: false, active: true },
};
book.presences.set('法院', presence);
const judge = { postId: 'p', userId: 'u', name: '王立', unitId: '法院' };
const warned = (when: ReturnType<typeof span>, more: Partial<Parameters<typeof warningsOf>[3]> = {}) =>
  warningsOf(when, [judge], [], { book, calendar, centerId: center, changes: [], away: [], ...more });

test('轮驻的在那天、在那几点，就没有提醒；早了晚了说几点在；换了日子照换的算', () => {
  expect(warned(span('2026-10-14', '15:00', '16:30'))).toEqual([]);
  expect(warned(span('2026-10-14', '16:30', '17:30'))).toEqual(['王立：10月14日（周三）只在 14:30—17:00。']);
  const moved = {
    id: 'x',
    unitId: '法院',
    kind: 'moved' as const,
    day: '2026-10-14',
    movedTo: '2026-10-16',
    reason: '开庭',
  };
  const changes = [{ ...moved, from: null, to: null, counter: null }];
  expect(warned(span('2026-10-14', '15:00', '16:00'), { changes })).toEqual(['王立：周三轮驻，10月14日（周三）不在。']);
  expect(warned(span('2026-10-16', '15:00', '16:00'), { changes })).toEqual([]);
});

test('跨过半夜，两天都要看；24 点结束的只算前一天', () => {
  expect(daysOf(span('2026-10-14', '22:00', '01:00', '2026-10-15'))).toEqual(['2026-10-14', '2026-10-15']);
  expect(daysOf(span('2026-10-14', '22:00', '00:00', '2026-10-15'))).toEqual(['2026-10-14']);
  expect(spanText(span('2026-10-14', '22:00', '00:00', '2026-10-15'))).toBe('10月14日（周三）22:00—24:00');
});

test('接下来空着的三段：避开占着的、午休、放假，从整点半点起；比半天还长的没有', () => {
  const now = atTime('2026-10-14', '09:10');
  const wanted = span('2026-10-14', '16:00', '17:00');
  const taken = [span('2026-10-14', '16:20', '17:10'), span('2026-10-16', '08:30', '09:00')];
  const times = freeTimes(wanted, taken, calendar, now);
  expect(freeText(times)).toBe('接下来都空着的：10月16日（周五）09:00—10:00、10:00—11:00、11:00—12:00。');
  expect(freeTimes(span('2026-10-14', '08:30', '18:00'), [], calendar, now)).toEqual([]);
  expect(freeText([])).toContain('换一间或者少请一位');
});
