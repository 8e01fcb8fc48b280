import { expect, test } from 'vitest';
import { backupDue, rehearsalDue } from './schedule.ts';

const at = (text: string): Date => new Date(`2026-11-${text}:00+08:00`);
const backup = (text: string, proof?: string) => ({
  startedAt: at(text).toISOString(),
  proof: proof === undefined ? undefined : { at: at(proof).toISOString(), outcome: 'done' as const, said: '' },
});

test('one backup each night; after a night without one, by day; a house that has none, at once', () => {
  expect(backupDue([], at('10T15:00'))).toBe(true);
  expect(backupDue([backup('10T02:10')], at('10T15:00'))).toBe(false);
  expect(backupDue([backup('10T02:10')], at('11T01:50'))).toBe(false);
  expect(backupDue([backup('10T02:10')], at('11T02:05'))).toBe(true);
  expect(backupDue([backup('10T15:00')], at('11T02:05'))).toBe(false);
  // The server was down that night.
  expect(backupDue([backup('10T02:10')], at('11T08:00'))).toBe(true);
});

test('a rehearsal each week by night, the first one at once, and none of nothing', () => {
  expect(rehearsalDue([], at('10T02:30'))).toBe(false);
  expect(rehearsalDue([backup('10T15:00')], at('10T15:30'))).toBe(true);
  const proven = [backup('10T02:10', '10T03:00'), backup('12T02:10')];
  expect(rehearsalDue(proven, at('15T03:00'))).toBe(false);
  expect(rehearsalDue(proven, at('17T02:30'))).toBe(true);
  expect(rehearsalDue(proven, at('17T15:00'))).toBe(false);
  expect(rehearsalDue(proven, at('18T15:00'))).toBe(true);
});
