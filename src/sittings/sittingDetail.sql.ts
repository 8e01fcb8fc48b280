import type { MatterKey } from '../matters/record.sql.ts';
import { ask, type Queries } from '../platform/db.ts';
import type { Sitting } from './sitting.ts';
import type { BookedRow, HeardRow, MinutesRow, NoteRow, ProposalRow, SittingDetail } from './sittingRows.ts';

/** Its words: what the page and the paper show besides the sitting itself. */
export async function readDetail(queries: Queries, { countyCode, id }: MatterKey): Promise<SittingDetail> {
  const key = [countyCode, id];
  const where = 'where county_code = $1 and matter_id = $2';
  const [[own], reasons, proposals, notes, minutes, booked] = await Promise.all([
    ask<{ agenda: string; endedAt: Date | null }>(
      queries,
      `select agenda, ended_at as "endedAt" from visible_sitting ${where}`,
      key,
    ),
    ask<{ id: string; reason: string }>(queries, `select id, reason from visible_sitting_invite ${where}`, key),
    ask<ProposalRow>(
      queries,
      `select id, body, at, by_post_id as "byPostId" from visible_sitting_proposal ${where}`,
      key,
    ),
    ask<NoteRow>(
      queries,
      `select n.id, n.kind, n.visibility, n.body, n.at, n.author_user_id as "authorId", u.name as by
        from visible_note n left join app_user u on u.id = n.author_user_id
        where n.county_code = $1 and n.matter_id = $2 order by n.at, n.id`,
      key,
    ),
    listMinutes(queries, { countyCode, id }),
    ask<BookedRow>(
      queries,
      `select room_id as "roomId", state, from_at as "from", to_at as "to" from booking where group_id = $1 and state <> 'released'`,
      [id],
    ),
  ]);
  return {
    agenda: own?.agenda ?? '',
    endedAt: own?.endedAt ?? null,
    reasons: new Map(reasons.map((row) => [row.id, row.reason])),
    proposals,
    notes,
    minutes,
    booked,
  };
}

export function listMinutes(queries: Queries, { countyCode, id }: MatterKey): Promise<MinutesRow[]> {
  return ask<MinutesRow>(
    queries,
    `select dispute_id as "disputeId", section, version, body, scribe_post_id as "scribePostId", written_at as "writtenAt"
      from visible_sitting_minutes where county_code = $1 and matter_id = $2`,
    [countyCode, id],
  );
}

/** What there is of each dispute to put on a table. Read under the house's key: what of it is shown is the view's to say. */
export function listHeard(
  queries: Queries,
  { countyCode, disputes }: Pick<Sitting, 'countyCode' | 'disputes'>,
): Promise<HeardRow[]> {
  return ask<HeardRow>(
    queries,
    `select m.id, m.code, m.title, m.category_code as "categoryCode", d.facts, d.demands,
        (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'side', p.side) order by p.position), '[]')
          from visible_party p where p.county_code = m.county_code and p.matter_id = m.id and p.left_at is null) as parties
      from visible_dispute d join matter m on m.county_code = d.county_code and m.id = d.matter_id
      where d.county_code = $1 and d.matter_id = any($2::uuid[])`,
    [countyCode, disputes.map(({ id }) => id)],
  );
}
