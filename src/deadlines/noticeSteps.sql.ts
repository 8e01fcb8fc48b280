import { sql } from 'kysely';
import * as matters from '../matters/record.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { type Queries, record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { recordClockChanges } from './clocks.sql.ts';

export type OpenNotice = {
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

export async function lockNotice(queries: Queries, countyCode: string, code: string): Promise<OpenNotice | undefined> {
  await sql`select from matter where county_code = ${countyCode} and code = ${code} for update`.execute(queries);
  const { rows } = await sql<OpenNotice>`
    select m.county_code as "countyCode", m.id, m.code, m.status, n.unit_id as "unitId", m.receiving_center_id as "receivingCenterId",
      n.about_matter_id as "aboutMatterId", m.event_seq as "eventSeq", m.event_hash as "eventHash", m.seen_by as "seenBy", m.opened_at as "openedAt"
    from matter m join visible_supervision_notice n on n.county_code = m.county_code and n.matter_id = m.id
    where m.county_code = ${countyCode} and m.code = ${code} and m.kind = 'supervision'`.execute(queries);
  return rows[0];
}

/** The reply clock of a notice, as long as it runs. */
export async function listRunningClockIds(queries: Queries, countyCode: string, matterId: string): Promise<string[]> {
  const rows = await queries
    .selectFrom('visible_matter_clock')
    .select('id')
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', matterId)
    .where('stopped_at', 'is', null)
    .execute();
  return rows.map((row) => row.id);
}

type NoticeStep = {
  type: 'answerSupervision' | 'liftSupervision';
  text: string;
  actor: Actor;
  now: Date;
  todos: matters.TodoRow[];
  clockIds: readonly string[];
};

function eventOf(notice: OpenNotice, { type, actor, now }: NoticeStep, statusAfter: string): matters.EventFacts {
  return {
    countyCode: notice.countyCode,
    id: notice.id,
    eventId: newId(now),
    seq: notice.eventSeq + 1,
    previousHash: notice.eventHash,
    at: now,
    actor,
    type,
    statusBefore: notice.status,
    statusAfter,
    data: {},
  };
}

function recordState(tx: Tx, { countyCode, id }: OpenNotice, event: matters.EventFacts, hash: string): void {
  const { at, seq, statusAfter } = event;
  const lifted = statusAfter === 'lifted';
  const state = { status: statusAfter, event_seq: seq, event_hash: hash, due_at: null, updated_at: at };
  const matter = tx.updateTable('matter').set(lifted ? { ...state, closed_at: at } : state);
  const stamp = tx.updateTable('supervision_notice').set(lifted ? { lifted_at: at } : { answered_at: at });
  record(tx, matter.where('county_code', '=', countyCode).where('id', '=', id));
  record(tx, stamp.where('county_code', '=', countyCode).where('matter_id', '=', id));
}

/** Answer or lifting: one event, the next debt, and the reply clock stopped. */
export function recordNoticeStep(tx: Tx, notice: OpenNotice, step: NoticeStep): void {
  const { type, text, now, todos } = step;
  const make = () => newId(now);
  const status = type === 'answerSupervision' ? 'answered' : 'lifted';
  matters.recordAsSystem(tx);
  const event = eventOf(notice, step, status);
  recordState(tx, notice, event, matters.recordEvent(tx, event));
  const note = { id: make(), kind: type, visibility: 'shared' as const, body: text };
  matters.recordNotes(tx, notice, event, { type, notes: [note] }, make);
  recordClockChanges(
    tx,
    notice.countyCode,
    notice.id,
    step.clockIds.map((id) => ({ kind: 'stop', id, clockKind: 'supervisionReply', at: now, reason: type })),
  );
  matters.recordTodos(tx, notice, todos, now, make);
  const listing = { kind: 'supervision' as const, status, dueAt: null, openedAt: notice.openedAt };
  matters.recordSeen(tx, notice, notice.seenBy, notice.seenBy, listing);
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
