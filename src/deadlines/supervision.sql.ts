import { sql } from 'kysely';
import type { Calendar } from '../calendar/calendar.ts';
import * as matters from '../matters/record.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { type Queries, record, type Tx } from '../platform/db.ts';
import { chainStart } from '../platform/eventChain.ts';
import { newId } from '../platform/ids.ts';
import type { Clock } from './clock.ts';
import { startClock } from './clockChanges.ts';
import { recordClockChanges } from './clocks.sql.ts';
import type { ClockRule } from './rule.ts';
import { type LateMatter, supervise } from './supervise.ts';

type LateRow = Omit<LateMatter, 'clock'> & {
  clock: { id: string; kind: string; rule: ClockRule; startedAt: string; dueAt: string };
};

/** Matters with a running clock over its time and no open notice for that clock yet. Runs under the house's own key. */
export async function listLate(queries: Queries, countyCode: string, now: Date, limit: number): Promise<LateMatter[]> {
  const { rows } = await sql<LateRow>`
    select m.county_code as "countyCode", m.id, m.code, m.title, m.status, m.region_code as "regionCode",
      m.receiving_center_id as "receivingCenterId", m.lead_unit_id as "leadUnitId", m.handler_post_id as "handlerPostId",
      m.restricted, m.event_seq as "eventSeq", m.event_hash as "eventHash",
      json_build_object('id', c.id, 'kind', c.kind, 'rule', c.rule, 'startedAt', c.started_at, 'dueAt', c.due_at) as clock,
      (select count(*)::int from visible_supervision_notice n
        where n.county_code = m.county_code and n.about_matter_id = m.id) as "noticesSoFar"
    from visible_matter_clock c
    join matter m on m.county_code = c.county_code and m.id = c.matter_id
    where c.county_code = ${countyCode} and m.kind = 'dispute' and c.stopped_at is null and c.due_at <= ${now}
      and c.kind <> 'strikeOff'
      and not exists (select from visible_supervision_notice n
        where n.county_code = c.county_code and n.about_matter_id = c.matter_id and n.clock_id = c.id)
    order by c.due_at limit ${limit}
    for update of m skip locked`.execute(queries);
  return rows.map((row) => ({ ...row, clock: clockOf(row.clock) }));
}

function clockOf(row: LateRow['clock']): Clock {
  return { ...row, startedAt: new Date(row.startedAt), dueAt: new Date(row.dueAt), stoppedAt: null, pauses: [] };
}

export type NoticeMeans = { actor: Actor; now: Date; calendar: Calendar; replyRule: ClockRule; code: string };

/** The notice is a matter of its own, with its own code, clock and debts; the dispute's timeline tells of it. */
export function recordNotice(tx: Tx, late: LateMatter, means: NoticeMeans): void {
  const { actor, now, calendar, replyRule, code } = means;
  const notice = supervise(late);
  const make = () => newId(now);
  const key = { countyCode: late.countyCode, id: make() };
  const change = startClock('supervisionReply', {
    now,
    calendar,
    step: 'supervise',
    newId: make,
    ruleOf: () => replyRule,
  });
  const dueAt = change.kind === 'start' ? change.clock.dueAt : null;
  const event = {
    ...key,
    eventId: make(),
    seq: 1,
    previousHash: chainStart,
    at: now,
    actor,
    type: 'supervise',
    statusBefore: null,
    statusAfter: 'sent',
    data: { aboutMatterId: late.id, clockId: late.clock.id, level: notice.level, unitId: notice.unitId },
  };
  const matter = {
    county_code: key.countyCode,
    id: key.id,
    kind: 'supervision' as const,
    code,
    status: 'sent',
    title: notice.title,
    region_code: late.regionCode,
    receiving_center_id: late.receivingCenterId,
    lead_unit_id: notice.unitId,
    due_at: dueAt,
    seen_by: notice.seenBy,
    restricted: late.restricted,
    event_seq: 1,
    opened_at: now,
    updated_at: now,
  };
  record(tx, tx.insertInto('matter').values(matter));
  const hash = matters.recordEvent(tx, event);
  record(
    tx,
    tx
      .updateTable('matter')
      .set({ event_hash: hash })
      .where('county_code', '=', key.countyCode)
      .where('id', '=', key.id),
  );
  record(
    tx,
    tx
      .insertInto('supervision_notice')
      .values({
        county_code: key.countyCode,
        matter_id: key.id,
        about_matter_id: late.id,
        about_code: late.code,
        clock_id: late.clock.id,
        clock_kind: late.clock.kind,
        level: notice.level,
        unit_id: notice.unitId,
        sent_at: now,
      }),
  );
  recordClockChanges(tx, key.countyCode, key.id, [change]);
  matters.recordTodos(
    tx,
    key,
    [{ owner: notice.answerOwner, act: 'answerNotice', clockKind: 'supervisionReply', dueAt }],
    now,
    make,
  );
  matters.recordSeen(tx, key, [], notice.seenBy, { kind: 'supervision', status: 'sent', dueAt, openedAt: now });
  matters.recordNotices(
    tx,
    { countyCode: late.countyCode, id: late.id },
    late.code,
    { type: 'supervise', tell: notice.tell },
    now,
    make,
  );
  tellDispute(tx, late, { eventId: make(), at: now, actor, level: notice.level, unitId: notice.unitId });
}

function tellDispute(
  tx: Tx,
  late: LateMatter,
  facts: { eventId: string; at: Date; actor: Actor; level: number; unitId: string },
): void {
  const { eventId, at, actor, level, unitId } = facts;
  const seq = late.eventSeq + 1;
  const hash = matters.recordEvent(tx, {
    countyCode: late.countyCode,
    id: late.id,
    eventId,
    seq,
    previousHash: late.eventHash,
    at,
    actor,
    type: 'supervise',
    statusBefore: late.status,
    statusAfter: late.status,
    data: { level, unitId, clockKind: late.clock.kind },
  });
  record(
    tx,
    tx
      .updateTable('matter')
      .set({ event_seq: seq, event_hash: hash })
      .where('county_code', '=', late.countyCode)
      .where('id', '=', late.id),
  );
}

type Open = {
  countyCode: string;
  id: string;
  code: string;
  status: string;
  unitId: string;
  receivingCenterId: string;
  aboutMatterId: string;
  eventSeq: number;
  eventHash: string;
  seenBy: string[];
  openedAt: Date;
};

export async function lockNotice(queries: Queries, countyCode: string, code: string): Promise<Open | undefined> {
  await sql`select from matter where county_code = ${countyCode} and code = ${code} for update`.execute(queries);
  const { rows } = await sql<Open>`
    select m.county_code as "countyCode", m.id, m.code, m.status, n.unit_id as "unitId", m.receiving_center_id as "receivingCenterId",
      n.about_matter_id as "aboutMatterId", m.event_seq as "eventSeq", m.event_hash as "eventHash", m.seen_by as "seenBy", m.opened_at as "openedAt"
    from matter m join visible_supervision_notice n on n.county_code = m.county_code and n.matter_id = m.id
    where m.county_code = ${countyCode} and m.code = ${code} and m.kind = 'supervision'`.execute(queries);
  return rows[0];
}

/** Answer or lifting: one event, the next debt, and the reply clock stopped. */
export function recordNoticeStep(
  tx: Tx,
  notice: Open,
  step: {
    type: 'answerSupervision' | 'liftSupervision';
    text: string;
    actor: Actor;
    now: Date;
    todos: matters.TodoRow[];
    clockIds: readonly string[];
  },
): void {
  const { type, text, actor, now, todos } = step;
  const make = () => newId(now);
  const status = type === 'answerSupervision' ? 'answered' : 'lifted';
  matters.recordAsSystem(tx);
  const event = {
    countyCode: notice.countyCode,
    id: notice.id,
    eventId: make(),
    seq: notice.eventSeq + 1,
    previousHash: notice.eventHash,
    at: now,
    actor,
    type,
    statusBefore: notice.status,
    statusAfter: status,
    data: {},
  };
  const hash = matters.recordEvent(tx, event);
  record(
    tx,
    tx
      .updateTable('matter')
      .set({
        status,
        event_seq: event.seq,
        event_hash: hash,
        due_at: null,
        updated_at: now,
        ...(status === 'lifted' ? { closed_at: now } : {}),
      })
      .where('county_code', '=', notice.countyCode)
      .where('id', '=', notice.id),
  );
  const stamp = status === 'answered' ? { answered_at: now } : { lifted_at: now };
  record(
    tx,
    tx
      .updateTable('supervision_notice')
      .set(stamp)
      .where('county_code', '=', notice.countyCode)
      .where('matter_id', '=', notice.id),
  );
  matters.recordNotes(
    tx,
    notice,
    event,
    { type, notes: [{ id: make(), kind: type, visibility: 'shared', body: text }] },
    make,
  );
  recordClockChanges(
    tx,
    notice.countyCode,
    notice.id,
    step.clockIds.map((id) => ({ kind: 'stop', id, clockKind: 'supervisionReply', at: now, reason: type })),
  );
  matters.recordTodos(tx, notice, todos, now, make);
  matters.recordSeen(tx, notice, notice.seenBy, notice.seenBy, {
    kind: 'supervision',
    status,
    dueAt: null,
    openedAt: notice.openedAt,
  });
}

/** Open notices about a dispute, to be lifted when it is closed. */
export async function listOpenNotices(
  queries: Queries,
  countyCode: string,
  aboutMatterId: string,
): Promise<{ code: string }[]> {
  const { rows } = await sql<{ code: string }>`
    select m.code from visible_supervision_notice n join matter m on m.county_code = n.county_code and m.id = n.matter_id
    where n.county_code = ${countyCode} and n.about_matter_id = ${aboutMatterId} and n.lifted_at is null`.execute(
    queries,
  );
  return rows;
}
