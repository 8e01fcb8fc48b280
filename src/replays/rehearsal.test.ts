import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shippedCalendar as calendar } from '../calendar/notices.ts';
import type { ClockRule } from '../deadlines/clockRule.ts';
import { atTime, endOfDay } from '../platform/now.ts';
import { rehearsal } from './rehearsal.ts';
import type { RecordedClock, RecordedMatter, ReplayLine, Ruling } from './rehearsalFacts.ts';

const handle = (length: number, unit: ClockRule['unit'] = 'workingDay'): ClockRule => ({
  kind: 'handle',
  label: '办结',
  length,
  unit,
  countFirstDay: false,
  rollHoliday: false,
  warnBefore: { length: 1, unit: 'workingDay' },
  basis: '测试',
  status: 'G',
});

const DAY = 86_400_000;
const side = (rule: ClockRule, more: Partial<Ruling<RecordedMatter>> = {}): Ruling<RecordedMatter> => ({
  difficultyOf: ({ difficulty }) => difficulty,
  ruleOf: (kind) => (kind === 'handle' ? rule : undefined),
  calendarOf: () => calendar,
  sendBackUntil: () => null,
  noticeAt: (_, __, due) => new Date(due.getTime() + DAY),
  ...more,
});

const clock = (started: string, stopped: string | null, more: Partial<RecordedClock> = {}): RecordedClock => ({
  kind: 'handle',
  unitId: 'housing',
  startedAt: atTime(started, '16:40'),
  stoppedAt: stopped === null ? null : atTime(stopped, '10:00'),
  pauses: [],
  extensions: [],
  ...more,
});
let serial = 0;
const matter = (clocks: RecordedClock[], more: Partial<RecordedMatter> = {}): RecordedMatter => ({
  countyCode: '140106',
  id: `m${++serial}`,
  clocks,
  difficulty: 'ordinary',
  sendBacks: [],
  ...more,
});

function play(sides: readonly [Ruling<RecordedMatter>, Ruling<RecordedMatter>], matters: RecordedMatter[]) {
  const lines: ReplayLine[] = [];
  const replay = rehearsal(sides, atTime('2026-10-31', '12:00'), (line) => lines.push(line));
  for (const each of matters) replay.add(each);
  return { ...replay.result(), lines };
}

// Tuesday 2026-09-29 plus working days: 09-30, 10-08, 10-09, 10-10 (swapped Saturday), 10-12, 10-13, 10-14.
test('国庆前分流的一件：7个工作日到10-14，5个到10-12；10-13办完的，短了就逾期', () => {
  const found = play([side(handle(7)), side(handle(5))], [matter([clock('2026-09-29', '2026-10-13')])]);
  expect(found).toMatchObject({ matters: 1, clocks: 1, moved: 1, late: [0, 1], notices: [0, 0], shift: -2 });
  expect(found.lines).toEqual([
    {
      what: 'late',
      countyCode: '140106',
      matterId: expect.any(String),
      kind: 'handle',
      unitId: 'housing',
      dues: [endOfDay('2026-10-14').getTime(), endOfDay('2026-10-12').getTime()],
      endedAt: atTime('2026-10-13', '10:00').getTime(),
      holds: [false, true],
    },
  ]);
});

test('到点那一刻办完的已经算逾期，前一分钟的不算', () => {
  const at = (stoppedAt: Date) =>
    play([side(handle(7)), side(handle(5))], [matter([clock('2026-09-29', null, { stoppedAt })])]);
  expect(at(endOfDay('2026-10-12')).late).toEqual([0, 1]);
  expect(at(new Date(endOfDay('2026-10-12').getTime() - 60_000)).late).toEqual([0, 0]);
});

test('还开着的按到现在算：10-31 都过了；过了一天就会有督办单', () => {
  const found = play([side(handle(7)), side(handle(5))], [matter([clock('2026-09-29', null)])]);
  expect(found).toMatchObject({ late: [1, 1], notices: [1, 1] });
  const never = side(handle(5), { noticeAt: () => null });
  expect(play([side(handle(7)), never], [matter([clock('2026-09-29', null)])]).notices).toEqual([1, 0]);
});

test('停过的钟照样停，延过的照样延，都按当时批准的算', () => {
  const pauses = [
    { from: atTime('2026-10-08', '09:00'), to: atTime('2026-10-09', '09:00'), reason: '等材料', approvedBy: '张伟民' },
  ];
  const paused = play([side(handle(7)), side(handle(5))], [matter([clock('2026-09-29', '2026-10-15', { pauses })])]);
  // Two working days later each: 10-16 and 10-14.
  expect(paused.lines[0]?.dues).toEqual([endOfDay('2026-10-16').getTime(), endOfDay('2026-10-14').getTime()]);
  const open = [{ from: atTime('2026-10-08', '09:00'), to: null, reason: '等材料', approvedBy: '张伟民' }];
  const standing = play([side(handle(7)), side(handle(5))], [matter([clock('2026-09-29', null, { pauses: open })])]);
  expect(standing).toMatchObject({ clocks: 0, late: [0, 0] });
});

test('每个单位各算各的，变得最多的在前；哪一周到期最多也说出来', () => {
  const found = play(
    [side(handle(7)), side(handle(5))],
    [
      matter([clock('2026-09-29', '2026-10-13')]),
      matter([clock('2026-09-29', '2026-10-09', { unitId: 'health' })]),
      matter([clock('2026-09-29', '2026-10-13'), clock('2026-10-12', '2026-10-13')]),
    ],
  );
  expect(found.units).toEqual([
    {
      unitId: 'housing',
      clocks: 3,
      late: [0, 2],
      notices: [0, 0],
      shift: -2,
      peak: [
        { week: '2026-10-12', count: 2 },
        { week: '2026-10-12', count: 2 },
      ],
      perWeek: [1.5, 1.5],
    },
    expect.objectContaining({ unitId: 'health', clocks: 1, late: [0, 0] }),
  ]);
});

test('难易按门槛重新提议；复杂的多了几件数得出来，钟也跟着换', () => {
  const complexRule = handle(1, 'month');
  const ruled = (complex: boolean) =>
    side(handle(7), {
      difficultyOf: () => (complex ? 'complex' : 'ordinary'),
      ruleOf: (_, difficulty) => (difficulty === 'complex' ? complexRule : handle(7)),
    });
  const found = play([ruled(false), ruled(true)], [matter([clock('2026-09-29', '2026-10-20')])]);
  expect(found).toMatchObject({ complex: [0, 1], late: [1, 0] });
});

test('退回的在不在时限里：限得短了，有的就退不了', () => {
  const within = (hours: number) =>
    side(handle(7), { sendBackUntil: (_, sentAt) => new Date(sentAt.getTime() + hours * 3_600_000) });
  const sendBacks = [
    { unitId: 'health', sentAt: atTime('2026-09-29', '09:00'), backAt: atTime('2026-09-29', '12:00') },
    { unitId: 'health', sentAt: atTime('2026-09-29', '09:00'), backAt: atTime('2026-09-29', '17:00') },
  ];
  const found = play([within(8), within(4)], [matter([], { sendBacks })]);
  expect(found).toMatchObject({ sentBack: 2, sentBackInTime: [2, 1] });
  expect(found.lines.filter(({ what }) => what === 'sentBackInTime')).toHaveLength(2);
});

test('规则里没有的钟（法律定的）不参加试算', () => {
  const found = play(
    [side(handle(7)), side(handle(5))],
    [matter([clock('2026-09-29', null, { kind: 'courtFiling' })])],
  );
  expect(found).toMatchObject({ matters: 1, clocks: 0, late: [0, 0] });
});

const anyClock = fc
  .record({
    day: fc.integer({ min: 0, max: 300 }),
    took: fc.option(fc.integer({ min: 0, max: 60 * 24 }), { nil: null }),
    unitId: fc.constantFrom('housing', 'health', 'justice'),
  })
  .map(({ day, took, unitId }) => {
    const startedAt = new Date(atTime('2026-01-02', '09:30').getTime() + day * DAY);
    const stoppedAt = took === null ? null : new Date(startedAt.getTime() + took * 3_600_000);
    return clock('2026-01-02', null, { startedAt, stoppedAt, unitId });
  });

test('照今天自己的规则试算，什么也不会变', () => {
  fc.assert(
    fc.property(
      fc.array(anyClock, { maxLength: 20 }),
      fc.constantFrom('workingDay', 'naturalDay', 'month', 'hour'),
      (clocks, unit) => {
        const rule = handle(5, unit as ClockRule['unit']);
        const found = play([side(rule), side(structuredClone(rule))], [matter(clocks)]);
        expect(found.moved).toBe(0);
        expect(found.shift).toBe(0);
        for (const pair of [found.late, found.notices, found.complex]) expect(pair[0]).toBe(pair[1]);
        for (const { late, notices, perWeek } of found.units) {
          expect(late[0]).toBe(late[1]);
          expect(notices[0]).toBe(notices[1]);
          expect(perWeek[0]).toBe(perWeek[1]);
        }
        for (const { holds, dues } of found.lines) expect([holds[0], dues[0]]).toEqual([holds[1], dues[1]]);
      },
    ),
  );
});

test('时限短了，逾期不会变少；每个数都等于它的清单', () => {
  fc.assert(
    fc.property(fc.array(anyClock, { maxLength: 20 }), fc.integer({ min: 1, max: 10 }), (clocks, shorter) => {
      const found = play([side(handle(10)), side(handle(shorter))], [matter(clocks)]);
      expect(found.late[1]).toBeGreaterThanOrEqual(found.late[0]);
      expect(found.shift).toBeLessThanOrEqual(0);
      for (const at of [0, 1] as const) {
        const listed = (what: string) => found.lines.filter((line) => line.what === what && line.holds[at]).length;
        expect(listed('late')).toBe(found.late[at]);
        expect(listed('notice')).toBe(found.notices[at]);
      }
    }),
  );
});
