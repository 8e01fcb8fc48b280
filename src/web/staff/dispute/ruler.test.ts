import { expect, test } from 'vitest';
import type { ClockView } from '../../../deadlines/clockView.ts';
import { inDanger, lanesOf, piersOf, scaleOf, underTheBridge } from './ruler.ts';

const clock = (
  kind: string,
  startedAt: string,
  stoppedAt: string | null,
  dueAt = '2026-10-16T16:00:00Z',
): ClockView => ({
  id: kind + startedAt,
  kind,
  label: kind,
  code: stoppedAt ? 'met' : 'normal',
  word: '',
  chip: '余2天 10-16',
  sentence: '',
  startedAt,
  dueAt,
  stoppedAt,
  provisional: false,
  partyId: null,
  leading: false,
  basis: '',
  basisStatus: 'V2',
  arithmetic: [],
  history: [],
  binds: 'ours',
  waitingOn: null,
});
const states = (clocks: readonly ClockView[]) =>
  piersOf(clocks, false).map(({ number, state }) => `${number} ${state}`);

const dispatched = [
  clock('deploy', '2026-10-09T01:00:00Z', '2026-10-09T08:00:00Z'),
  clock('report', '2026-10-09T08:00:00Z', '2026-10-10T01:00:00Z'),
  clock('handle', '2026-10-09T08:00:00Z', null),
];

test('the bridge stands at the first pier that is not reached, with the day it is due', () => {
  const piers = piersOf(dispatched, false);
  expect(states(dispatched)).toEqual(['1 done', '3 done', '7 running', '0 waiting']);
  expect(piers.find((pier) => pier.here)).toMatchObject({ number: '7', date: '10-16' });
});

test('complex matters have a month in place of seven days', () => {
  expect(piersOf(dispatched, true).map((pier) => pier.number)).toEqual(['1', '3', '1月', '0']);
});

test('what ran before a matter was sent back does not count as reached in the new round', () => {
  const sentBack = [
    ...dispatched.slice(0, 2),
    clock('handle', '2026-10-09T08:00:00Z', '2026-10-11T01:00:00Z'),
    clock('deploy', '2026-10-11T01:00:00Z', null),
  ];
  expect(states(sentBack)).toEqual(['1 running', '3 waiting', '7 waiting', '0 waiting']);
});

test('a paused clock has no date, and clocks of the law stand under the deck while they run', () => {
  const paused = { ...clock('handle', '2026-10-09T08:00:00Z', null), dueAt: null, code: 'paused' as const };
  expect(piersOf([paused], false)[2]).toMatchObject({ state: 'running', date: null });
  const law = clock('mediation', '2026-10-09T08:00:00Z', null);
  expect(underTheBridge([...dispatched, law, clock('accept', '2026-10-09T00:00:00Z', '2026-10-09T01:00:00Z')])).toEqual(
    [law],
  );
});

test('a lane that ends on the day of a pier ends under that pier, and days between are spread evenly', () => {
  const piers = piersOf(dispatched, false);
  const scale = scaleOf(piers, Date.parse('2026-10-20T16:00:00Z'));
  expect(scale(Date.parse('2026-10-09T08:00:00Z'))).toBe(0);
  expect(scale(Date.parse('2026-10-10T01:00:00Z'))).toBe(0.25);
  expect(scale(Date.parse('2026-10-16T16:00:00Z'))).toBe(0.5);
  expect(scale(Date.parse('2026-10-18T16:00:00Z'))).toBe(0.75);
  expect(scale(Date.parse('2026-10-20T16:00:00Z'))).toBe(1);
  expect(scale(Date.parse('2026-10-01T00:00:00Z'))).toBe(0);
});

test('lanes stand in the order of their dates; one that stands still runs to today and has no date', () => {
  const now = Date.parse('2026-10-14T02:00:00Z');
  const far = clock('confirmationRequest', '2026-10-12T00:00:00Z', null, '2026-11-13T16:00:00Z');
  const still = { ...clock('mediation', '2026-10-10T00:00:00Z', null), dueAt: null };
  const { lanes, today } = lanesOf([...dispatched, far, still], piersOf(dispatched, false), now);
  expect(lanes.map(({ clock: { kind }, end }) => [kind, end])).toEqual([
    ['mediation', null],
    ['confirmationRequest', '11-13'],
  ]);
  expect(lanes[0]?.to).toBe(today);
  expect(lanes.every(({ from, to }) => 0 <= from && from <= to && to <= 1)).toBe(true);
});

test('what is near or over its time on the bridge is shown beside the one that leads', () => {
  const soon = { ...clock('report', '2026-10-09T08:00:00Z', null), code: 'dueSoon' as const };
  const late = { ...clock('handle', '2026-10-09T08:00:00Z', null), code: 'overdue' as const, leading: true };
  expect(inDanger([soon, late, clock('strikeOff', '2026-10-09T08:00:00Z', null)])).toEqual([soon]);
});
