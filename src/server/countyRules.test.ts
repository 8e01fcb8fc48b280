import { expect, test } from 'vitest';
import { defaultCountyRules } from '../disputes/defaultRules.ts';
import { disputeKind } from '../disputes/kind.ts';
import { pinOf } from '../settings/pins.ts';
import { completed } from './countyRules.ts';

const version = { countyCode: '140106', version: 1, effectiveFrom: '2026-01-01', basis: '测试' };

test('settings stored before a rule existed get our default for it and keep what they say themselves', () => {
  const { dispatch, clocks, ...older } = defaultCountyRules;
  const { mediation, ...olderClocks } = clocks;
  const own = { ...olderClocks.report, length: 5 };
  const value = completed({ ...version, value: { ...older, clocks: { ...olderClocks, report: own } } }).value;
  expect(value).toEqual({ ...defaultCountyRules, clocks: { ...clocks, report: own } });
  expect(dispatch).toBeDefined();
  expect(mediation).toBeDefined();
});

test('a list is one choice: it is kept whole', () => {
  const value = completed({ ...version, value: { intake: { declineGrounds: [] } } }).value;
  expect(value).toMatchObject({ intake: { declineGrounds: [] } });
});

test('what is no set of rules is left for the schema to refuse', () => {
  expect(completed({ ...version, value: 7 }).value).toBe(7);
});

test('the day after which older settings sent a notice is the first rung of the ladder', () => {
  const { supervision, ...older } = defaultCountyRules;
  const stored = { ...older, handling: { ...older.handling, superviseAfterDays: 4 } };
  const value = completed({ ...version, value: stored }).value as typeof defaultCountyRules;
  expect(value.supervision.ladder[0]).toEqual({ ...supervision.ladder[0], afterDays: 4 });
  expect(value.supervision.ladder.slice(1)).toEqual(supervision.ladder.slice(1));
  expect(value.handling).toEqual(older.handling);
});

test('a ground of older versions that the law does not know is not offered any more', () => {
  const grounds = [{ code: 'refused' }, { code: 'elsewhere' }];
  const value = completed({ ...version, value: { intake: { declineGrounds: grounds } } }).value;
  expect(value).toMatchObject({ intake: { declineGrounds: [{ code: 'elsewhere' }] } });
});

test('a part that came with a release gives new matters no other number than open ones have', () => {
  const { dossier, ...older } = defaultCountyRules;
  expect(dossier).toBeDefined();
  const since = { clocks: 3, handling: 1, intake: 1, triage: 1, dispatch: 1, court: 1 };
  const stored = completed({ ...version, version: 5, value: older, since });
  expect(pinOf(stored, disputeKind.rules)).toBe(3);
  // A county that changed it in this version counts from here, as for every other part.
  const own = completed({ ...version, version: 5, value: { ...older, dossier }, since });
  expect(pinOf(own, disputeKind.rules)).toBe(5);
});
