import { sql } from 'kysely';
import { DISPUTE } from '../disputes/kind.sql.ts';
import { statuses } from '../disputes/procedure.ts';
import { type Queries, record, recordRows, type Tx } from '../platform/db.ts';
import type { Day } from '../platform/now.ts';
import type { BodyForm, MediatorForm } from './bodies.ts';

export type KeptBody = BodyForm & { unitId: string };

/** Bodies of these counties as they were last kept, with their teams. */
export async function listBodies(queries: Queries, counties: readonly string[]): Promise<KeptBody[]> {
  const { rows } = await sql<KeptBody>`
    select b.unit_id as "unitId", b.kind, b.parent_unit_id as "parentUnitId", b.term_from as "termFrom", b.term_to as "termTo",
      b.members, b.women, coalesce(b.seal_kept_by, '') as "sealKeptBy", b.founded_on as "foundedOn",
      coalesce(b.address, '') as address, b.charges, coalesce(b.note, '') as note,
      coalesce((select json_agg(json_build_object('postId', m.post_id, 'part', m.part) order by m.part, m.post_id)
        from mediation_body_member m where m.unit_id = b.unit_id), '[]') as team
    from mediation_body b where b.county_code in (${sql.join([...counties])}) order by b.unit_id`.execute(queries);
  return rows;
}

export type MediatorRow = MediatorForm & { postId: string; name: string; unitId: string; regionCode: string };

/** Everybody who holds a mediator's post today, with what was kept about the post. */
export async function listMediators(queries: Queries, counties: readonly string[], day: Day): Promise<MediatorRow[]> {
  const { rows } = await sql<MediatorRow>`
    select p.id as "postId", u.name, p.unit_id as "unitId", p.region_code as "regionCode",
      coalesce(f.skills, '{}') as skills, coalesce(f.fields, '{}') as fields, coalesce(f.languages, '{}') as languages,
      f.term_from as "termFrom", f.term_to as "termTo", coalesce(f.status, 'active') as status,
      f.studio_unit_id as "studioUnitId", coalesce(f.note, '') as note
    from post p join app_user u on u.id = p.user_id left join mediator_profile f on f.post_id = p.id
    where p.county_code in (${sql.join([...counties])}) and p.role = 'mediator' and p.covers_post_id is null and u.active
      and ${day}::date between p.valid_from and coalesce(p.valid_to, 'infinity')
    order by u.name, p.id`.execute(queries);
  return rows;
}

const ended = ['declined', 'closed', 'struckOff', 'archived'];
const open = statuses.filter((status) => !ended.includes(status));

/** Open disputes that each mediates or has in hand. Read as the house: a load counts what is restricted, and names nothing. */
export async function countLoads(queries: Queries, counties: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ postId: string; n: number }>`
    select post_id as "postId", count(*)::int as n from (
      select a.post_id, m.id from visible_mediator_appointment a
        join matter m on m.county_code = a.county_code and m.id = a.matter_id
      where a.county_code in (${sql.join([...counties])}) and a.state <> 'released' and m.status in (${sql.join(open)})
      union
      select m.handler_post_id, m.id from matter m
      where m.county_code in (${sql.join([...counties])}) and m.kind = ${DISPUTE} and m.handler_post_id is not null
        and m.status in (${sql.join(open)})) held group by post_id`.execute(queries);
  return new Map(rows.map(({ postId, n }) => [postId, n]));
}

export function recordBody(tx: Tx, key: { unitId: string; countyCode: string }, form: BodyForm): void {
  const set = {
    ...{ kind: form.kind, parent_unit_id: form.parentUnitId, term_from: form.termFrom, term_to: form.termTo },
    ...{ members: form.members, women: form.women, seal_kept_by: form.sealKeptBy.trim(), founded_on: form.foundedOn },
    ...{ address: form.address.trim(), charges: form.charges, note: form.note.trim() },
  };
  const row = { unit_id: key.unitId, county_code: key.countyCode, ...set };
  record(
    tx,
    tx
      .insertInto('mediation_body')
      .values(row)
      .onConflict((c) => c.column('unit_id').doUpdateSet(set)),
  );
  record(tx, tx.deleteFrom('mediation_body_member').where('unit_id', '=', key.unitId));
  const members = form.team.map(({ postId, part }) => ({ unit_id: key.unitId, post_id: postId, part }));
  if (members.length > 0) recordRows(tx, 'mediation_body_member', members);
}

export function recordMediator(tx: Tx, key: { postId: string; countyCode: string }, form: MediatorForm): void {
  const set = {
    ...{ skills: form.skills, fields: form.fields, languages: form.languages },
    ...{ term_from: form.termFrom, term_to: form.termTo, status: form.status, studio_unit_id: form.studioUnitId },
    note: form.note.trim(),
  };
  const row = { post_id: key.postId, county_code: key.countyCode, ...set };
  record(
    tx,
    tx
      .insertInto('mediator_profile')
      .values(row)
      .onConflict((c) => c.column('post_id').doUpdateSet(set)),
  );
}
