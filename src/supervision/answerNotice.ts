import { type Static, Type } from 'typebox';
import type { Change, Decision } from '../matters/decision.ts';
import { DayField, StepInput, UnitId } from '../matters/fields.ts';
import { type Day, dayOf, formatDay, isDay } from '../platform/now.ts';
import { Refusal, refuseField, refuseIf } from '../platform/refusal.ts';
import { answersFor, concernedOf, missingUnits, type Notice, type NoticeContext, nameOfNotice } from './notice.ts';
import { answerersOf, verifierOf } from './supervise.ts';

export const noticeText = (title: string) => Type.String({ minLength: 2, maxLength: 1000, title });

export const AnswerInput = StepInput({
  unitId: Type.Optional(UnitId),
  did: noticeText('做了什么'),
  why: noticeText('为什么晚了'),
  until: Type.Union([DayField, Type.Null()], { title: '什么时候办完' }),
});
export type AnswerInput = Pick<Static<typeof AnswerInput>, 'unitId' | 'did' | 'why' | 'until'>;
export const SendBackAnswerInput = StepInput({ unitId: UnitId, reason: noticeText('退回的理由') });
export type SendBackAnswerInput = Pick<Static<typeof SendBackAnswerInput>, 'unitId' | 'reason'>;

function promised(until: string | null, now: Date): Day | null {
  if (until === null) return null;
  if (!isDay(until)) return refuseField('until', '写成 2026-10-16 这样的日子。');
  if (until < dayOf(now)) return refuseField('until', '办完的日子不能早于今天。');
  return until;
}

export const unitChange = (
  unitId: string,
  set: Extract<Change, { table: 'supervision_notice_unit' }>['set'],
): Change => ({
  ...{ table: 'supervision_notice_unit', id: unitId, by: 'unit_id', set },
});

const shortOf = ({ network }: Pick<NoticeContext, 'network'>, unitId: string): string =>
  network.unit(unitId)?.short ?? '单位';

const answered = (unit: string): Refusal => new Refusal('conflict', 'alreadyAnswered', `${unit}已经回复过了。`);

/** Nothing left to answer for this post. */
export function hindersAnswer(notice: Notice, context: NoticeContext): Refusal | null {
  const mine = answersFor(context.actor, notice);
  const missing = missingUnits(notice);
  if (mine.some((unitId) => missing.includes(unitId))) return null;
  return answered(shortOf(context, mine[0] ?? ''));
}

/** One unit answers; with the last missing answer the notice waits to be checked. */
export function answerNotice(notice: Notice, input: AnswerInput, context: NoticeContext): Decision {
  const { actor, now, newId } = context;
  const [mine, missing] = [answersFor(actor, notice), missingUnits(notice)];
  const unitId = input.unitId ?? mine.find((id) => missing.includes(id)) ?? '';
  if (!mine.includes(unitId)) refuseField('unitId', '这个单位的回复由它自己交。');
  const unit = shortOf(context, unitId);
  if (!missing.includes(unitId)) throw answered(unit);
  const promisedOn = promised(input.until, now);
  const all = missing.every((id) => id === unitId);
  const until = promisedOn ? `，${formatDay(promisedOn)}前办完` : '';
  const note = (kind: string, body: string) => ({
    id: newId(),
    kind,
    visibility: 'shared' as const,
    body: body.trim(),
  });
  return {
    type: 'answerSupervision',
    to: all ? 'answered' : 'sent',
    data: { unitId, until: promisedOn },
    own: all ? { answered_at: now } : {},
    notes: [note('answerDid', input.did), note('answerWhy', input.why)],
    changes: [unitChange(unitId, { answered_at: now, promised_on: promisedOn })],
    clocks: [{ act: 'stop', kind: 'supervisionReply', unitId }],
    tell: [
      {
        owner: verifierOf(concernedOf(notice), notice.issuerCenterId),
        text: `${unit}回复了督办单 ${nameOfNotice(notice)}${until}。`,
      },
    ],
  };
}

export const hindersSendingBack = (notice: Notice): Refusal | null =>
  missingUnits(notice).length < notice.units.length
    ? null
    : new Refusal('conflict', 'notAnswered', '还没有单位回复，没有什么可退。');

/** 退回重报: the answer says too little; a new reply clock begins. */
export function sendBackAnswer(notice: Notice, input: SendBackAnswerInput, context: NoticeContext): Decision {
  refuseIf(hindersSendingBack(notice));
  const { unitId } = input;
  const own = notice.units.find((unit) => unit.unitId === unitId);
  if (!own) return refuseField('unitId', '这张督办单没有发给这个单位。');
  if (!own.answeredAt)
    throw new Refusal('conflict', 'notAnswered', `${shortOf(context, unitId)}还没有回复，没有什么可退。`);
  const returns = own.returns + 1;
  const text = `督办单 ${nameOfNotice(notice)} 的回复退回重报。`;
  return {
    type: 'sendBackAnswer',
    data: { unitId, times: returns },
    own: { answered_at: null },
    notes: [{ id: context.newId(), kind: 'sendBackReason', visibility: 'shared', body: input.reason.trim() }],
    changes: [unitChange(unitId, { answered_at: null, promised_on: null, returns })],
    clocks: [{ act: 'start', kind: 'supervisionReply', unitId }],
    tell: answerersOf(concernedOf(notice), unitId).map((owner) => ({ owner, text })),
  };
}
