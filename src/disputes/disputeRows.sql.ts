import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';

export type PartyRow = {
  id: string;
  side: 'applicant' | 'respondent' | 'third';
  kind: 'person' | 'organization';
  name: string;
  id_kind: string;
  id_number_sealed: string | null;
  id_exception: string | null;
  phone_sealed: string | null;
  address: string;
  contact_person: string;
  minor: boolean;
  represents_party_id: string | null;
  representation: string | null;
  authority: string;
};
export type EventRow = {
  seq: number;
  id: string;
  at: Date;
  type: string;
  actor_role: string;
  actor_post_id: string | null;
  actor_unit_id: string | null;
  name: string | null;
  data: Record<string, unknown>;
  status_after: string;
};
export type NoteRow = {
  event_id: string;
  kind: string;
  visibility: string;
  body: string;
  author_user_id: string | null;
  author_unit_id: string | null;
};

type Key = { countyCode: string; id: string };

/** Everything a dispute's page shows besides the dispute itself, asked in one flight. */
export function readDisputeRows(queries: Queries, { countyCode, id }: Key) {
  const of = <
    T extends
      | 'visible_party'
      | 'visible_note'
      | 'visible_matter_file'
      | 'visible_settlement'
      | 'visible_settlement_item'
      | 'visible_return_visit'
      | 'visible_rating'
      | 'visible_dispute',
  >(
    table: T,
  ) =>
    queries
      .selectFrom(table as 'visible_note')
      .where('county_code', '=', countyCode)
      .where('matter_id', '=', id);
  const events = sql<EventRow>`
    select e.seq, e.id, e.at, e.type, e.actor_role, e.actor_post_id, e.actor_unit_id, u.name, e.data, e.status_after
    from visible_matter_event e left join app_user u on u.id = e.actor_user_id
    where e.county_code = ${countyCode} and e.matter_id = ${id} order by e.seq desc limit 500`;
  const notices = sql<{
    code: string;
    level: number;
    clock_kind: string;
    unit_id: string;
    sent_at: Date;
    answered_at: Date | null;
    lifted_at: Date | null;
  }>`
    select m.code, s.level, s.clock_kind, s.unit_id, s.sent_at, s.answered_at, s.lifted_at
    from visible_supervision_notice s join matter m on m.county_code = s.county_code and m.id = s.matter_id
    where s.county_code = ${countyCode} and s.about_matter_id = ${id} order by s.sent_at desc`;
  return Promise.all([
    of('visible_party').selectAll().orderBy(sql.ref('position')).execute() as unknown as Promise<PartyRow[]>,
    events.execute(queries).then((result) => result.rows),
    of('visible_note').selectAll().orderBy('at').execute() as unknown as Promise<NoteRow[]>,
    of('visible_matter_file').selectAll().orderBy('at').execute() as unknown as Promise<
      {
        id: string;
        name: string;
        mime: string;
        size: number;
        at: Date;
        visibility: string;
        author_user_id: string | null;
      }[]
    >,
    of('visible_settlement').selectAll().execute() as unknown as Promise<
      { id: string; form: string; terms: string; total_cents: number | null; effective_on: string }[]
    >,
    of('visible_settlement_item').selectAll().orderBy(sql.ref('position')).execute() as unknown as Promise<
      {
        id: string;
        settlement_id: string;
        obligation: string;
        amount_cents: number | null;
        due_on: string | null;
        performed_on: string | null;
      }[]
    >,
    of('visible_return_visit').selectAll().orderBy('at').execute() as unknown as Promise<
      { at: Date; outcome: string; performed: string; method: string }[]
    >,
    of('visible_rating').selectAll().orderBy('at', 'desc').execute() as unknown as Promise<
      { score: number; at: Date }[]
    >,
    of('visible_dispute').selectAll().execute() as unknown as Promise<
      { source: string; facts: string; demands: string; occurred_on: string | null; address: string }[]
    >,
    notices.execute(queries).then((result) => result.rows),
  ]);
}

export type DisputeRows = Awaited<ReturnType<typeof readDisputeRows>>;
