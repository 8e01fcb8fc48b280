import { type Static, Type } from 'typebox';
import { DayField, UnitId } from '../matters/fields.ts';
import { type Day, dayOf, formatDay, isDay } from '../platform/now.ts';
import { Refusal, refuseField } from '../platform/refusal.ts';
import { answersFor, type Notice, nameOfNotice } from './notice.ts';
import {
  type NoticeDecision,
  type NoticeMoment,
  noticeForm,
  noticeText,
  refuseEnded,
  refuseOthers,
  unchanged,
} from './noticeDecision.ts';
import { answerersOf, verifierOf } from './supervise.ts';

export const AnswerInput = noticeForm({
  unitId: Type.Optional(UnitId),
  did: noticeText('做了什么'),
  why: noticeText('为什么晚了'),
  until: Type.Union([DayField, Type.Null()], { title: '什么时候办完' }),
});
export type AnswerInput = Omit<Static<typeof AnswerInput>, 'commandId'>;
export const SendBackAnswerInput = noticeForm({ unitId: UnitId, reason: noticeText('退回的理由') });
export type SendBackAnswerInput = Omit<Static<typeof SendBackAnswerInput>, 'commandId'>;

function promised(until: string | null, now: Date): Day | null {
  if (until === null) return null;
  if (!isDay(until)) return refuseField('until', '写成 2026-10-16 这样的日子。');
  if (until < dayOf(now)) return refuseField('until', '办完的日子不能早于今天。');
  return until;
}

/** One unit answers; with the last missing answer the notice waits to be checked. */
export function answerNotice(notice: Notice, input: AnswerInput, moment: NoticeMoment): NoticeDecision {
  const { actor, now, unitName } = moment;
  refuseEnded(notice);
  const mine = answersFor(actor, notice);
  const unitId = input.unitId ?? mine[0] ?? '';
  if (!mine.includes(unitId))
    throw new Refusal('forbidden', 'notYourNotice', '督办单由收到它的单位回复（单位负责人、承办人）。');
  const own = notice.units.find((unit) => unit.unitId === unitId);
  if (own?.answeredAt) throw new Refusal('conflict', 'alreadyAnswered', `${unitName(unitId)}已经回复过了。`);
  const promisedOn = promised(input.until, now);
  const units = notice.units.map((unit) => (unit.unitId === unitId ? { ...unit, answeredAt: now, promisedOn } : unit));
  const all = units.every((unit) => unit.answeredAt !== null);
  const until = promisedOn ? `，${formatDay(promisedOn)}前办完` : '';
  const told = `${unitName(unitId)}回复了督办单 ${nameOfNotice(notice)}${until}。`;
  return {
    ...unchanged(notice),
    type: 'answerSupervision',
    to: all ? 'answered' : 'sent',
    data: { unitId, until: promisedOn },
    notes: [
      { kind: 'answerDid', body: input.did.trim() },
      { kind: 'answerWhy', body: input.why.trim() },
    ],
    units,
    stops: [unitId],
    tell: [{ owner: verifierOf(notice, notice.issuerCenterId), text: told }],
  };
}

/** 退回重报: the answer says too little; a new reply clock begins. */
export function sendBackAnswer(notice: Notice, input: SendBackAnswerInput, moment: NoticeMoment): NoticeDecision {
  refuseEnded(notice);
  refuseOthers(notice, moment.actor);
  const { unitId } = input;
  const own = notice.units.find((unit) => unit.unitId === unitId);
  if (!own) return refuseField('unitId', '这张督办单没有发给这个单位。');
  const name = moment.unitName(unitId);
  if (!own.answeredAt) throw new Refusal('conflict', 'notAnswered', `${name}还没有回复，没有什么可退。`);
  const again = { ...own, answeredAt: null, promisedOn: null, returns: own.returns + 1 };
  return {
    ...unchanged(notice),
    type: 'sendBackAnswer',
    to: 'sent',
    data: { unitId, times: again.returns },
    notes: [{ kind: 'sendBackReason', body: input.reason.trim() }],
    units: notice.units.map((unit) => (unit.unitId === unitId ? again : unit)),
    starts: [unitId],
    tell: answerersOf(notice, unitId).map((owner) => ({
      owner,
      text: `督办单 ${nameOfNotice(notice)} 的回复退回重报。`,
    })),
  };
}
