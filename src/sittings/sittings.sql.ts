import type { Actor } from '../platform/actor.ts';
import { ask, type Db, type Queries } from '../platform/db.ts';
import { dayOf, yearOf } from '../platform/now.ts';
import { nextSerial } from '../platform/serials.sql.ts';
import type { MatterName, Store } from '../procedures/engine.ts';
import type { Sitting } from './sitting.ts';

const text = `select m.county_code as "countyCode", m.id, m.code, m.title, m.status, m.version, m.event_seq as "eventSeq",
    m.event_hash as "eventHash", m.settings_version as "settingsVersion", m.restricted, m.category_code as "categoryCode",
    m.region_code as "regionCode", m.receiving_center_id as "receivingCenterId", m.lead_unit_id as "leadUnitId",
    m.handler_post_id as "handlerPostId", m.named_post_ids as "namedPostIds", m.seen_by as "seenBy",
    m.opened_at as "openedAt", m.closed_at as "closedAt", s.form, s.starts_at as "startsAt", s.ends_at as "endsAt",
    s.room_ids as "roomIds", s.place, s.bring, s.host_post_ids as "hostPostIds", s.leading_unit_id as "leadingUnitId",
    s.shared, s.started_at as "startedAt", s.cooling_until as "coolingUntil", s.result, s.again_on::text as "againOn",
    (select coalesce(json_agg(json_build_object('id', d.dispute_id, 'code', d.dispute_code, 'result', d.result) order by d.position), '[]')
      from visible_sitting_dispute d where d.county_code = m.county_code and d.matter_id = m.id) as disputes,
    (select coalesce(json_agg(json_build_object('id', i.id, 'disputeId', i.dispute_id, 'partyId', i.party_id, 'postId', i.post_id,
        'unitId', i.unit_id, 'answer', i.answer, 'came', i.came) order by i.id), '[]')
      from visible_sitting_invite i where i.county_code = m.county_code and i.matter_id = m.id) as invites,
    (select coalesce(json_agg(json_build_object('id', p.id, 'disputeId', p.dispute_id, 'from', p.from_side, 'state', p.state)
        order by p.at, p.id), '[]')
      from visible_sitting_proposal p where p.county_code = m.county_code and p.matter_id = m.id) as proposals
  from matter m join visible_sitting s on s.county_code = m.county_code and s.matter_id = m.id
  where m.county_code = $1 and m.code = $2`;

async function findSitting(queries: Queries, countyCode: string, code: string): Promise<Sitting | undefined> {
  const [row] = await ask<Omit<Sitting, 'clocks'>>(queries, text, [countyCode, code]);
  return row && { ...row, clocks: [] };
}

const nameText = `select m.id, m.title, m.lead_unit_id as "unitId" from visible_sitting s
  join matter m on m.county_code = s.county_code and m.id = s.matter_id
  where s.county_code = any($1::text[]) and s.matter_id = any($2::uuid[])`;

/** By its title alone: between whom it is, is said by its dispute to who may read that. */
async function listNames(
  queries: Queries,
  _actor: Actor,
  counties: readonly string[],
  ids: readonly string[],
): Promise<MatterName[]> {
  const rows = await ask<Omit<MatterName, 'parties'>>(queries, nameText, [counties, ids]);
  return rows.map((row) => ({ ...row, parties: '' }));
}

export const sittingStore: Store<Sitting> = { table: 'sitting', find: findSitting, names: listNames };
/** TJ + county + year + six digits. */
export async function nextSittingCode(db: Db, countyCode: string, now: Date): Promise<string> {
  const year = yearOf(dayOf(now));
  const serial = await nextSerial(db, `${countyCode}TJ`, year);
  return `TJ${countyCode}${String(year % 100).padStart(2, '0')}${String(serial).padStart(6, '0')}`;
}
