import { expect, test } from 'vitest';
import { atTime } from '../platform/now.ts';
import { centerKinds, chargedUnit, tookOverLate, unitToName } from './charge.ts';

const held = { receivingCenterId: 'center', leadUnitId: 'street' };
const unitOf = (kind: string, unitId: string | null = null, leadUnitId: string | null = 'street') =>
  chargedUnit({ ...held, leadUnitId }, { kind, unitId });

test('a clock is charged to the unit it names, whoever leads now', () => {
  expect([unitOf('handle', 'police'), unitOf('accept', 'police')]).toEqual(['police', 'police']);
});

test('a clock that names none is the center’s by its kind, else the leading unit’s', () => {
  const kinds = ['accept', 'deploy', 'ruling', 'verify', 'returnVisit', 'strikeOff', 'contest'];
  expect(kinds.map((kind) => unitOf(kind))).toEqual(kinds.map(() => 'center'));
  expect(['acknowledge', 'report', 'handle', 'mediation'].map((kind) => unitOf(kind))).toEqual(
    Array.from({ length: 4 }, () => 'street'),
  );
  expect(unitOf('handle', null, null)).toBe('center');
});

test('a clock names the leading unit, unless it is the center’s own or not ours to keep', () => {
  const kinds = ['acknowledge', 'report', 'handle', 'mediation', 'materials', 'laborMediation'];
  expect(kinds.map((kind) => unitToName(kind, 'ours', 'street'))).toEqual(kinds.map(() => 'street'));
  expect(centerKinds.map((kind) => unitToName(kind, 'ours', 'street'))).toEqual(centerKinds.map(() => null));
  expect([unitToName('confirmationRequest', 'party', 'street'), unitToName('wait', 'other', 'street')]).toEqual([
    null,
    null,
  ]);
  expect(unitToName('handle', 'ours', null)).toBeNull();
});

test('what was over its time when a unit got it is not that unit’s lateness', () => {
  const due = atTime('2026-10-17', '00:00');
  const since = (time: string | null) =>
    tookOverLate({ dueAt: due, unitSince: time ? atTime('2026-10-16', time) : null });
  expect([since('23:59'), since('24:00'), since(null)]).toEqual([false, true, false]);
  expect(tookOverLate({ dueAt: null, unitSince: due })).toBe(false);
});
