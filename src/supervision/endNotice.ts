import { type Static, Type } from 'typebox';
import type { Decision, Telling } from '../matters/decision.ts';
import { StepInput } from '../matters/fields.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';
import { unique } from '../procedures/owners.ts';
import { noticeText } from './answerNotice.ts';
import { concernedOf, missingUnits, type Notice, type NoticeContext, nameOfNotice } from './notice.ts';
import { answerersOf } from './supervise.ts';

export const OpinionInput = StepInput({ text: noticeText('核对的情况') });
export type OpinionInput = { text: string };
export const WithdrawInput = StepInput({ reason: noticeText('撤销的理由') });
export type WithdrawInput = { reason: string };
/** The house says why. */
export const WhyInput = StepInput({ why: Type.String({ maxLength: 200 }) });
export type WhyInput = { why: string };
export const ClimbInput = StepInput({
  label: Type.String({ maxLength: 30 }),
  afterDays: Type.Integer({ minimum: 0 }),
  owners: Type.Array(Type.String()),
});
export type ClimbInput = Pick<Static<typeof ClimbInput>, 'label' | 'afterDays' | 'owners'>;

function toAll(notice: Notice, text: string): Telling[] {
  const concerned = concernedOf(notice);
  return unique(notice.units.flatMap(({ unitId }) => answerersOf(concerned, unitId))).map((owner) => ({ owner, text }));
}

const ended = ({ now, newId }: NoticeContext, kind: string, body: string) => ({
  matter: { closed_at: now },
  own: { lifted_at: now },
  notes: [{ id: newId(), kind, visibility: 'shared' as const, body: body.trim() }],
});

/** Only when every unit has answered, since nothing leaves the list with an open obligation. */
export function hindersLift(notice: Notice, { network }: NoticeContext): Refusal | null {
  const missing = missingUnits(notice).map((unitId) => network.unit(unitId)?.short ?? '单位');
  if (missing.length === 0) return null;
  const sentence = `${missing.join('、')}还没有回复，回复后再核销；发错了的用「撤销督办单」。`;
  return new Refusal('conflict', 'notAnswered', sentence);
}

/** 核销. */
export function liftNotice(notice: Notice, input: OpinionInput, context: NoticeContext): Decision {
  refuseIf(hindersLift(notice, context));
  return {
    type: 'liftSupervision',
    ...ended(context, 'liftSupervision', input.text),
    tell: toAll(notice, `督办单 ${nameOfNotice(notice)} 已核销。`),
  };
}

/** Issued by mistake: it ends without an answer, and says why. Its number stays used. */
export function withdrawNotice(notice: Notice, input: WithdrawInput, context: NoticeContext): Decision {
  return {
    type: 'withdrawSupervision',
    ...ended(context, 'withdrawReason', input.reason),
    tell: toAll(notice, `督办单 ${nameOfNotice(notice)} 已撤销，不用回复。`),
  };
}

/** The house ends it: its dispute was closed, or what it asked for was done. */
export function closeNotice(notice: Notice, { why }: WhyInput, context: NoticeContext): Decision {
  return {
    type: 'closeSupervision',
    ...ended(context, 'liftSupervision', why),
    tell: toAll(notice, `督办单 ${nameOfNotice(notice)}：${why}`),
  };
}

/** A further notice takes its place. */
export function replaceNotice(_notice: Notice, { why }: WhyInput, context: NoticeContext): Decision {
  return { type: 'replaceSupervision', ...ended(context, 'replaceSupervision', why) };
}

const climbed = (notice: Notice, { label, afterDays, owners }: ClimbInput) => ({
  data: { owners, afterDays },
  tell: owners.map((owner) => ({ owner, text: `督办单 ${nameOfNotice(notice)}：逾期满${afterDays}天，${label}。` })),
});

/** A rung that sends no new notice: a copy to the leader in charge. */
export function copyNotice(notice: Notice, input: ClimbInput, { now }: NoticeContext): Decision {
  const own = { copies: notice.copies + 1, copied_at: now };
  return { type: 'copySupervision', own, ...climbed(notice, input) };
}

/** Or the list for talks. */
export function listNotice(notice: Notice, input: ClimbInput, { now }: NoticeContext): Decision {
  return { type: 'listForInterview', own: { listed_at: now }, ...climbed(notice, input) };
}
