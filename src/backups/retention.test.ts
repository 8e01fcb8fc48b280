import { expect, test } from 'vitest';
import { keptBackups, uselessContents, uselessPieces } from './retention.ts';

const day = (number: number): string => `2026-11-${String(number).padStart(2, '0')}T02:00:00.000Z`;
const piece = (number: number): string => `0000000100000000${number.toString(16).toUpperCase().padStart(8, '0')}`;
const backup = (number: number, proof?: 'done' | 'failed') => ({
  name: `2026-11-${number}`,
  startedAt: day(number),
  proof: proof && { at: day(number), outcome: proof, said: '' },
  database: {
    ...{ postgres: '18', label: '', bytes: 0, size: 0, sha256: '' },
    firstWal: piece(number * 10),
    lastWal: piece(number * 10 + 1),
  },
});
const now = new Date('2026-11-30T12:00:00Z');

test('the last days stay, and the newest that was proven by bringing it back, however old', () => {
  const all = [backup(1, 'done'), backup(2, 'failed'), backup(20), backup(29), backup(30)];
  expect(keptBackups(all, now, 7).map(({ name }) => name)).toEqual(['2026-11-1', '2026-11-29', '2026-11-30']);
});

test('a newer proven one lets the older go', () => {
  const all = [backup(1, 'done'), backup(20, 'done'), backup(30)];
  expect(keptBackups(all, now, 7).map(({ name }) => name)).toEqual(['2026-11-20', '2026-11-30']);
});

test('where nothing was taken for long, the newest stays although nobody proved it', () => {
  expect(keptBackups([backup(1), backup(2)], now, 7).map(({ name }) => name)).toEqual(['2026-11-2']);
});

test('the log is kept from the oldest of the last days on, and around what stands alone before them', () => {
  const kept = [backup(1, 'done'), backup(29), backup(30)];
  const pieces = [9, 10, 11, 12, 289, 290, 291, 295, 300, 305].map(piece);
  const history = '00000002.history';
  expect(uselessPieces([history, ...pieces], kept, now, 7)).toEqual([9, 12, 289].map(piece));
});

test('without any backup nothing of the log is let go', () => {
  expect(uselessPieces([piece(1), piece(2)], [], now, 7)).toEqual([]);
});

test('what was erased leaves the backups once none of them can name it', () => {
  const gone = new Map([
    ['aa', new Date(day(10))],
    ['bb', new Date(day(29))],
  ]);
  expect(uselessContents(gone, [backup(20), backup(30)])).toEqual(['aa']);
  expect(uselessContents(gone, [])).toEqual([]);
});
