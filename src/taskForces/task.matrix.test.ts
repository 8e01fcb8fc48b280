import { expect, test } from 'vitest';
import { type Case, type Matrix, matrixOf } from '../procedures/testing/matrix.ts';
import { type TaskStanding, taskKind } from './taskKind.ts';

const center = '140106-center';
const housing = '140106-housing';
const me = 'post-me';
const at = (unitId: string, centerId: string | null = null) => ({ postId: me, unitId, centerId });
const usual: Omit<TaskStanding, 'status'> = { unitId: housing, giverPostId: 'post-other', receivingCenterId: center };
const cases: Case<TaskStanding>[] = [
  { name: 'housing, which does it', places: ['doer'], actor: at(housing), standing: usual },
  { name: 'who gave it', places: ['giver'], actor: at('140106-justice'), standing: { ...usual, giverPostId: me } },
  { name: 'the receiving center', places: ['receivingCenter'], actor: at(center, center), standing: usual },
  { name: 'another unit', places: [], actor: at('140106-health'), standing: usual },
  { name: 'another center', places: [], actor: at('140105-center', '140105-center'), standing: usual },
];

const doers =
  'unitHead@doer centerLeader@doer dispatcher@doer handler@doer mediator@doer courtClerk@doer arbitrator@doer reconsiderationOfficer@doer notary@doer legalAidOfficer@doer communityOfficer@doer';
const givers =
  'dispatcher@giver centerLeader@giver unitHead@giver handler@giver mediator@giver dispatcher@receivingCenter centerLeader@receivingCenter';

/** Written by hand, never derived from the table that it checks. */
const matrix: Matrix = {
  takeTask: { at: 'given', by: doers, why: 'somebody of the unit says that he does it' },
  reportTask: { at: 'given taken', by: doers, why: 'how far it is' },
  finishTask: { at: 'given taken', by: doers, why: 'the unit says that it is done' },
  sendBackTask: { at: 'reported', by: givers, why: 'who gave it says what is missing' },
  confirmTask: { at: 'reported', by: givers, why: 'who gave it says that it is done, never the unit itself' },
  moveTask: { at: 'given taken', by: givers, why: 'the day is of who gave it' },
  cancelTask: { at: 'given taken reported', by: givers, why: 'no longer needed' },
  followMatter: { at: 'given taken reported', by: 'system@system', why: 'it follows its dispute' },
};
const { differences, gaps } = matrixOf(taskKind, cases);

test('for every action, status, role and place the guard of a task says what the table by hand says', () => {
  expect(differences(matrix)).toEqual([]);
});

test('the table names every action, and nothing that does not exist', () => {
  expect(gaps(matrix)).toEqual(['status confirmed stands in no line', 'status cancelled stands in no line']);
});
