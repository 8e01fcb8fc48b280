import { Type } from 'typebox';
import type { Strokes } from '../agreements/strokes.ts';
import type { Dispute, PartyBrief } from '../disputes/dispute.ts';
import { mediating } from '../disputes/mediators.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import type { Insert, Telling } from '../matters/decision.ts';
import { Id } from '../matters/fields.ts';
import { invalid, Refusal, refuse } from '../platform/refusal.ts';

export type Head = Dispute['agreements'][number];
export const Digest = Type.String({ pattern: '^[0-9a-f]{64}$', title: '签的是哪一稿' });

/** Whose signature, and by whose hand: the party's own, or that of somebody who may sign for it. */
export const Hand = {
  agreementId: Id,
  /** Of the words that were shown: nobody signs others. */
  digest: Digest,
  partyId: Type.Unsafe<string>({ ...Id, title: '谁的签名' }),
  signerPartyId: Type.Unsafe<string>({ ...Id, title: '谁签的' }),
};
export type Hand = { agreementId: string; digest: string; partyId: string; signerPartyId: string };

/** What a decision hands to the reaction that keeps it sealed: neither state nor event holds it in the clear. */
export type SigningDecision = DisputeDecision & { strokes?: { signatureId: string; strokes: Strokes; device: string } };

export const hindersSigning = ({ agreements }: Pick<Dispute, 'agreements'>): Refusal | null =>
  agreements.some(({ locked }) => locked) ? null : new Refusal('conflict', 'nothingToSign', '还没有定稿的协议。');

export const hindersVoiding = ({ agreements }: Pick<Dispute, 'agreements'>): Refusal | null =>
  agreements.some(({ signedPartyIds }) => signedPartyIds.length > 0)
    ? null
    : new Refusal('conflict', 'nobodySigned', '还没有人签字。');

/** The agreement as it lies on the table: locked, and still with these words. */
export function lockedHead({ agreements }: Pick<Dispute, 'agreements'>, agreementId: string, digest: string): Head {
  const head = agreements.find(({ id }) => id === agreementId);
  if (!head) return refuse('notFound', 'noSuchAgreement', '没有这份协议。刷新以后再看。');
  if (!head.locked) return refuse('conflict', 'notLocked', '这份协议还没有定稿，不能签。');
  if (head.digest !== digest)
    return refuse('conflict', 'otherWords', '协议改过了，屏幕上的不是最新的一稿。刷新以后念一遍再签。');
  return head;
}

export function partyOf({ parties }: Pick<Dispute, 'parties'>, head: Head, partyId: string): PartyBrief {
  const party = parties.find(({ id }) => id === partyId);
  if (!party || !head.partyIds.includes(partyId)) throw invalid('noParty', 'partyId', '这份协议里没有这个人，重新选。');
  return party;
}

/** Guardian or agent of the party, or the claimant whom it chose to speak for all. */
export const standIns = ({ parties }: Pick<Dispute, 'parties'>, party: PartyBrief): readonly PartyBrief[] =>
  parties.filter(({ id, representsPartyId }) => representsPartyId === party.id || id === party.chosenPartyId);

/** By whose hand: a child and an organization have none of their own at this table. */
export function refuseWrongHand(
  dispute: Pick<Dispute, 'parties'>,
  party: PartyBrief,
  hand: Hand,
  onPaper: boolean,
): void {
  if (party.left) throw invalid('partyLeft', 'partyId', `${party.name}已经退出，不用签。`);
  if (hand.signerPartyId !== party.id) {
    if (standIns(dispute, party).some(({ id }) => id === hand.signerPartyId)) return;
    throw invalid(
      'noAuthority',
      'signerPartyId',
      `登记的资料里，这个人不能替${party.name}签。先在当事人里登记是谁代理、凭什么。`,
    );
  }
  if (party.minor)
    throw invalid('minorSigns', 'signerPartyId', `${party.name}未成年，由监护人签。没有登记监护人的，先登记。`);
  if (party.kind === 'organization' && !onPaper)
    throw invalid(
      'whoSigns',
      'signerPartyId',
      `选替${party.name}签字的人；没有登记的，先登记法定代表人或者代理人，也可以在纸上签。`,
    );
}

export const signatureRow = (
  id: string,
  head: Head,
  { partyId, signerPartyId }: Hand,
  how: 'screen' | 'paper',
  { now, postId }: { now: Date; postId: string },
): Insert => ({
  into: 'signature',
  values: {
    ...{ id, agreement_id: head.id, version: head.version, digest: head.digest },
    ...{ party_id: partyId, signer_party_id: signerPartyId, how, at: now, by_post_id: postId },
  },
});

/** Whoever mediates; without a mediator, whoever has the dispute in hand. */
export function atTable(dispute: Dispute): readonly string[] {
  const posts = mediating(dispute).map(({ postId }) => postId);
  return posts.length > 0 || dispute.handlerPostId === null ? posts : [dispute.handlerPostId];
}

export const tellMediators = (dispute: Dispute, text: string): Telling[] =>
  atTable(dispute).map((postId) => ({ owner: `p:${postId}`, text }));
