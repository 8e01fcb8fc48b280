import { findCommandResult, recordCommandResult } from '../matters/record.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Queries, reading } from '../platform/db.ts';
import { refuse } from '../platform/refusal.ts';
import { answerNotice, sendBackAnswer } from './answerNotice.ts';
import { liftNotice, withdrawNotice } from './endNotice.ts';
import type { Notice } from './notice.ts';
import type { NoticeDecision, NoticeMoment } from './noticeDecision.ts';
import { readNoticeDetail } from './noticeDetail.sql.ts';
import { type NoticePreview, previewNoticeStep } from './noticePreview.ts';
import { findNotice, lockNotice } from './noticeRows.sql.ts';
import { noticeClockChanges, recordNoticeStep } from './noticeSteps.sql.ts';
import { noticeView } from './noticeView.ts';
import type { NoticeDone, NoticeView } from './noticeViews.ts';
import { calendarOf, replyRuleOf, type SupervisionEngine } from './supervisionEngine.ts';

/** The steps that a person takes on a notice; each is the noun of its address. */
export const noticeSteps = {
  answers: answerNotice,
  'answer-returns': sendBackAnswer,
  liftings: liftNotice,
  withdrawals: withdrawNotice,
} as const;
export type NoticeNoun = keyof typeof noticeSteps;

const done: Record<NoticeNoun, string> = {
  answers: '回复已交。',
  'answer-returns': '回复已退回，新的回复时限开始了。',
  liftings: '督办单已解除。',
  withdrawals: '督办单已撤销。',
};

const absent = () => refuse('notFound', 'noSuchNotice', '没有这张督办单，或者您的岗位看不到它。');
const countyOf = (code: string): string => code.slice(2, 8);

function momentOf(engine: SupervisionEngine, actor: Actor): NoticeMoment {
  const { network } = engine.reference();
  return { actor, now: engine.now(), unitName: (unitId) => network.unit(unitId)?.short ?? '单位' };
}

function decide(engine: SupervisionEngine, actor: Actor, notice: Notice, noun: NoticeNoun, input: object) {
  const step = noticeSteps[noun] as (notice: Notice, input: never, moment: NoticeMoment) => NoticeDecision;
  return step(notice, input as never, momentOf(engine, actor));
}

function meansOf(engine: SupervisionEngine, actor: Actor, countyCode: string) {
  const replyRule = replyRuleOf(engine, countyCode);
  return { actor, now: engine.now(), calendar: calendarOf(engine, countyCode), replyRule };
}

/** Lock, decide, record. */
export function takeNoticeStep(
  engine: SupervisionEngine,
  actor: Actor,
  code: string,
  noun: NoticeNoun,
  body: object,
): Promise<NoticeDone> {
  const countyCode = countyOf(code);
  const { commandId, ...input } = body as { commandId?: string };
  return command(engine.db, actor, async (tx) => {
    const notice = (await lockNotice(tx, countyCode, code)) ?? absent();
    const first = await findCommandResult<NoticeDone>(tx, countyCode, commandId);
    if (first) return first;
    const decision = decide(engine, actor, notice, noun, input);
    const after = recordNoticeStep(tx, notice, decision, meansOf(engine, actor, countyCode));
    const result = { code, status: after.status, sentence: done[noun] };
    recordCommandResult(tx, notice, commandId, actor, engine.now(), result);
    return result;
  });
}

export function previewStepOf(
  engine: SupervisionEngine,
  actor: Actor,
  code: string,
  noun: NoticeNoun,
  input: object,
): Promise<NoticePreview> {
  const countyCode = countyOf(code);
  return reading(engine.db, actor, async (queries) => {
    const notice = (await findNotice(queries, countyCode, code)) ?? absent();
    const decision = decide(engine, actor, notice, noun, input);
    const means = meansOf(engine, actor, countyCode);
    const changes = noticeClockChanges(notice, decision, means);
    return previewNoticeStep(decision, changes, { ...engine.reference(), ...means });
  });
}

async function view(engine: SupervisionEngine, queries: Queries, actor: Actor, code: string): Promise<NoticeView> {
  const notice = (await findNotice(queries, countyOf(code), code)) ?? absent();
  const detail = await readNoticeDetail(queries, notice);
  const calendar = calendarOf(engine, notice.countyCode);
  return noticeView(notice, detail, { ...engine.reference(), actor, calendar, now: engine.now() });
}

export function readNotice(engine: SupervisionEngine, actor: Actor, code: string): Promise<NoticeView> {
  return reading(engine.db, actor, (queries) => view(engine, queries, actor, code));
}
