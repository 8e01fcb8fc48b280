import { expect, test } from 'vitest';
import { makeCalendar } from '../calendar/calendar.ts';
import { emptyBook } from '../network/book.ts';
import type { PresenceForm } from '../network/subjects/presence.ts';
import { atTime } from '../platform/now.ts';
import { alarmText, whoHears } from './alarm.ts';
import { defaultAttendance } from './attendanceRules.ts';
import { contactsIn, nextContact } from './callOut.ts';
import { type DayChange, planOf } from './plan.ts';
import { drawRoster, gapsOf, shiftAt } from './roster.ts';
import { chainOf } from './shiftLog.ts';
import { spokenHead } from './spokenHead.ts';
import { stripParts } from './strip.ts';
import { type Mark, todayLines } from './today.ts';

const center = '140106-center';
const calendar = makeCalendar(
  [{ year: 2026, version: 1, source: '测试' }],
  [
    { day: '2026-10-01', kind: 'holiday', name: '国庆节' },
    { day: '2026-10-10', kind: 'workday', name: '国庆节调休上班' },
  ],
);
const form = (unitId: string, mode: PresenceForm['mode'], more: Partial<PresenceForm> = {}): PresenceForm => ({
  ...{ centerId: center, unitId, mode, weekdays: mode === 'resident' ? [1, 2, 3, 4, 5] : [], from: null, to: null },
  ...{ counterNumber: null, callMinutes: null, note: null, assumed: false, active: true, ...more },
});
const book = emptyBook();
for (const each of [
  form('人社', 'rotating', { weekdays: [3], from: '14:00', to: '17:00', counterNumber: 6 }),
  form('法援', 'resident', { counterNumber: 4 }),
  form('心理', 'onCall', { callMinutes: 12 }),
])
  book.presences.set(`${center}:${each.unitId}`, each);

const change = (more: Partial<DayChange>): DayChange => ({
  ...{ id: 'x', unitId: '人社', kind: 'off' as const, day: '2026-10-14', movedTo: null, from: null, to: null },
  ...{ counter: null, reason: '开会', ...more },
});
const on = (day: string, changes: DayChange[] = []) =>
  planOf({ book, calendar, centerId: center, day }, changes).map(({ unitId, how, from, changed }) => [
    unitId,
    how,
    from,
    changed,
  ]);

test('轮驻按星期来，常驻放假不来、调休上班来，随驻叫了才来', () => {
  expect(on('2026-10-14')).toEqual([
    ['人社', 'here', '14:00', null],
    ['法援', 'here', '08:30', null],
    ['心理', 'onCall', '08:30', null],
  ]);
  expect(on('2026-10-15').map(([unit]) => unit)).toEqual(['法援', '心理']);
  expect(on('2026-10-01').map(([unit]) => unit)).toEqual(['心理']);
  expect(on('2026-10-10').map(([unit]) => unit)).toEqual(['法援', '心理']);
});

test('「10-14 轮驻换到 10-15」：两天都看得到，别的日子照旧', () => {
  const moved = [change({ kind: 'moved', movedTo: '2026-10-15', from: '09:00', to: '11:00' })];
  expect(on('2026-10-14', moved)[0]).toEqual(['人社', 'off', '09:00', '换到 10-15：开会']);
  expect(on('2026-10-15', moved).find(([unit]) => unit === '人社')).toEqual([
    '人社',
    'here',
    '09:00',
    '从 10-14 换来：开会',
  ]);
  expect(on('2026-10-21', moved)[0]).toEqual(['人社', 'here', '14:00', null]);
});

const mark = (unitId: string, more: Partial<Mark> = {}): Mark => ({
  ...{ unitId, state: 'present' as const, postId: null, counter: null, arrivedAt: null, leftAt: null },
  ...{ expectedTime: null, note: '', ...more },
});
const lines = (time: string, marks: Mark[] = [], calls: Parameters<typeof todayLines>[2] = []) => {
  const day = '2026-10-14';
  const moment = { day, now: atTime(day, time), lateMinutes: 10 };
  return todayLines(planOf({ book, calendar, centerId: center, day }, []), marks, calls, moment);
};
const strip = (...of: Parameters<typeof lines>) =>
  stripParts(lines(...of), (unit) => unit, atTime('2026-10-14', of[0]))
    .map(({ text }) => text)
    .join('｜');

test('一句话说清谁在：「人社 14–17时 6号窗｜法援 ✓｜心理 随叫 12分到」，没到的在最前', () => {
  expect(strip('10:00', [mark('法援')])).toBe('人社 14–17时 6号窗｜法援 ✓｜心理 随叫 12分到');
  expect(strip('14:10', [mark('法援')])).toBe('人社 14–17时 6号窗｜法援 ✓｜心理 随叫 12分到');
  expect(strip('14:11', [mark('法援')])).toBe('人社 14:00 应到，没到｜法援 ✓｜心理 随叫 12分到');
  const late = mark('人社', { state: 'late', expectedTime: '15:00' });
  expect(strip('14:11', [mark('法援'), late])).toBe('人社 晚到 15:00｜法援 ✓｜心理 随叫 12分到');
  expect(strip('15:11', [mark('法援'), late])).toContain('没到');
  const answeredAt = atTime('2026-10-14', '10:00');
  const call = { unitId: '心理', state: 'coming' as const, calledAt: answeredAt, answeredAt, etaMinutes: 12 };
  expect(strip('10:05', [mark('法援')], [call])).toBe('心理 7分到｜人社 14–17时 6号窗｜法援 ✓');
});

test('晚到的写晚了多少；说好晚到的过了那个点就是没到', () => {
  const arrived = mark('人社', { arrivedAt: atTime('2026-10-14', '14:25') });
  expect(lines('14:30', [arrived]).find(({ unitId }) => unitId === '人社')).toMatchObject({
    state: 'present',
    lateBy: 25,
  });
  const inTime = mark('人社', { arrivedAt: atTime('2026-10-14', '14:10') });
  expect(lines('14:30', [inTime]).find(({ unitId }) => unitId === '人社')).toMatchObject({ lateBy: null });
});

test('叫人按名单轮，没有名单就先叫办事的、最后叫负责人；离开单位的不再叫', () => {
  const posts = [
    { postId: 'head', role: 'unitHead' },
    { postId: 'a', role: 'handler' },
    { postId: 'b', role: 'handler' },
  ];
  expect(contactsIn([], posts)).toEqual(['a', 'b', 'head']);
  expect(contactsIn(['b', 'gone'], posts)).toEqual(['b']);
  expect([1, 2, 3, 4].map((round) => nextContact(['a', 'b'], round))).toEqual(['a', 'b', 'a', 'b']);
  expect(nextContact([], 1)).toBeNull();
});

test('报警先告诉值班的和点名的，都没有就告诉全中心；演练写在最前', () => {
  expect(whoHears({ onDuty: ['a'], ears: ['a', 'b'], everybody: ['a', 'b', 'c'] }, 'c')).toEqual(['a', 'b']);
  expect(whoHears({ onDuty: [], ears: ['me'], everybody: ['me', 'x'] }, 'me')).toEqual(['x']);
  const said = alarmText({ kind: 'violence', place: '3号窗', drill: true }, '贾敏', atTime('2026-10-14', '10:32'));
  expect(said).toBe('【演练】报警：3号窗，有人动手。10:32 贾敏按的。');
});

test('排班轮着来：各人班数和休息日班数相差不超过一，不连着值两班，没有空格', () => {
  const { shifts } = defaultAttendance;
  const isOff = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  const officers = ['a', 'b', 'c', 'd'];
  const slots = drawRoster({ month: '2026-10', leaders: ['l', 'm'], officers, phone: '' }, shifts, isOff);
  expect(gapsOf('2026-10', slots, shifts, isOff)).toEqual([]);
  const stood = slots.filter(({ part }) => part === 'officer');
  expect(stood).toHaveLength(62);
  const counts = (own: typeof stood) => officers.map((one) => own.filter(({ postId }) => postId === one).length);
  for (const count of [counts(stood), counts(stood.filter(({ day }) => isOff(day)))])
    expect(Math.max(...count) - Math.min(...count)).toBeLessThanOrEqual(2);
  for (const [index, slot] of stood.entries()) expect(slot.postId).not.toBe(stood[index + 1]?.postId);
  expect(
    slots.filter(({ part, day }) => part === 'leader' && day === '2026-10-05').map(({ postId }) => postId),
  ).toEqual(['l', 'l']);
});

test('凌晨还是昨天的夜班', () => {
  const at = (day: string, time: string) => shiftAt(defaultAttendance.shifts, day, atTime(day, time));
  expect(at('2026-10-14', '03:00')).toMatchObject({ day: '2026-10-13', shift: { code: 'yb' } });
  expect(at('2026-10-14', '08:30')).toMatchObject({ day: '2026-10-14', shift: { code: 'bb' } });
  expect(at('2026-10-14', '18:00')).toMatchObject({ day: '2026-10-14', shift: { code: 'yb' } });
});

test('核对码：少一条、换一条、调个次序，都不一样', () => {
  const [a, b, c] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)];
  const whole = chainOf([a, b, c]);
  expect(new Set([whole, chainOf([a, b]), chainOf([b, a, c]), chainOf([a, b, b])]).size).toBe(4);
  expect(spokenHead(whole)).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){3}$/);
});
