import { sql } from 'kysely';
import type { Clock } from '../deadlines/clock.ts';
import { type ClockRow, clockJson, clockOf } from '../deadlines/clockRow.sql.ts';
import { takeNumber } from '../documents/takeNumber.sql.ts';
import { findCommandResult, recordCommandResult, targetOf } from '../matters/commandResults.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Queries, reading, type Tx } from '../platform/db.ts';
import { dayOf, yearOf } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import { countyOfCode } from '../procedures/code.ts';
import { outlookOfOpening } from '../procedures/outlook.ts';
import { contextFor } from '../procedures/takeStep.sql.ts';
import type { Outlook } from '../procedures/views.ts';
import { type IssueDecision, type IssueInput, issueNotice } from './issueNotice.ts';
import { findAbout, lockAbout } from './lateMatters.sql.ts';
import type { NoticeContext } from './notice.ts';
import { nextNoticeCode } from './noticeCode.sql.ts';
import { factsOfNotice } from './noticeFacts.ts';
import { docNumber, docWordOf } from './noticeNumber.ts';
import { draftNotice, type Issue, recordNotice } from './recordNotice.sql.ts';
import type { AboutDispute } from './supervise.ts';
import type { SupervisionEngine } from './supervisionEngine.ts';

export type NoticeIssued = { code: string; number: string; sentence: string };

async function listClocks(queries: Queries, { countyCode, id }: AboutDispute): Promise<Clock[]> {
  const { rows } = await sql<{ clock: ClockRow }>`select ${clockJson} as clock from visible_matter_clock c
    where c.county_code = ${countyCode} and c.matter_id = ${id} and c.stopped_at is null`.execute(queries);
  return rows.map((row) => clockOf(row.clock));
}

/** Notices about the same clock of the dispute, or about the dispute as such. */
async function countBefore(queries: Queries, { countyCode, id }: AboutDispute, clockId: string | null) {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from visible_supervision_notice n
    join matter m on m.county_code = n.county_code and m.id = n.matter_id
    where n.county_code = ${countyCode} and n.about_matter_id = ${id} and n.clock_id is not distinct from ${clockId}::uuid
      and m.status <> 'withdrawn'`.execute(queries);
  return rows[0]?.n ?? 0;
}

/** By the county's rules of today: they are pinned on the notice as it begins. */
export function issuingContext(engine: SupervisionEngine, actor: Actor, about: AboutDispute): NoticeContext {
  const settingsVersion = engine.reference().pinFor(about.countyCode, engine.kinds.supervision.kind);
  return contextFor(engine, actor, { ...about, settingsVersion });
}

async function decide(queries: Queries, about: AboutDispute, input: IssueInput, context: NoticeContext) {
  const [clocks, before] = await Promise.all([listClocks(queries, about), countBefore(queries, about, input.clockId)]);
  return issueNotice(about, input, { ...context, clocks, before });
}

function issueOf(
  about: AboutDispute,
  input: IssueInput,
  { plan, clock, replyRule }: IssueDecision,
  given: { code: string; number: string },
  { calendar, now }: NoticeContext,
): Issue {
  return {
    ...{ about, plan, replyRule, ...given },
    clock: clock && { id: clock.id, kind: clock.kind },
    origin: 'leader',
    reason: input.reason.trim(),
    ask: input.ask.trim(),
    urgency: input.urgency,
    cosignerIds: input.cosignerIds,
    facts: factsOfNotice(about, clock, calendar, now),
  };
}

const noDispute = () => refuse('notFound', 'noSuchMatter', '没有这件事，或者您的岗位看不到它。核对编号再试。');

/** The number of a paper that an office issues, from the office's own series of the year. */
export async function numberFor(engine: SupervisionEngine, tx: Tx, officeId: string, now: Date): Promise<string> {
  const { network, rulesFor } = engine.reference();
  const office = network.unit(officeId);
  if (!office) throw new Error(`no office ${officeId}`);
  const { docWord } = rulesFor(office.countyCode).rules.supervision;
  const year = yearOf(dayOf(now));
  const word = docWordOf(office, (region) => network.region(region)?.short, docWord);
  const series = { countyCode: office.countyCode, officeId: office.id, series: '综督', year };
  return docNumber(word, year, await takeNumber(tx, series));
}

/** Lock, decide, number, record: the number is given last, so that a refusal uses none. */
export async function issueByHand(
  engine: SupervisionEngine,
  actor: Actor,
  code: string,
  { commandId, ...input }: IssueInput & { commandId?: string },
): Promise<NoticeIssued> {
  const countyCode = countyOfCode(code);
  const key = { countyCode, commandId, actor, target: targetOf(code, 'supervise') };
  const noticeCode = await nextNoticeCode(engine.db, countyCode, engine.now());
  return command(engine.db, actor, async (tx) => {
    const about = (await lockAbout(tx, countyCode, code)) ?? noDispute();
    const first = await findCommandResult<NoticeIssued>(tx, key);
    if (first) return first;
    const context = issuingContext(engine, actor, about);
    const decision = await decide(tx, about, input, context);
    const { issuerCenterId, unitIds } = decision.plan;
    const number = await numberFor(engine, tx, issuerCenterId, context.now);
    const issue = issueOf(about, input, decision, { code: noticeCode, number }, context);
    recordNotice(engine, tx, issue, context);
    const names = unitIds.map((unitId) => context.network.unit(unitId)?.short ?? '').join('、');
    const issued = { code: noticeCode, number, sentence: `督办单 ${number} 已发给${names}。` };
    recordCommandResult(tx, key, about.id, context.now, issued);
    return issued;
  });
}

/** The same decision without number and record. */
export function previewIssueByHand(
  engine: SupervisionEngine,
  actor: Actor,
  code: string,
  input: IssueInput,
): Promise<Outlook> {
  const countyCode = countyOfCode(code);
  return reading(engine.db, actor, async (queries) => {
    const about = (await findAbout(queries, countyCode, code)) ?? noDispute();
    const context = issuingContext(engine, actor, about);
    const decision = await decide(queries, about, input, context);
    const issue = issueOf(about, input, decision, { code: '', number: '' }, context);
    const undo = '发错了可以撤销，写明理由；编号不收回，时间线里留着。';
    return outlookOfOpening(engine.kinds.supervision, draftNotice(engine, issue, context), undo, context);
  });
}
