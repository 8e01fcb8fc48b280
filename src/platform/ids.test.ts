import { expect, test } from 'vitest';
import { isId, newId } from './ids.ts';

const noon = new Date('2026-10-16T04:00:00Z');
const timeOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

test('ids given one after another sort in the order they were given, even within one millisecond', () => {
  const ids = Array.from({ length: 20_000 }, () => newId(noon));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every(isId)).toBe(true);
});

test('a request whose clock was read a moment earlier still gets a later id', () => {
  const first = newId(new Date('2027-01-01T00:00:00.500Z'));
  const second = newId(new Date('2027-01-01T00:00:00.200Z'));
  expect(second > first).toBe(true);
});

test('paper entered later keeps its real time in the id', () => {
  newId(new Date('2027-03-01T00:00:00Z'));
  const written = new Date('2026-02-03T01:02:03.004Z');
  expect(timeOf(newId(written))).toBe(written.getTime());
});

test('other texts are not ids', () => {
  for (const text of ['', 'abc', '2c5ea4c0-4067-11e9-8bad-9b1deb4d3b7d', newId().toUpperCase(), 7, undefined])
    expect(isId(text)).toBe(false);
});
