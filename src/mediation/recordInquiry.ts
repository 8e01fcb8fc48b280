import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { DayField, Id, StepInput } from '../matters/fields.ts';
import { dayOf } from '../platform/now.ts';
import { refuseField } from '../platform/refusal.ts';

export const RecordInquiryInput = StepInput({
  partyId: Type.Union([Id, Type.Null()], { title: '问了谁' }),
  witness: Type.String({ maxLength: 60, title: '不是当事人的，姓名' }),
  relation: Type.String({ maxLength: 100, title: '他是什么人' }),
  heldOn: Type.Unsafe<string>({ ...DayField, title: '哪天问的' }),
  place: Type.String({ minLength: 1, maxLength: 100, title: '在哪里问的' }),
  others: Type.String({ maxLength: 200, title: '在场的还有谁' }),
  words: Type.String({ minLength: 4, maxLength: 8000, title: '怎么问的，怎么答的' }),
});
export type RecordInquiryInput = {
  partyId: string | null;
  witness: string;
  relation: string;
  heldOn: string;
  place: string;
  others: string;
  words: string;
};

function checkAsked(dispute: Dispute, { partyId, witness }: RecordInquiryInput): void {
  if (partyId !== null && !dispute.parties.some(({ id }) => id === partyId))
    refuseField('partyId', '选这件事里的当事人。');
  if ((partyId === null) === (witness.trim() === ''))
    refuseField('witness', '问的是当事人，在上面选；是别的人，在这里写姓名。只写一个。');
}

/** The form begins with 问 and 答; these alone say nothing. */
const saysNothing = (words: string): boolean => words.replace(/[问答：:\s]/gu, '') === '';

/** 调查记录: who was asked, where and when, and what was said; read back and signed on paper. */
export function recordInquiry(dispute: Dispute, input: RecordInquiryInput, context: DisputeContext): DisputeDecision {
  checkAsked(dispute, input);
  if (input.heldOn > dayOf(context.now)) refuseField('heldOn', '这一天还没到。');
  if (saysNothing(input.words)) refuseField('words', '写上问了什么、怎么答的。');
  const [id, noteId] = [context.newId(), context.newId()];
  const inquiry = {
    id,
    note_id: noteId,
    party_id: input.partyId,
    witness: input.witness.trim(),
    relation: input.relation.trim(),
    held_on: input.heldOn,
    place: input.place.trim(),
    others: input.others.trim(),
    post_id: context.actor.postId,
    at: context.now,
  };
  return {
    type: 'recordInquiry',
    data: { inquiryId: id, partyId: input.partyId, heldOn: input.heldOn },
    notes: [{ id: noteId, kind: 'inquiry', visibility: 'shared', body: input.words.trim() }],
    inserts: [{ into: 'inquiry', values: inquiry }],
  };
}
