import { expect, test } from 'vitest';
import { doorMatrix, ownLines, writing } from '../handover/testing/doorMatrix.ts';
import type { Matrix } from '../procedures/testing/matrix.ts';
import { confirmation } from './confirmation.ts';

const court = `courtClerk@body unitHead@body handler@body ${writing} system@outside`;

/** Written by hand, never derived from the table that it checks. */
const matrix: Matrix = {
  ...ownLines,
  askSupplement: { at: 'handedIn', by: court, why: '民诉法解释 354: 限期补交' },
  acceptDoor: { at: 'handedIn supplementing', by: court, why: 'the court accepts, nobody for it' },
  refuseDoor: { at: 'handedIn supplementing', by: court, why: '民诉法解释 355' },
  decideDoor: { at: 'accepted', by: court, why: '民诉法 206' },
};
const { differences, gaps } = doorMatrix(confirmation);

test('for every action, status, role and place the guard of a confirmation says what the table by hand says', () => {
  expect(differences(matrix)).toEqual([]);
});

test('the table names every action, and nothing that does not exist', () => {
  expect(gaps(matrix)).toEqual(['status withdrawn stands in no line']);
});
