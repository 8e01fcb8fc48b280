import { expect, test } from 'vitest';
import { shippedCalendar as calendar } from '../calendar/notices.ts';
import type { ClockAct } from '../matters/decision.ts';
import { atTime, endOfDay } from '../platform/now.ts';
import type { Clock } from './clock.ts';
import { applyChanges, type ClockChange, clockChanges, type Moment } from './clockChanges.ts';
import { defaultClockRules } from './rules.13710.ts';

let made = 0;
const moment = (day: string, more: Partial<Moment> = {}): Moment => ({
  now: atTime(day, '09:00'),
  calendar,
  step: 'step',
  ruleOf: (kind) => defaultClockRules[kind as 'handle'],
  newId: () => `clock-${++made}`,
  ...more,
});
const changes = (clocks: readonly Clock[], day: string, orders: ClockAct[], more: Partial<Moment> = {}) =>
  clockChanges(clocks, { starts: [], stops: [] }, orders, moment(day, more));
const after = (clocks: readonly Clock[], made: ClockChange[], kind = 'handle') =>
  applyChanges(clocks, made).find((clock) => clock.kind === kind && clock.stoppedAt === null);

const started = clockChanges([], { starts: ['report', 'handle'], stops: [] }, [], moment('2026-10-09'));
const clocks = applyChanges([], started);
const idOf = (kind: string) => clocks.find((clock) => clock.kind === kind)?.id ?? '';
const pause: ClockAct = { act: 'pause', kinds: ['handle'], reason: '等裁定', approvedBy: '周慧芳', ground: 'court' };

test('a pause holds its ground, and the date that no longer holds is kept with why', () => {
  const [change, ...others] = changes(clocks, '2026-10-12', [pause]);
  expect(others).toEqual([]);
  expect(change).toEqual({
    kind: 'recompute',
    id: idOf('handle'),
    pauses: [
      { from: atTime('2026-10-12', '09:00'), to: null, reason: '等裁定', approvedBy: '周慧芳', ground: 'court' },
    ],
    extensions: [],
    dueHistory: [
      {
        dueAt: endOfDay('2026-10-16').toISOString(),
        at: atTime('2026-10-12', '09:00').toISOString(),
        why: '停钟，等法院：等裁定',
      },
    ],
    dueAt: null,
    provisional: false,
    calendarVersion: '',
  });
});

test('a pause without a ground is told by its reason alone', () => {
  const { ground: _, ...plain } = pause;
  const paused = after(clocks, changes(clocks, '2026-10-12', [plain]));
  expect(paused?.pauses[0]).not.toHaveProperty('ground');
  expect(paused?.dueHistory[0]?.why).toBe('停钟，等裁定');
});

test('what stands still is not stopped twice, and resuming ends only the pause that is open', () => {
  const paused = applyChanges(clocks, changes(clocks, '2026-10-12', [pause]));
  expect(changes(paused, '2026-10-13', [pause])).toEqual([]);
  const resumed = applyChanges(paused, changes(paused, '2026-10-13', [{ act: 'resume' }]));
  const handle = resumed.find(({ kind }) => kind === 'handle');
  expect(handle?.dueAt).toEqual(endOfDay('2026-10-18'));
  expect(handle?.dueHistory).toHaveLength(1);
  const again = applyChanges(resumed, changes(resumed, '2026-10-14', [pause]));
  const twice = after(again, changes(again, '2026-10-15', [{ act: 'resume' }]));
  expect(twice?.pauses.map(({ to }) => to)).toEqual([atTime('2026-10-13', '09:00'), atTime('2026-10-15', '09:00')]);
  expect(twice?.dueHistory.map(({ why }) => why)).toEqual(['停钟，等法院：等裁定', '停钟，等法院：等裁定']);
  expect(changes(clocks, '2026-10-13', [{ act: 'resume' }])).toEqual([]);
});

test('more time goes to the clock it was granted for, from now on, with the date it had', () => {
  const extension = { length: 5, unit: 'naturalDay' as const, reason: '等鉴定', plan: '', approvedBy: '周慧芳' };
  const made = changes(clocks, '2026-10-12', [
    { act: 'extend', clockId: idOf('handle'), extension, why: '延期：等鉴定' },
  ]);
  expect(made).toHaveLength(1);
  const handle = after(clocks, made);
  expect(handle?.extensions).toEqual([{ ...extension, at: atTime('2026-10-12', '09:00') }]);
  expect(handle?.dueAt).toEqual(endOfDay('2026-10-21'));
  expect(handle?.dueHistory[0]?.why).toBe('延期：等鉴定');
  const twice = changes([{ ...(handle as Clock) }], '2026-10-13', [
    { act: 'extend', clockId: idOf('handle'), extension, why: '再延期' },
  ]);
  expect(after([handle as Clock], twice)?.extensions).toHaveLength(2);
  expect(after([handle as Clock], twice)?.dueHistory.map(({ why }) => why)).toEqual(['延期：等鉴定', '再延期']);
});

test('a date that does not move leaves no former date', () => {
  const sunday = applyChanges([], clockChanges([], { starts: ['verify'], stops: [] }, [], moment('2026-10-16')));
  const halt: ClockAct = { act: 'pause', kinds: ['verify'], reason: '等', approvedBy: '李娜' };
  const paused = applyChanges(sunday, changes(sunday, '2026-10-17', [halt]));
  const resumed = after(paused, changes(paused, '2026-10-18', [{ act: 'resume' }]), 'verify');
  expect(resumed?.dueAt).toEqual(endOfDay('2026-10-20'));
  expect(resumed?.dueHistory).toHaveLength(1);
});

test('a start takes the length, the name and the moment that the decision gives for its kind', () => {
  const orders: ClockAct[] = [
    { act: 'stop', kind: 'materials' },
    { act: 'start', kind: 'returnVisit', length: 3 },
    { act: 'start', kind: 'materials', length: 2, label: '等法院', at: atTime('2026-10-08', '09:00') },
  ];
  const made = changes([], '2026-10-12', orders).flatMap((change) => (change.kind === 'start' ? [change.clock] : []));
  expect(made.map(({ kind, rule, startedAt, dueAt }) => [kind, rule.label, rule.length, startedAt, dueAt])).toEqual([
    ['returnVisit', '回访', 3, atTime('2026-10-12', '09:00'), endOfDay('2026-10-15')],
    ['materials', '等法院', 2, atTime('2026-10-08', '09:00'), endOfDay('2026-10-10')],
  ]);
});

test('a stop takes the moment given for its kind, else now', () => {
  const at = atTime('2026-10-10', '15:00');
  const stops = changes(clocks, '2026-10-12', [
    { act: 'stop', kind: 'report' },
    { act: 'stop', kind: 'handle', at },
    { act: 'start', kind: 'handle' },
  ]).filter(({ kind }) => kind === 'stop');
  expect(stops).toEqual([
    { kind: 'stop', id: idOf('report'), clockKind: 'report', at: atTime('2026-10-12', '09:00'), reason: 'step' },
    { kind: 'stop', id: idOf('handle'), clockKind: 'handle', at, reason: 'step' },
  ]);
});

test('a clock is charged to a unit since it started, and to another since it leads', () => {
  const unitOf = (kind: string) => (kind === 'handle' ? 'unit-b' : null);
  expect(clocks.map(({ unitId, unitSince }) => [unitId, unitSince])).toEqual([
    [null, null],
    [null, null],
  ]);
  const begun = clockChanges([], { starts: ['report', 'handle'], stops: [] }, [], moment('2026-10-09', { unitOf }));
  const own = applyChanges([], begun);
  expect(own.map(({ unitId, unitSince }) => [unitId, unitSince])).toEqual([
    [null, null],
    ['unit-b', atTime('2026-10-09', '09:00')],
  ]);
  expect(changes(clocks, '2026-10-12', [], { unitOf })).toEqual([]);
  expect(changes(clocks, '2026-10-12', [], { leadChanges: true })).toEqual([]);
  expect(changes(own, '2026-10-12', [], { unitOf, leadChanges: true })).toEqual([]);
  const made = changes(clocks, '2026-10-12', [], { unitOf, leadChanges: true });
  expect(made).toEqual([
    { kind: 'recharge', id: idOf('handle'), unitId: 'unit-b', since: atTime('2026-10-12', '09:00') },
  ]);
  expect(after(clocks, made)).toMatchObject({ unitId: 'unit-b', unitSince: atTime('2026-10-12', '09:00') });
  expect(applyChanges([], made)).toEqual([]);
});
