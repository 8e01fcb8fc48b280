import { expect, test } from 'vitest';
import { type Case, type Matrix, matrixOf } from '../procedures/testing/matrix.ts';
import { type SittingStanding, sittingKind } from './sittingKind.ts';

const center = '140106-center';
const housing = '140106-housing';
const health = '140106-health';
const me = 'post-me';
const at = (unitId: string, centerId: string | null = null) => ({ postId: me, unitId, centerId });

/** A sitting of the county's center about a dispute that housing leads; a judge came, another did not answer, and health was asked. */
const usual: Omit<SittingStanding, 'status'> = {
  ...{ receivingCenterId: center, leadUnitId: housing, hostPostIds: ['post-host'] },
  ...{ invitedPostIds: ['post-judge', 'post-other'], invitedUnitIds: [health] },
  ...{ seatedPostIds: ['post-judge'], seatedUnitIds: [] },
};
const cases: Case<SittingStanding>[] = [
  { name: 'the center', places: ['center'], actor: at(center, center), standing: usual },
  {
    name: 'who holds it',
    places: ['host'],
    actor: { ...at('140106-mediation-labor'), postId: 'post-host' },
    standing: usual,
  },
  { name: 'the leading unit', places: ['lead'], actor: at(housing), standing: usual },
  {
    name: 'asked, no answer yet',
    places: ['invited'],
    actor: { ...at('140106-court'), postId: 'post-other' },
    standing: usual,
  },
  {
    name: 'accepted',
    places: ['invited', 'seated'],
    actor: { ...at('140106-court'), postId: 'post-judge' },
    standing: usual,
  },
  { name: 'another unit', places: [], actor: at('140106-civilAffairs'), standing: usual },
  { name: 'the center above', places: [], actor: at('140100-center', '140100-center'), standing: usual },
];

const keepers =
  'receptionist@center dispatcher@center centerLeader@center mediator@host handler@host unitHead@host centerLeader@host unitHead@lead centerLeader@lead';
const comers = [
  ...[
    'mediator',
    'handler',
    'unitHead',
    'centerLeader',
    'courtClerk',
    'arbitrator',
    'reconsiderationOfficer',
    'notary',
  ],
  ...['legalAidOfficer', 'communityOfficer'],
];
const asked = comers.map((role) => `${role}@invited`).join(' ');
const seated = comers.map((role) => `${role}@seated`).join(' ');
const open = 'called inSession interrupted';
const house = 'system@system';

/** Written by hand from docs/access.md, never derived from the table that it checks. */
const matrix: Matrix = {
  answerInvitation: { at: open, by: asked, why: 'whoever was asked says whether he comes' },
  changeSitting: { at: 'called interrupted', by: keepers, why: 'who holds it, the center and the leading unit' },
  inviteMore: { at: open, by: keepers, why: 'the same' },
  putOnTable: { at: open, by: keepers, why: 'what others read is said by those whose dispute it is' },
  startSitting: { at: 'called interrupted', by: keepers, why: 'begun, or gone on with after an alarm' },
  tickPresence: { at: open, by: keepers, why: 'who is here' },
  arrive: { at: open, by: 'party@party', why: 'a party signs in by itself, with the code of the room' },
  writeNote: { at: open, by: `${keepers} ${seated}`, why: 'everybody at the table has notes of his own' },
  makeProposal: { at: 'inSession', by: keepers, why: 'while apart' },
  settleProposal: { at: 'inSession', by: keepers, why: 'carried to the other side' },
  coolOff: { at: 'inSession', by: keepers, why: 'tempers' },
  interruptSitting: { at: 'inSession', by: keepers, why: 'a fire alarm' },
  endSitting: { at: 'inSession interrupted', by: keepers, why: 'with its result' },
  cancelSitting: { at: 'called', by: keepers, why: 'before it began' },
  remindSitting: { at: 'called', by: house, why: 'the day before' },
  lapseSitting: { at: 'called', by: house, why: 'its dispute ended' },
  followMatter: { at: open, by: house, why: 'it follows its dispute' },
};

const { differences, gaps } = matrixOf(sittingKind, cases);

test('for every act, status, role and place the guard of a sitting says what access.md says', () => {
  expect(differences(matrix)).toEqual([]);
});

test('the table names every act, and nothing that does not exist', () => {
  const over = ['ended', 'cancelled'].map((status) => `status ${status} stands in no line`);
  expect(gaps(matrix)).toEqual(over);
});

test('of a unit that was asked its head answers, and nobody else of it', () => {
  const { invited } = sittingKind.places;
  const standing = { ...usual, status: 'called' } as never;
  const of = (role: 'unitHead' | 'handler') => invited?.holds(standing, { ...at(health), role });
  expect([of('unitHead'), of('handler')]).toEqual([true, false]);
});
