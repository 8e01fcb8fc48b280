import type { ClockChange } from '../deadlines/clockChanges.ts';
import { recordClockChanges } from '../deadlines/clocks.sql.ts';
import { recordAside } from '../matters/aside.sql.ts';
import * as matters from '../matters/record.sql.ts';
import { record, type Tx } from '../platform/db.ts';
import { chainStart } from '../platform/eventChain.ts';
import { newId } from '../platform/ids.ts';
import { type Notice, type NoticeFacts, noticeTodos } from './notice.ts';
import { type NoticeMeans, startReplyClock } from './noticeSteps.sql.ts';
import type { AboutDispute, NoticePlan } from './supervise.ts';

export type Urgency = 'none' | 'urgent' | 'extraUrgent';

/** All that one notice says; its code and number were taken before, inside the same transaction where gapless. */
export type Issue = {
  about: AboutDispute;
  plan: NoticePlan;
  clock: { id: string; kind: string } | null;
  origin: 'ladder' | 'leader';
  code: string;
  number: string;
  reason: string;
  ask: string;
  urgency: Urgency;
  cosignerIds: readonly string[];
  facts: NoticeFacts;
};

const SERIES = '综督';

/**
 * The next number of an office in a year. The row stays locked until the commit, so that a number is either on a paper
 * or was never given; offices wait for nobody but themselves.
 */
export async function takeNumber(tx: Tx, countyCode: string, officeId: string, year: number): Promise<number> {
  const row = await tx
    .insertInto('doc_number')
    .values({ county_code: countyCode, office_id: officeId, series: SERIES, year, last_number: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['county_code', 'office_id', 'series', 'year'])
        .doUpdateSet((eb) => ({ last_number: eb('doc_number.last_number', '+', 1) })),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow();
  return row.last_number;
}

/** The notice as it will stand, before anything is written: a preview shows it, the record writes it. */
export function draftNotice(issue: Issue, means: NoticeMeans): { notice: Notice; changes: ClockChange[] } {
  const { about, plan } = issue;
  const changes = plan.unitIds.map((unitId) => startReplyClock(unitId, means));
  const clocks = changes.flatMap((change) => (change.kind === 'start' ? [change.clock] : []));
  const notice: Notice = {
    countyCode: about.countyCode,
    id: newId(means.now),
    code: issue.code,
    number: issue.number,
    level: plan.level,
    origin: issue.origin,
    status: 'sent',
    eventSeq: 0,
    eventHash: chainStart,
    version: 1,
    seenBy: plan.seenBy,
    openedAt: means.now,
    restricted: about.restricted,
    regionCode: about.regionCode,
    receivingCenterId: about.receivingCenterId,
    issuerCenterId: plan.issuerCenterId,
    issuedByPostId: issue.origin === 'leader' ? means.actor.postId : null,
    aboutMatterId: about.id,
    aboutCode: about.code,
    clockKind: issue.clock?.kind ?? null,
    leadUnitId: about.leadUnitId,
    handlerPostId: about.handlerPostId,
    namedPostIds: about.namedPostIds,
    copies: 0,
    units: plan.unitIds.map((unitId) => ({ unitId, answeredAt: null, promisedOn: null, returns: 0 })),
    clocks,
  };
  return { notice, changes };
}

function dueOf(notice: Notice): Date | null {
  const dates = notice.clocks.flatMap(({ dueAt }) => (dueAt ? [dueAt.getTime()] : []));
  return dates.length > 0 ? new Date(Math.min(...dates)) : null;
}

/** The matter goes in first: its event refers to it, and it then keeps the event's hash. */
function recordMatter(tx: Tx, { about, plan, reason, ask, number, clock }: Issue, notice: Notice, means: NoticeMeans) {
  const { actor, now } = means;
  const matter = {
    county_code: notice.countyCode,
    id: notice.id,
    kind: 'supervision' as const,
    code: notice.code,
    status: 'sent',
    title: plan.title,
    category_code: about.categoryCode,
    region_code: about.regionCode,
    receiving_center_id: about.receivingCenterId,
    lead_unit_id: plan.unitIds[0] ?? null,
    due_at: dueOf(notice),
    seen_by: plan.seenBy,
    restricted: about.restricted,
    opened_at: now,
    updated_at: now,
  };
  record(tx, tx.insertInto('matter').values(matter));
  const data = {
    aboutMatterId: about.id,
    clockId: clock?.id ?? null,
    level: plan.level,
    unitIds: [...plan.unitIds],
    number,
  };
  const eventId = newId(now);
  recordAside(tx, notice, { eventId, at: now, actor, type: 'supervise', data }, null);
  const event = { ...notice, eventId, seq: 1, previousHash: '', at: now, actor, type: 'supervise' };
  const note = (kind: string, body: string) => ({ id: newId(now), kind, visibility: 'shared' as const, body });
  const notes = [note('superviseReason', reason), note('superviseAsk', ask)];
  const facts = { ...event, statusBefore: null, statusAfter: 'sent', data: {} };
  matters.recordNotes(tx, notice, facts, { type: 'supervise', notes }, () => newId(now));
}

function recordNoticeRow(tx: Tx, issue: Issue, notice: Notice, now: Date): void {
  const key = { county_code: notice.countyCode, matter_id: notice.id };
  const row = {
    ...key,
    about_matter_id: issue.about.id,
    about_code: issue.about.code,
    clock_id: issue.clock?.id ?? null,
    clock_kind: issue.clock?.kind ?? null,
    level: notice.level,
    unit_id: issue.plan.unitIds[0] ?? '',
    sent_at: now,
    origin: issue.origin,
    doc_number: issue.number,
    issuer_center_id: notice.issuerCenterId,
    issued_by_post_id: notice.issuedByPostId,
    cosigner_ids: [...issue.cosignerIds],
    urgency: issue.urgency,
    facts: JSON.stringify(issue.facts),
  };
  record(tx, tx.insertInto('supervision_notice').values(row));
  const units = issue.plan.unitIds.map((unit_id, position) => ({ ...key, unit_id, position }));
  record(tx, tx.insertInto('supervision_notice_unit').values(units));
}

/** The notice is a matter of its own, with its own code, clocks and debts; the dispute's timeline tells of it. */
export function recordNotice(tx: Tx, issue: Issue, means: NoticeMeans): Notice {
  const { actor, now } = means;
  const { about, plan } = issue;
  const make = () => newId(now);
  const { notice, changes } = draftNotice(issue, means);
  matters.recordAsSystem(tx);
  recordMatter(tx, issue, notice, means);
  recordNoticeRow(tx, issue, notice, now);
  recordClockChanges(tx, notice.countyCode, notice.id, changes);
  matters.recordTodos(tx, notice, noticeTodos(notice), now, make);
  const listing = { kind: 'supervision' as const, status: 'sent', dueAt: dueOf(notice), openedAt: now };
  matters.recordSeen(tx, notice, [], plan.seenBy, listing);
  matters.recordNotices(tx, notice, notice.code, { type: 'supervise', tell: plan.tell }, now, make);
  const data = {
    level: plan.level,
    unitIds: [...plan.unitIds],
    clockKind: issue.clock?.kind ?? null,
    number: issue.number,
    origin: issue.origin,
  };
  recordAside(tx, about, { eventId: make(), at: now, actor, type: 'supervise', data });
  return notice;
}
