import { expect, test } from 'vitest';
import { shippedCalendar as calendar } from '../calendar/notices.ts';
import type { ClockAct } from '../matters/decision.ts';
import { atTime, formatDue } from '../platform/now.ts';
import type { Clock } from './clock.ts';
import { applyChanges, clockChanges } from './clockChanges.ts';
import { defaultClockRules } from './rules.13710.ts';

let made = 0;
const moment = (day: string, step = 'step') => ({
  now: atTime(day, '09:00'),
  calendar,
  step,
  ruleOf: (kind: string) => {
    const rule = Object.values(defaultClockRules).find((each) => each.kind === kind);
    if (!rule) throw new Error(`no rule for ${kind}`);
    return rule;
  },
  newId: () => `clock-${++made}`,
});

type Row = { starts?: readonly string[]; stops?: readonly string[] };
const step = (
  clocks: readonly Clock[],
  day: string,
  { starts = [], stops = [] }: Row,
  orders: readonly ClockAct[] = [],
) => applyChanges(clocks, clockChanges(clocks, { starts, stops }, orders, moment(day)));

const shown = (clocks: readonly Clock[]) =>
  clocks.map(({ kind, dueAt, stoppedAt }) => `${kind} ${dueAt ? formatDue(dueAt) : '—'}${stoppedAt ? ' stopped' : ''}`);

const dispatched = step([], '2026-09-29', { starts: ['acknowledge', 'report', 'handle'] });

test('a step starts the clocks of its row from the moment it is taken', () => {
  expect(shown(dispatched)).toEqual(['acknowledge 9月29日24时', 'report 10月2日24时', 'handle 10月6日24时']);
  expect(dispatched.every(({ startedAt }) => startedAt.getTime() === atTime('2026-09-29', '09:00').getTime())).toBe(
    true,
  );
});

test('a step stops what its row names and leaves the others running', () => {
  const after = step(dispatched, '2026-09-30', { starts: ['mediation'], stops: ['acknowledge'] });
  expect(shown(after)).toEqual([
    'acknowledge 9月29日24时 stopped',
    'report 10月2日24时',
    'handle 10月6日24时',
    'mediation 10月30日24时',
  ]);
});

test('what already runs is not started a second time: handling keeps its first start when another unit takes over', () => {
  const after = step(dispatched, '2026-10-09', { starts: ['acknowledge', 'handle'], stops: ['acknowledge'] });
  expect(shown(after)).toEqual([
    'acknowledge 9月29日24时 stopped',
    'report 10月2日24时',
    'handle 10月6日24时',
    'acknowledge 10月9日24时',
  ]);
});

test('after a stop a clock starts anew, and the old one stays in history', () => {
  const stopped = step(dispatched, '2026-10-08', { stops: ['handle'] });
  const after = step(stopped, '2026-10-10', { starts: ['handle'] });
  expect(shown(after).filter((line) => line.startsWith('handle'))).toEqual([
    'handle 10月6日24时 stopped',
    'handle 10月17日24时',
  ]);
});

test('stopping what does not run, or stopped before, changes nothing', () => {
  const stopped = step(dispatched, '2026-10-08', { stops: ['handle'] });
  expect(clockChanges(stopped, { starts: [], stops: ['handle', 'verify'] }, [], moment('2026-10-09'))).toEqual([]);
});

const pause: ClockAct = { act: 'pause', kinds: ['handle', 'report'], reason: '等材料', approvedBy: '王芳' };
const paused = step(dispatched, '2026-09-30', {}, [pause]);

test('a pause takes the date away from the clocks it names, and only from those', () => {
  expect(shown(paused)).toEqual(['acknowledge 9月29日24时', 'report —', 'handle —']);
});

test('a clock that stands still cannot be stood still twice', () => {
  expect(clockChanges(paused, { starts: [], stops: [] }, [pause], moment('2026-10-01'))).toEqual([]);
});

test('going on, the clocks get back the days that the pause really took', () => {
  const after = step(paused, '2026-10-02', {}, [{ act: 'resume' }]);
  expect(shown(after)).toEqual(['acknowledge 9月29日24时', 'report 10月5日24时', 'handle 10月9日24时']);
});

test('going on where nothing stands still changes nothing', () => {
  expect(clockChanges(dispatched, { starts: [], stops: [] }, [{ act: 'resume' }], moment('2026-10-02'))).toEqual([]);
});

test('a decision may stop and start more than its row says', () => {
  const orders: ClockAct[] = [
    { act: 'stop', kind: 'report' },
    { act: 'start', kind: 'verify' },
  ];
  expect(shown(step(dispatched, '2026-09-30', {}, orders))).toEqual([
    'acknowledge 9月29日24时',
    'report 10月2日24时 stopped',
    'handle 10月6日24时',
    'verify 10月9日24时',
  ]);
});

test('an ordered stop holds back the start of the row, and a keep its stop', () => {
  const held = step([], '2026-09-29', { starts: ['report', 'handle'] }, [{ act: 'stop', kind: 'report' }]);
  expect(shown(held)).toEqual(['handle 10月6日24时']);
  const kept = step(dispatched, '2026-09-30', { stops: ['report', 'acknowledge'] }, [{ act: 'keep', kind: 'report' }]);
  expect(shown(kept)).toEqual(['acknowledge 9月29日24时 stopped', 'report 10月2日24时', 'handle 10月6日24时']);
});

test('a decision may name the length of what it starts', () => {
  const three = step([], '2026-09-29', {}, [{ act: 'start', kind: 'materials', length: 3 }]);
  expect(shown(three)).toEqual(['materials 10月9日24时']);
  expect(three[0]?.rule.length).toBe(3);
});

test('asked for by row and decision alike, a clock starts once', () => {
  const twice = step([], '2026-09-29', { starts: ['handle'] }, [{ act: 'start', kind: 'handle' }]);
  expect(shown(twice)).toEqual(['handle 10月6日24时']);
});

test('no two clocks of one kind ever run at once, whatever the steps', () => {
  const kinds = ['acknowledge', 'report', 'handle', 'verify'];
  let clocks: readonly Clock[] = [];
  for (let round = 0; round < 64; round += 1) {
    const some = kinds.filter((_, bit) => (round >> bit) & 1);
    const others = kinds.filter((_, bit) => (round >> (bit + 2)) & 1);
    clocks = step(clocks, '2026-09-29', { starts: some, stops: others }, [
      { act: 'start', kind: kinds[round % 4] ?? '' },
    ]);
    const running = clocks.filter(({ stoppedAt }) => stoppedAt === null).map(({ kind }) => kind);
    expect(running).toEqual([...new Set(running)]);
  }
});

test('a date that runs into a year without a notice says so', () => {
  const [change] = clockChanges([], { starts: ['verify'], stops: [] }, [], moment('2026-12-31'));
  expect(change).toMatchObject({ kind: 'start', provisional: true, clock: { calendarVersion: '2027v0' } });
});
