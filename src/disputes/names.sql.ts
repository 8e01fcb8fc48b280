import type { Actor } from '../platform/actor.ts';
import { ask, type Queries } from '../platform/db.ts';
import type { MatterName } from '../procedures/engine.ts';
import { maskPartiesLine } from './maskParty.ts';
import { sightOf } from './sight.ts';

type Row = Parameters<typeof sightOf>[1] & { id: string; title: string; line: string; leadUnitId: string | null };

const text = `select m.id, m.title, coalesce(d.parties_line, '') as line, m.status,
    m.receiving_center_id as "receivingCenterId", m.lead_unit_id as "leadUnitId", m.handler_post_id as "handlerPostId",
    m.named_post_ids as "namedPostIds", d.first_contact_post_id as "firstContactPostId",
    d.former_unit_ids as "formerUnitIds", d.contact_post_id as "contactPostId", d.former_post_ids as "formerPostIds",
    d.handing_post_ids as "handingPostIds",
    coalesce((select json_agg(json_build_object('unitId', u.unit_id)) from visible_dispute_unit u
      where u.county_code = m.county_code and u.matter_id = m.id and u.removed_at is null), '[]') as "supportingUnits",
    coalesce((select json_agg(json_build_object('postId', a.post_id, 'state', a.state)) from visible_mediator_appointment a
      where a.county_code = m.county_code and a.matter_id = m.id), '[]') as mediators
  from visible_dispute d join matter m on m.county_code = d.county_code and m.id = d.matter_id
  where d.county_code = any($1::text[]) and d.matter_id = any($2::uuid[])`;

/** What each is called where it is only mentioned: whoever knows of it by its place and category gets no name. */
export async function listNames(
  queries: Queries,
  actor: Actor,
  counties: readonly string[],
  ids: readonly string[],
  concerned: boolean,
): Promise<MatterName[]> {
  const rows = await ask<Row>(queries, text, [counties, ids]);
  return rows.flatMap((row) => {
    const sight = sightOf(actor, row, concerned);
    if (sight === 'place' || sight === 'former') return [];
    return [{ id: row.id, title: row.title, parties: maskPartiesLine(row.line, sight), unitId: row.leadUnitId }];
  });
}
