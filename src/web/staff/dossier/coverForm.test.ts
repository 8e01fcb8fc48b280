import { expect, test } from 'vitest';
import { moved, rowsOf } from './coverForm.ts';

const row = (id: string, isIn = true) => ({ id, in: isIn });

test('what came while one was writing stands behind, out; what was taken away meanwhile is gone', () => {
  const evidence = [{ id: 'wall' }, { id: 'bill' }, { id: 'new' }];
  expect(rowsOf([row('bill'), row('gone'), row('wall', false)], evidence)).toEqual([
    row('bill'),
    row('wall', false),
    row('new', false),
  ]);
});

test('moved by one place; the first does not go further up', () => {
  const rows = [row('a'), row('b'), row('c')];
  expect(moved(rows, 'b', -1).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  expect(moved(rows, 'b', 1).map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  expect(moved(rows, 'a', -1).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});
