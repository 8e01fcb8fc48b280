import { sql } from 'kysely';
import type { Actor } from '../platform/actor.ts';
import { cursorOf, readCursor } from '../platform/cursor.ts';
import { type Queries, record, recordRows, recordText, type Tx } from '../platform/db.ts';
import { idFor, newId } from '../platform/ids.ts';
import { dayOf, startOfDay } from '../platform/now.ts';
import type { Service } from './services.ts';
import type { Place } from './tickets.sql.ts';
import { finishTicket } from './tickets.sql.ts';
import { type VisitCorrection, type VisitInput, withoutTrace } from './visitInput.ts';

/** Rows from before a visit could have several services name the one they had. */
export const servicesOf = sql<string[]>`case when v.services = '{}' then array[v.service] else v.services end`;

const atCenter = (actor: Actor): string => actor.centerId ?? actor.unitId;

type NewVisit = VisitInput & { matterId: string | null; counter: number | null };

/** Visits are counted in person-times; one that is no dispute ends here, and its number with it. */
export function recordVisit(tx: Tx, actor: Actor, visit: NewVisit, now: Date): string {
  const { services, headCount, memo, confidential = false, ticketId } = withoutTrace(visit);
  const centerId = atCenter(actor);
  const id = visit.commandId ? idFor(visit.commandId, actor.postId, centerId) : newId(now);
  const values = {
    county_code: actor.countyCode,
    id,
    center_id: centerId,
    owner: `c:${centerId}`,
    at: now,
    post_id: actor.postId,
    service: services[0] ?? 'consultation',
    services,
    head_count: headCount,
    matter_id: visit.matterId,
    memo,
    confidential,
    ticket_id: confidential ? null : (ticketId ?? null),
    counter_number: visit.counter,
  };
  recordRows(tx, 'visit', [values], 'on conflict (county_code, id) do nothing');
  recordRows(tx, 'visit_change', [{ county_code: actor.countyCode, center_id: centerId, day: startOfDay(dayOf(now)) }]);
  if (ticketId !== undefined) finishTicket(tx, { countyCode: actor.countyCode, centerId }, ticketId, now);
  return id;
}

/** A visit that was recorded as a consultation turns out to be a dispute: counted once, and linked. False when it is not there. */
export async function linkVisit(tx: Tx, actor: Actor, visitId: string, matterId: string): Promise<boolean> {
  const row = await tx
    .updateTable('visit')
    .set({ matter_id: matterId })
    .where('county_code', '=', actor.countyCode)
    .where('id', '=', visitId)
    .where('center_id', '=', atCenter(actor))
    .where('matter_id', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function lockVisit(tx: Tx, { countyCode, centerId }: Place, id: string) {
  const row = await tx
    .selectFrom('visit as v')
    .select(['v.id', 'v.at', 'v.post_id', 'v.head_count', 'v.matter_id', 'v.withdrawn_at', 'v.confidential'])
    .select(servicesOf.as('services'))
    .where('v.county_code', '=', countyCode)
    .where('v.center_id', '=', centerId)
    .where('v.id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  const { post_id: postId, matter_id: matterId, head_count: headCount, services, confidential } = row;
  return {
    postId,
    matterId,
    headCount,
    services,
    confidential,
    day: dayOf(row.at),
    withdrawn: row.withdrawn_at !== null,
  };
}

type Change = { correction: VisitCorrection & { confidential: boolean } } | { withdrawn: true };

/** The day is counted anew behind it (rollups/visitDays.sql.ts). */
export function recordVisitChange(tx: Tx, { countyCode }: Place, id: string, change: Change, now: Date): void {
  const set =
    'withdrawn' in change
      ? { withdrawn_at: now }
      : {
          service: change.correction.services[0] ?? 'consultation',
          services: change.correction.services as Service[],
          head_count: change.correction.headCount,
          memo: withoutTrace(change.correction).memo,
          corrected_at: now,
        };
  record(tx, tx.updateTable('visit').set(set).where('county_code', '=', countyCode).where('id', '=', id));
  recordText(
    tx,
    `insert into visit_change (county_code, center_id, day) select v.county_code, v.center_id,
       date_bin('1 day', v.at, '2000-01-01 00:00+08') from visit v where v.county_code = $1 and v.id = $2`,
    [countyCode, id],
  );
}

export type VisitFilter = {
  /** One visit, whatever its day. */
  id?: string | undefined;
  from: Date;
  to: Date;
  service?: string | undefined;
  kind?: 'group' | 'dispute' | 'confidential' | undefined;
  groupFrom: number;
  after?: string | undefined;
  limit: number;
};

/** Newest first, those of one center; of a dispute the code only where the reader may see it. */
export async function listVisits(queries: Queries, { countyCode, centerId }: Place, filter: VisitFilter) {
  let query = queries
    .selectFrom('visit as v')
    .leftJoin('matter as m', (join) =>
      join.onRef('m.county_code', '=', 'v.county_code').onRef('m.id', '=', 'v.matter_id'),
    )
    .leftJoin('ticket as t', (join) =>
      join.onRef('t.county_code', '=', 'v.county_code').onRef('t.id', '=', 'v.ticket_id'),
    )
    .select(['v.id', 'v.at', 'v.post_id', 'v.head_count', 'v.memo', 'v.confidential', 'v.counter_number'])
    .select(['v.matter_id', 'v.corrected_at', 'v.withdrawn_at', 'm.code', 't.prefix', 't.number'])
    .select(servicesOf.as('services'))
    .where('v.county_code', '=', countyCode)
    .where('v.center_id', '=', centerId)
    .where('v.at', '>=', filter.from)
    .where('v.at', '<', filter.to);
  const { id, service, kind } = filter;
  if (id !== undefined) query = query.where('v.id', '=', id);
  if (service !== undefined) query = query.where(sql<boolean>`${service} = any (${servicesOf})`);
  if (kind !== undefined || service !== undefined) query = query.where('v.withdrawn_at', 'is', null);
  if (kind === 'group') query = query.where('v.head_count', '>=', filter.groupFrom);
  if (kind === 'dispute') query = query.where('v.matter_id', 'is not', null);
  if (kind === 'confidential') query = query.where('v.confidential', '=', true);
  if (filter.after !== undefined) {
    const [at, id] = readCursor(filter.after, 'time', 'id');
    query = query.where(sql<boolean>`(v.at, v.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const found = await query
    .orderBy('v.at', 'desc')
    .orderBy('v.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  const rows = found.slice(0, filter.limit);
  const last = rows.at(-1);
  return { rows, next: found.length > rows.length && last ? cursorOf(last.at, last.id) : null };
}
