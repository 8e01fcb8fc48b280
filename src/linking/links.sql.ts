import { sql } from 'kysely';
import type { Dispute } from '../disputes/dispute.ts';
import type { Queries } from '../platform/db.ts';

type Key = Pick<Dispute, 'countyCode' | 'id'>;

export type LinkRow = {
  matterId: string;
  linkedAt: Date;
  endedAt: Date | null;
  howEnded: 'split' | 'closed' | 'moved' | null;
};

/** Whom it follows or followed until both were closed. */
export async function findLeadLink(queries: Queries, { countyCode, id }: Key): Promise<LinkRow | undefined> {
  const { rows } = await sql<LinkRow>`
    select l.lead_id as "matterId", l.linked_at as "linkedAt", l.ended_at as "endedAt", l.how_ended as "howEnded"
    from visible_dispute_link l
    where l.county_code = ${countyCode} and l.matter_id = ${id}::uuid and (l.ended_at is null or l.how_ended = 'closed')
    order by l.linked_at desc limit 1`.execute(queries);
  return rows[0];
}

/** Those who follow it, or were closed with it, in the order they came. */
export async function listFollowers(queries: Queries, { countyCode, id }: Key): Promise<LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select l.matter_id as "matterId", l.linked_at as "linkedAt", l.ended_at as "endedAt", l.how_ended as "howEnded"
    from visible_lead_link l
    where l.county_code = ${countyCode} and l.lead_id = ${id}::uuid and (l.ended_at is null or l.how_ended = 'closed')
    order by l.linked_at, l.matter_id limit 200`.execute(queries);
  return rows;
}
