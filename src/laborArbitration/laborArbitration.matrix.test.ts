import { expect, test } from 'vitest';
import { doorMatrix, keeping, ownLines, writing } from '../handover/testing/doorMatrix.ts';
import type { Matrix } from '../procedures/testing/matrix.ts';
import { laborArbitration } from './laborArbitration.ts';

const commission = `arbitrator@body unitHead@body handler@body ${writing} system@outside`;

/** Written by hand, never derived from the table that it checks. */
const matrix: Matrix = {
  ...ownLines,
  askSupplement: { at: 'handedIn', by: commission, why: '调解仲裁法 28: what the application must say' },
  acceptDoor: { at: 'handedIn supplementing', by: commission, why: '29: within five days' },
  refuseDoor: { at: 'handedIn supplementing', by: commission, why: '29: in writing, with its reason' },
  serveCopy: { at: 'accepted', by: commission, why: '30: the other side learns of it' },
  decideDoor: { at: 'accepted', by: commission, why: '42, 43, 47, 50' },
  lapseDoor: { at: 'handedIn accepted', by: `party@applicant ${keeping}`, why: '29, 43: silence opens the court' },
};
const { differences, gaps } = doorMatrix(laborArbitration);

test('for every action, status, role and place the guard of an arbitration says what the table by hand says', () => {
  expect(differences(matrix)).toEqual([]);
});

test('the table names every action, and nothing that does not exist', () => {
  expect(gaps(matrix)).toEqual(['status withdrawn stands in no line', 'status lapsed stands in no line']);
});
