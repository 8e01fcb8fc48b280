import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Id, Reason, StepInput } from '../matters/fields.ts';
import { refuse } from '../platform/refusal.ts';
import { Digest, lockedHead, partyOf, tellMediators } from './signing.ts';

export const doubts = ['amount', 'account', 'think'] as const;
export type Doubt = (typeof doubts)[number];
export const doubtWords: Readonly<Record<Doubt, { zh: string; en: string }>> = {
  amount: { zh: '金额不对', en: 'The sum is wrong' },
  account: { zh: '账号不对', en: 'The account is wrong' },
  think: { zh: '我再想想', en: 'I want to think' },
};

export const ObjectAtSigningInput = StepInput({
  agreementId: Id,
  digest: Digest,
  partyId: Type.Unsafe<string>({ ...Id, title: '谁说的' }),
  what: Type.Union(
    doubts.map((what) => Type.Literal(what)),
    { title: '哪里不对' },
  ),
});
export type ObjectAtSigningInput = { agreementId: string; digest: string; partyId: string; what: Doubt };

/** 「金额不对」: said instead of signing. Nobody is asked why; this version waits until a mediator has answered. */
export function objectAtSigning(
  dispute: Dispute,
  input: ObjectAtSigningInput,
  context: DisputeContext,
): DisputeDecision {
  const { now, actor, newId } = context;
  const head = lockedHead(dispute, input.agreementId, input.digest);
  const party = partyOf(dispute, head, input.partyId);
  if (head.signedPartyIds.includes(party.id))
    refuse('conflict', 'signedAlready', `${party.name}已经签过了。签错了的，先把签名作废。`);
  const values = {
    ...{ id: newId(), agreement_id: head.id, version: head.version, party_id: party.id, what: input.what },
    ...{ at: now, by_post_id: actor.postId },
  };
  return {
    type: 'objectAtSigning',
    data: { agreementId: head.id, version: head.version, partyId: party.id, what: input.what },
    inserts: [{ into: 'signing_objection', values }],
    tell: tellMediators(dispute, `签字的时候，${party.name}说：${doubtWords[input.what].zh}。先说清楚，再请他签。`),
  };
}

export const AnswerObjectionInput = StepInput({
  agreementId: Id,
  partyId: Type.Unsafe<string>({ ...Id, title: '谁说的' }),
  answer: Type.Unsafe<string>({ ...Reason, title: '怎么说清楚的' }),
});
export type AnswerObjectionInput = { agreementId: string; partyId: string; answer: string };

/** What was doubted is cleared up without a change of the words; else a new version ends it by itself. */
export function answerObjection(
  dispute: Dispute,
  input: AnswerObjectionInput,
  { newId }: DisputeContext,
): DisputeDecision {
  const { agreementId, partyId } = input;
  const head = dispute.agreements.find(({ id }) => id === agreementId);
  if (!head) return refuse('notFound', 'noSuchAgreement', '没有这份协议。刷新以后再看。');
  partyOf(dispute, head, partyId);
  return {
    type: 'answerObjection',
    data: { agreementId, partyId, version: head.version },
    notes: [{ id: newId(), kind: 'answerObjection', visibility: `party:${partyId}`, body: input.answer.trim() }],
  };
}
