import { expect, test } from 'vitest';
import { cameLate, type Edition, noticeText } from './edition.ts';

const at = (time: string): Edition => ({
  day: '2026-10-14',
  dueAt: '2026-10-13T23:30:00.000Z',
  madeAt: new Date(`2026-10-14T${time}+08:00`).toISOString(),
  counts: { toDecide: 3, dueToday: 6, late: 15, soon: 9, open: 78, paused: 4 },
});

test('7:45 以前出的算按时；以后才出的写着真的是几点', () => {
  expect([cameLate(at('07:30:12')), cameLate(at('07:45:00')), cameLate(at('07:45:01'))]).toEqual([false, false, true]);
  expect(noticeText(at('07:30:12'))).toBe('今天的晨报：要拍板 3 件，今天到期 6 件，逾期 15 件，在办 78 件。');
  expect(noticeText(at('09:42:00'))).toBe(
    '7:30 的晨报 9:42 才出：要拍板 3 件，今天到期 6 件，逾期 15 件，在办 78 件。',
  );
});
