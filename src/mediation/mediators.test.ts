import { expect, test } from 'vitest';
import type { Dispute } from '../disputes/dispute.ts';
import { disputeLife } from '../disputes/life.ts';
import { mayRead, sightOf } from '../disputes/sight.ts';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { refusalOf, take, toldTo } from '../disputes/testing/applyDecision.ts';
import { justice, xiaodian, yingze } from '../disputes/testing/network.ts';
import { aPost, directoryWith, leader, liNa, theResident, wuZhiqiang } from '../disputes/testing/people.ts';
import type { Actor } from '../platform/actor.ts';
import { acceptMediator } from './acceptMediator.ts';
import { appointMediator } from './appointMediator.ts';
import { type DeclareTieInput, declareTie } from './declareTie.ts';
import { objectToMediator } from './objectToMediator.ts';
import { releaseMediator } from './releaseMediator.ts';

const zhao = aPost('mediator', yingze, '赵立');
const hao = aPost('mediator', justice, '郝连');
const stranger = aPost('mediator', xiaodian, '外县的');
const directory = directoryWith(zhao, hao, stranger);
const as = (actor: Actor) => aContext({ actor, directory });
const inHand = aDispute({ status: 'inMediation' });
const [applicant, respondent] = inHand.parties;

const appoint = (dispute: Dispute, ...people: Actor[]) =>
  take(
    'appointMediator',
    appointMediator,
    dispute,
    { postIds: people.map(({ postId }) => postId), basis: 'proposed' },
    as(liNa),
  );
const appointed = appoint(inHand, zhao);
const mediatorId = appointed.mediators[0]?.id ?? '';
const declare = (ties: DeclareTieInput['ties'], words = '') =>
  take('declareTie', declareTie, appointed, { ties, words }, as(zhao));
const owed = (dispute: Dispute, act: string, context = as(liNa)) =>
  disputeLife
    .owed(dispute, context)
    .filter((todo) => todo.act === act)
    .map(({ owner }) => owner);
const party = { ...theResident(inHand.id), postId: applicant?.id ?? '' };
const objected = take(
  'objectToMediator',
  objectToMediator,
  appointed,
  { mediatorId, reason: '他跟我们老板是一个村的' },
  as(party),
);

test('the dispatcher appoints one or several; the parties hear who, and that they may ask for another', () => {
  const decided = appointMediator(inHand, { postIds: [zhao.postId, hao.postId], basis: 'chosen' }, as(liNa));
  expect(toldTo(decided, 'resident')).toMatch(/^您的事由赵立（.+）、郝连（.+）调解。您觉得不合适，可以要求换人/);
  expect(toldTo(decided, `p:${zhao.postId}`)).toContain('先申报');
  expect(decided.inserts?.map(({ values }) => (values as { basis: string }).basis)).toEqual(['chosen', 'chosen']);
});

test('nobody but a mediator in office in this county is appointed, and nobody twice', () => {
  const refused = (...people: Actor[]) => refusalOf(() => appoint(appointed, ...people));
  expect(refused(wuZhiqiang)).toBe('invalidField');
  expect(refused(stranger)).toBe('invalidField');
  expect(refused(zhao)).toBe('invalidField');
  expect(appoint(appointed, hao).mediators).toHaveLength(2);
});

test('whoever is appointed owes first a word on what ties him, and has the dispute on his list', () => {
  expect(owed(appointed, 'declareTie')).toEqual([`p:${zhao.postId}`]);
  expect(owed(appointed, 'settle')).toContain(`p:${zhao.postId}`);
  const free = declare([]);
  expect(free.mediators[0]?.state).toBe('accepted');
  expect(owed(free, 'declareTie')).toEqual([]);
});

test('a declared tie is told to both sides, and the leader owes another one or their consent', () => {
  const decided = declareTie(appointed, { ties: ['kinship', 'community'] }, as(zhao));
  expect(toldTo(decided, 'resident')).toContain('是亲属、同村、同社区');
  const tied = declare(['kinship']);
  expect(tied.mediators[0]?.state).toBe('tied');
  expect(owed(tied, 'releaseMediator')).toEqual([`c:${yingze}#centerLeader`]);
});

test('what kind of tie “other” is must be written, and nobody declares for somebody else', () => {
  expect(refusalOf(() => declare(['other']))).toBe('invalidField');
  expect(declare(['other'], '师徒').mediators[0]?.state).toBe('tied');
  const cover = { ...zhao, postId: 'cover', covers: { postId: zhao.postId, name: '赵立' } };
  expect(refusalOf(() => take('declareTie', declareTie, appointed, { ties: [] }, as(cover)))).toBe('notYourTie');
});

test('「他跟我们老板是一个村的，我不要他」: the leader owes an answer, and the other side reads nothing of it', () => {
  expect(objected.mediators[0]?.state).toBe('objected');
  expect(owed(objected, 'releaseMediator')).toEqual([`c:${yingze}#centerLeader`]);
  const decided = objectToMediator(appointed, { mediatorId, reason: '他跟我们老板是一个村的' }, as(party));
  expect(decided.notes?.map(({ visibility }) => visibility)).toEqual([`party:${applicant?.id}`]);
  expect(decided.tell?.filter(({ owner }) => owner === 'resident').map(({ partyIds }) => partyIds)).toEqual([
    [applicant?.id],
  ]);
});

test('the front desk writes it down for whoever asks there, and not for a person who is no party', () => {
  const forHer = (partyId: string) =>
    objectToMediator(appointed, { mediatorId, reason: '不放心他', partyId }, as(liNa));
  expect(forHer(respondent?.id ?? '').data).toMatchObject({ partyId: respondent?.id });
  expect(refusalOf(() => forHer(zhao.postId))).toBe('invalidField');
});

test('an unwanted or tied mediator stays only when the parties agree; the house cannot overrule them', () => {
  const consent = (agreed: boolean, dispute = objected) =>
    take('acceptMediator', acceptMediator, dispute, { mediatorId, agreed, how: '双方都说可以' }, as(wuZhiqiang));
  expect(consent(true).mediators[0]?.state).toBe('accepted');
  expect(refusalOf(() => consent(false))).toBe('invalidField');
  expect(refusalOf(() => consent(true, appointed))).toBe('invalidField');
  expect(
    refusalOf(() =>
      take('acceptMediator', acceptMediator, objected, { mediatorId, agreed: true, how: '可以' }, as(zhao)),
    ),
  ).toBe('notYourStep');
});

test('who is released leaves the table: no longer the whole, but that it was there and what he wrote', () => {
  const released = take('releaseMediator', releaseMediator, objected, { mediatorId, reason: '换一位' }, as(leader));
  expect(sightOf(zhao, appointed)).toBe('full');
  expect(sightOf(zhao, released)).toBe('former');
  expect(released.seenBy).toContain(`p:${zhao.postId}`);
  expect(owed(released, 'releaseMediator')).toEqual([]);
  expect(refusalOf(() => take('declareTie', declareTie, released, { ties: [] }, as(zhao)))).toBe('notYourStep');
});

test('who is called back sees it whole again', () => {
  const released = take('releaseMediator', releaseMediator, objected, { mediatorId, reason: '换一位' }, as(leader));
  expect(sightOf(zhao, appoint(released, zhao))).toBe('full');
});

test('of a restricted one the appointed mediator knows, an earlier one does not', () => {
  const secret = { ...appointed, restricted: true };
  expect(disputeLife.seenBy(secret, as(liNa).network)).toContain(`p:${zhao.postId}`);
  const released = take(
    'releaseMediator',
    releaseMediator,
    { ...secret, seenBy: [] },
    { mediatorId, reason: '换一位' },
    as(leader),
  );
  expect(released.seenBy).not.toContain(`p:${zhao.postId}`);
});

test('a psychologist who was appointed reads what is shared and the own sealed notes, never another’s', () => {
  const sight = sightOf(zhao, appointed);
  expect(mayRead('shared', sight, zhao, false)).toBe(true);
  expect(mayRead(`sealed:${zhao.postId}`, sight, zhao, false)).toBe(true);
  expect(mayRead(`sealed:${wuZhiqiang.postId}`, sight, zhao, false)).toBe(false);
  expect(mayRead(`unit:${wuZhiqiang.unitId}`, sight, zhao, false)).toBe(false);
});

test('a body that was not asked sees nothing of it', () => {
  expect(appointed.seenBy.filter((key) => hao.viewers.includes(key))).toEqual([]);
});
