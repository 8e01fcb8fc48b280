import { expect, test } from 'vitest';
import { type Case, type Matrix, matrixOf } from '../procedures/testing/matrix.ts';
import { type NoticeStanding, noticeKind } from './noticeKind.ts';

const issuer = '140106-center';
const city = '140100-center';
const housing = '140106-housing';
const street = '140106004-center';
const me = 'post-me';
const at = (unitId: string, centerId: string | null = null) => ({ postId: me, unitId, centerId });

/** A notice of the county center to housing and a street, about a dispute that the county center received. */
const usual: Omit<NoticeStanding, 'status'> = {
  ...{ unitIds: [housing, street], restricted: false, receivingCenterId: issuer, issuerCenterId: issuer },
  issuedByPostId: 'post-other',
};
const fromAbove = { ...usual, issuerCenterId: city };
const cases: Case<NoticeStanding>[] = [
  { name: 'the issuer', places: ['issuer'], actor: at(issuer, issuer), standing: usual },
  { name: 'housing', places: ['asked'], actor: at(housing), standing: usual },
  { name: 'the street', places: ['asked'], actor: at(street, street), standing: usual },
  { name: 'another unit', places: [], actor: at('140106-health'), standing: usual },
  { name: 'the receiving center, asked by the city', places: [], actor: at(issuer, issuer), standing: fromAbove },
  {
    name: 'the receiving center of a restricted matter, asked by the city',
    places: ['concerned'],
    actor: at(issuer, issuer),
    standing: { ...fromAbove, restricted: true },
  },
  {
    name: 'the issuer of a restricted one',
    places: ['issuer', 'concerned'],
    actor: at(issuer, issuer),
    standing: { ...usual, restricted: true },
  },
  {
    name: 'who signed it without a center',
    places: ['signer'],
    actor: at('140106-politicalLegal'),
    standing: { ...usual, issuedByPostId: me },
  },
];

const open = 'sent answered';
const asked = 'unitHead@asked centerLeader@asked handler@asked centerLeader@concerned';
const verifiers =
  'supervisor@issuer centerLeader@issuer supervisor@signer centerLeader@signer politicalLegalMember@signer';
const house = 'system@system';

/** Written by hand from docs/access.md, never derived from the table that it checks. */
const matrix: Matrix = {
  answerSupervision: { at: open, by: asked, why: 'each unit that is asked answers; of a restricted matter its leader' },
  sendBackAnswer: { at: open, by: verifiers, why: 'who issued it says that the answer says too little' },
  liftSupervision: { at: open, by: verifiers, why: 'who issued it checks and lifts' },
  withdrawSupervision: { at: open, by: verifiers, why: 'issued by mistake' },
  closeSupervision: { at: open, by: house, why: 'lifted with the dispute, never by hand' },
  replaceSupervision: { at: open, by: house, why: 'the ladder' },
  copySupervision: { at: open, by: house, why: 'the ladder' },
  listForInterview: { at: open, by: house, why: 'the ladder' },
  followMatter: { at: open, by: house, why: 'it follows its dispute' },
};
const { differences, gaps } = matrixOf(noticeKind, cases);

test('for every action, status, role and place the guard of a notice says what access.md says', () => {
  expect(differences(matrix)).toEqual([]);
});

test('the table names every action, and nothing that does not exist', () => {
  // A notice that has ended allows nothing: its statuses stand in no line.
  const ended = ['lifted', 'withdrawn', 'replaced'].map((status) => `status ${status} stands in no line`);
  expect(gaps(matrix)).toEqual(ended);
});
