import { sql } from 'kysely';
import type { Clock } from '../deadlines/clock.ts';
import { type ClockRow, clockJson, clockOf } from '../deadlines/clockRow.sql.ts';
import { findCommandResult, recordCommandResult } from '../matters/record.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Queries, reading, type Tx } from '../platform/db.ts';
import { dayOf, yearOf } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import { type IssueDecision, type IssueInput, issueNotice } from './issueNotice.ts';
import { findAbout, lockAbout } from './lateMatters.sql.ts';
import { nextNoticeCode } from './noticeCode.sql.ts';
import { factsOfNotice } from './noticeFacts.ts';
import { docNumber, docWordOf } from './noticeNumber.ts';
import { type NoticePreview, previewIssue } from './noticePreview.ts';
import type { AboutDispute } from './supervise.ts';
import { draftNotice, type Issue, recordNotice, takeNumber } from './supervision.sql.ts';
import { calendarOf, replyRuleOf, type SupervisionEngine } from './supervisionEngine.ts';

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

async function decide(
  engine: SupervisionEngine,
  actor: Actor,
  queries: Queries,
  about: AboutDispute,
  input: IssueInput,
) {
  const calendar = calendarOf(engine, about.countyCode);
  const [clocks, before] = await Promise.all([listClocks(queries, about), countBefore(queries, about, input.clockId)]);
  const { network } = engine.reference();
  const replyRule = replyRuleOf(engine, about.countyCode);
  return issueNotice(about, input, { actor, now: engine.now(), calendar, network, replyRule, clocks, before });
}

function issueOf(
  engine: SupervisionEngine,
  about: AboutDispute,
  input: IssueInput,
  { plan, clock }: IssueDecision,
  given: { code: string; number: string },
): Issue {
  const calendar = calendarOf(engine, about.countyCode, about.receivingCenterId);
  const facts = factsOfNotice(about, clock, calendar, engine.now());
  return {
    about,
    plan,
    clock: clock && { id: clock.id, kind: clock.kind },
    origin: 'leader',
    ...given,
    reason: input.reason.trim(),
    ask: input.ask.trim(),
    urgency: input.urgency,
    cosignerIds: input.cosignerIds,
    facts,
  };
}

const noDispute = () => refuse('notFound', 'noSuchDispute', '没有这件事，或者您的岗位看不到它。核对编号再试。');

async function numberFor(engine: SupervisionEngine, tx: Tx, officeId: string, now: Date): Promise<string> {
  const { network, rulesFor } = engine.reference();
  const office = network.unit(officeId);
  if (!office) throw new Error(`no office ${officeId}`);
  const { docWord } = rulesFor(office.countyCode).rules.supervision;
  const year = yearOf(dayOf(now));
  const word = docWordOf(office, (region) => network.region(region)?.short, docWord);
  return docNumber(word, year, await takeNumber(tx, office.countyCode, office.id, year));
}

/** Lock, decide, number, record: the number is given last, so that a refusal uses none. */
export async function issueByHand(
  engine: SupervisionEngine,
  actor: Actor,
  code: string,
  body: IssueInput & { commandId?: string },
): Promise<NoticeIssued> {
  const countyCode = code.slice(0, 6);
  const now = engine.now();
  const noticeCode = await nextNoticeCode(engine.db, countyCode, now);
  return command(engine.db, actor, async (tx) => {
    const about = (await lockAbout(tx, countyCode, code)) ?? noDispute();
    const first = await findCommandResult<NoticeIssued>(tx, countyCode, body.commandId);
    if (first) return first;
    const decision = await decide(engine, actor, tx, about, body);
    const number = await numberFor(engine, tx, decision.plan.issuerCenterId, now);
    const calendar = calendarOf(engine, countyCode);
    const issue = issueOf(engine, about, body, decision, { code: noticeCode, number });
    recordNotice(tx, issue, { actor, now, calendar, replyRule: decision.replyRule });
    const { network } = engine.reference();
    const names = decision.plan.unitIds.map((unitId) => network.unit(unitId)?.short ?? '').join('、');
    const issued = { code: noticeCode, number, sentence: `督办单 ${number} 已发给${names}。` };
    recordCommandResult(tx, about, body.commandId, actor, now, issued);
    return issued;
  });
}

/** The same decision without number and record. */
export function previewIssueByHand(
  engine: SupervisionEngine,
  actor: Actor,
  code: string,
  input: IssueInput,
): Promise<NoticePreview> {
  const countyCode = code.slice(0, 6);
  return reading(engine.db, actor, async (queries) => {
    const about = (await findAbout(queries, countyCode, code)) ?? noDispute();
    const decision = await decide(engine, actor, queries, about, input);
    const calendar = calendarOf(engine, countyCode);
    const issue = issueOf(engine, about, input, decision, { code: '', number: '' });
    const draft = draftNotice(issue, { actor, now: engine.now(), calendar, replyRule: decision.replyRule });
    return previewIssue(draft.changes, decision.plan, { ...engine.reference(), calendar, now: engine.now() });
  });
}
