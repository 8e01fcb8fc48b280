import { Refusal } from '../platform/refusal.ts';
import { type Notice, nameOfNotice } from './notice.ts';
import {
  type NoticeDecision,
  type NoticeMoment,
  noticeForm,
  noticeText,
  refuseEnded,
  refuseOthers,
  unchanged,
} from './noticeDecision.ts';
import { answerersOf } from './supervise.ts';

export const OpinionInput = noticeForm({ text: noticeText('核对的情况') });
export type OpinionInput = { text: string };
export const WithdrawInput = noticeForm({ reason: noticeText('撤销的理由') });
export type WithdrawInput = { reason: string };

const runningUnits = (notice: Notice): string[] =>
  notice.units.filter((unit) => unit.answeredAt === null).map(({ unitId }) => unitId);

function toAll(notice: Notice, words: string): NoticeDecision['tell'] {
  const owners = new Set(notice.units.flatMap(({ unitId }) => answerersOf(notice, unitId)));
  return [...owners].map((owner) => ({ owner, text: words }));
}

/** 核销: only when every unit has answered, since nothing leaves the list with an open obligation. */
export function liftNotice(notice: Notice, input: OpinionInput, moment: NoticeMoment): NoticeDecision {
  refuseEnded(notice);
  refuseOthers(notice, moment.actor);
  const missing = runningUnits(notice).map(moment.unitName);
  if (missing.length > 0)
    throw new Refusal(
      'conflict',
      'notAnswered',
      `${missing.join('、')}还没有回复，回复后再核销；发错了的用「撤销督办单」。`,
    );
  return {
    ...unchanged(notice),
    type: 'liftSupervision',
    to: 'lifted',
    notes: [{ kind: 'liftSupervision', body: input.text.trim() }],
    tell: toAll(notice, `督办单 ${nameOfNotice(notice)} 已核销。`),
  };
}

/** Issued by mistake: it ends without an answer, and says why. Its number stays used. */
export function withdrawNotice(notice: Notice, input: WithdrawInput, moment: NoticeMoment): NoticeDecision {
  refuseEnded(notice);
  refuseOthers(notice, moment.actor);
  return {
    ...unchanged(notice),
    type: 'withdrawSupervision',
    to: 'withdrawn',
    notes: [{ kind: 'withdrawReason', body: input.reason.trim() }],
    stops: runningUnits(notice),
    tell: toAll(notice, `督办单 ${nameOfNotice(notice)} 已撤销，不用回复。`),
  };
}

/** The house ends a notice: its dispute was closed, what it asked for was done, or a further notice takes its place. */
export function endNotice(notice: Notice, type: 'liftSupervision' | 'replaceSupervision', why: string): NoticeDecision {
  const words = `督办单 ${nameOfNotice(notice)}：${why}`;
  return {
    ...unchanged(notice),
    type,
    to: type === 'liftSupervision' ? 'lifted' : 'replaced',
    notes: [{ kind: type, body: why }],
    stops: runningUnits(notice),
    tell: type === 'liftSupervision' ? toAll(notice, words) : [],
  };
}

/** A rung that sends no new notice: a copy to the leader in charge, or the list for talks. */
export function climb(
  notice: Notice,
  rung: { what: 'copy' | 'interviewList'; label: string; afterDays: number },
  owners: readonly string[],
): NoticeDecision {
  const text = `督办单 ${nameOfNotice(notice)}：逾期满${rung.afterDays}天，${rung.label}。`;
  const listed = rung.what === 'interviewList';
  return {
    ...unchanged(notice),
    type: listed ? 'listForInterview' : 'copySupervision',
    data: { owners, afterDays: rung.afterDays },
    tell: owners.map((owner) => ({ owner, text })),
    stamp: listed ? 'listed' : 'copied',
  };
}
