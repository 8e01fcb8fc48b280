import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../platform/actor.ts';
import { cursorOf, readCursor } from '../platform/cursor.ts';
import type { Queries } from '../platform/db.ts';
import type { Channel, DeliveryState, Wish } from './delivery.ts';
import { guardianOf, reachedBy } from './reached.sql.ts';

export type DeliveryRow = {
  countyCode: string;
  id: string;
  code: string;
  title: string;
  partyName: string;
  phoneSealed: string | null;
  channel: Channel;
  state: DeliveryState;
  why: string;
  body: string;
  attempts: number;
  dueAt: Date;
  createdAt: Date;
  sentAt: Date | null;
  endedAt: Date | null;
  reference: string | null;
};

const columns: RawBuilder<unknown> = sql`v.county_code as "countyCode", v.id, m.code, m.title, p.name as "partyName",
  ${reachedBy} as "phoneSealed", v.channel, v.state, v.why, v.body, v.attempts,
  v.due_at as "dueAt", v.created_at as "createdAt", v.sent_at as "sentAt", v.ended_at as "endedAt", v.reference`;
const about: RawBuilder<unknown> = sql`join matter m on m.county_code = v.county_code and m.id = v.matter_id
  join visible_party p on p.county_code = v.county_code and p.matter_id = v.matter_id and p.id = v.party_id
  ${guardianOf}`;

export const openStates = ['due', 'sending', 'printed', 'sent'] as const;
export const endedStates = ['delivered', 'failed', 'cancelled'] as const;

export type DeliveryFilter = { channel: Channel; ended: boolean; after?: string | undefined; limit: number };

/** What a desk has to deliver, soonest first; its desk is one of the viewer keys of the post. */
export async function listDeliveries(queries: Queries, actor: Actor, filter: DeliveryFilter) {
  const { channel, ended, after, limit } = filter;
  const states = [...(ended ? endedStates : openStates)];
  const from = after === undefined ? null : readCursor(after, 'time', 'id');
  const onward = from
    ? ended
      ? sql`and (due_at, id) < (${from[0]}::timestamptz, ${from[1]}::uuid)`
      : sql`and (due_at, id) > (${from[0]}::timestamptz, ${from[1]}::uuid)`
    : sql``;
  const order = ended ? sql`due_at desc, id desc` : sql`due_at, id`;
  const outer = ended ? sql`v.due_at desc, v.id desc` : sql`v.due_at, v.id`;
  const { rows: found } = await sql<DeliveryRow>`
    select ${columns}
    from (select county_code, id from delivery where county_code = any(${[...actor.counties]})
      and desk = any(${[...actor.viewers]}) and channel = ${channel} and state = any(${states}) ${onward}
      order by ${order} limit ${limit + 1}) page
    cross join lateral (select * from visible_delivery d where d.county_code = page.county_code and d.id = page.id limit 1) v
    ${about} order by ${outer}`.execute(queries);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? cursorOf(last.dueAt, last.id) : null };
}

/** How many of each way wait for a hand, and how many came to nothing at last. */
export async function countDeliveries(queries: Queries, actor: Actor): Promise<Record<Channel, number>> {
  const { rows } = await sql<{ channel: Channel; n: number }>`
    select channel, count(*)::int as n from delivery where county_code = any(${[...actor.counties]})
      and desk = any(${[...actor.viewers]}) and state = any(${[...openStates]}) group by channel`.execute(queries);
  const of = (channel: Channel): number => rows.find((row) => row.channel === channel)?.n ?? 0;
  return { sms: of('sms'), call: of('call'), letter: of('letter') };
}

/** Everything that went out about one dispute, newest first. */
export async function listDeliveriesOf(queries: Queries, countyCode: string, code: string): Promise<DeliveryRow[]> {
  const { rows } = await sql<DeliveryRow>`
    select ${columns} from visible_delivery v ${about}
    where v.county_code = ${countyCode} and m.code = ${code} order by v.created_at desc, v.id desc limit 200`.execute(
    queries,
  );
  return rows;
}

export type LetterRow = DeliveryRow & { address: string; centerId: string };

/** Letters of this desk with where they go, in the order that they were asked for. */
export async function listLetters(queries: Queries, actor: Actor, ids: readonly string[]): Promise<LetterRow[]> {
  const { rows } = await sql<LetterRow>`
    select ${columns}, p.address, m.receiving_center_id as "centerId" from visible_delivery v ${about}
    where v.county_code = any(${[...actor.counties]}) and v.id = any(${[...ids]}::uuid[]) and v.channel = 'letter'
      and v.desk = any(${[...actor.viewers]}) and v.state in ('due', 'printed', 'sent') order by v.due_at, v.id`.execute(
    queries,
  );
  return rows;
}

export type WishRow = { partyId: string; channel: Wish; note: string };

export async function listWishes(queries: Queries, countyCode: string, code: string): Promise<WishRow[]> {
  const { rows } = await sql<WishRow>`
    select w.party_id as "partyId", w.channel, w.note from visible_contact_wish w
    join matter m on m.county_code = w.county_code and m.id = w.matter_id
    where w.county_code = ${countyCode} and m.code = ${code}`.execute(queries);
  return rows;
}
