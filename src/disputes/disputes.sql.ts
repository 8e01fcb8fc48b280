import { sql } from 'kysely';
import { type ClockRow, clockJson, clockOf } from '../deadlines/clockRow.sql.ts';
import type { Queries } from '../platform/db.ts';
import type { Store } from '../procedures/engine.ts';
import { getMatter, lockMatter } from '../procedures/lock.sql.ts';
import type { Dispute, LastReassignment, MaterialRequest } from './dispute.ts';
import { disputeKind } from './kind.ts';

type Row = Record<string, unknown> & {
  clocks: ClockRow[];
  materials: MaterialRow[];
  supporting: SupportRow[];
  reassignments: (Omit<LastReassignment, 'at'> & { at: string })[];
};
type MaterialRow = Omit<MaterialRequest, 'limitAt'> & { limitAt: string };
type SupportRow = { unitId: string; task: string; doneAt: string | null };

const date = (text: string | null): Date | null => (text === null ? null : new Date(text));

function disputeOf({ clocks, materials, supporting, reassignments, ...row }: Row): Dispute {
  return {
    ...(row as unknown as Dispute),
    clocks: clocks.map(clockOf),
    materials: materials.map((each) => ({ ...each, limitAt: new Date(each.limitAt) })),
    reassignments: reassignments.map((each) => ({ ...each, at: new Date(each.at) })),
    supportingUnits: supporting.map((each) => ({ ...each, doneAt: date(each.doneAt) })),
  };
}

/** What was handed over of `m` and not taken back. */
const handedOver = sql`coalesce((select json_agg(json_build_object('id', h.id, 'runId', h.run_id, 'part', h.part, 'fromPostId', h.from_post_id,
          'toPostId', h.to_post_id, 'byPostId', h.by_post_id, 'at', h.at, 'version', h.matter_version,
          'acknowledged', h.acknowledged_at is not null) order by h.at desc, h.id desc)
        from visible_reassignment h where h.county_code = m.county_code and h.matter_id = m.id and h.undone_at is null
          and h.ended_at is null), '[]') as reassignments`;

/** What was asked for on `m`: somebody to wait for, more time. */
const askedFor = sql`coalesce((select json_agg(json_build_object('id', r.id, 'what', r.what, 'state', r.state, 'limitAt', r.limit_at,
          'askedByPostId', r.asked_by_post_id, 'ground', r.ground, 'unitId', r.unit_id) order by r.asked_at)
        from visible_material_request r where r.county_code = m.county_code and r.matter_id = m.id), '[]') as materials,
      coalesce((select json_agg(json_build_object('id', e.id, 'clockId', e.clock_id, 'length', e.length, 'unit', e.unit,
          'reason', e.reason, 'plan', e.plan, 'late', e.late, 'state', e.state, 'askedByPostId', e.asked_by_post_id) order by e.asked_at)
        from visible_extension_request e where e.county_code = m.county_code and e.matter_id = m.id), '[]') as "extensionRequests"`;

/** Whom `m` follows, and how many follow it. */
const together = sql`(select json_build_object('linkId', l.id, 'leadId', l.lead_id, 'since', l.since_status, 'leadUnitId', l.lead_unit_id,
          'leadHandlerPostId', l.lead_handler_post_id, 'leadCenterId', l.lead_center_id)
        from visible_dispute_link l where l.county_code = m.county_code and l.matter_id = m.id and l.ended_at is null) as follows,
      (select count(*)::int from visible_lead_link l where l.county_code = m.county_code and l.lead_id = m.id
        and l.ended_at is null) as followers`;

/**
 * One statement brings the whole dispute, so that a command costs two flights: this one, and its record. `limit 1` keeps
 * the planner from joining the county's disputes first: 3 s instead of 30 ms with 1,500 of them on tables never analyzed.
 */
function selectDispute(countyCode: string, code: string) {
  return sql<Row>`
    select m.county_code as "countyCode", m.id, m.code, m.title, m.status, m.version, m.event_seq as "eventSeq",
      m.event_hash as "eventHash", m.settings_version as "settingsVersion", m.restricted,
      m.category_code as "categoryCode", m.region_code as "regionCode", m.receiving_center_id as "receivingCenterId",
      m.lead_unit_id as "leadUnitId", m.handler_post_id as "handlerPostId", m.seen_by as "seenBy",
      m.opened_at as "openedAt", m.closed_at as "closedAt", d.first_contact_post_id as "firstContactPostId",
      d.township_code as "townshipCode", d.community_code as "communityCode", d.grid_code as "gridCode",
      d.people_involved as "peopleInvolved", d.amount_cents as "amountCents", d.willing, d.difficulty, d.urgency,
      d.gravity, d.violence, d.outcome, d.dispatched_at as "dispatchedAt",
      d.dispatch_undo_until as "dispatchUndoUntil", d.former_unit_ids as "formerUnitIds",
      m.named_post_ids as "namedPostIds", d.import_undone_at is not null as "importUndone", d.reopened, d.contested, d.contact_post_id as "contactPostId",
      d.former_post_ids as "formerPostIds", d.handing_post_ids as "handingPostIds",
      ${handedOver},
      coalesce((select json_agg(json_build_object('unitId', u.unit_id, 'task', u.task, 'doneAt', u.done_at) order by u.added_at)
        from visible_dispute_unit u where u.county_code = m.county_code and u.matter_id = m.id and u.removed_at is null), '[]') as supporting,
      coalesce((select json_agg(json_build_object('id', p.id, 'side', p.side, 'kind', p.kind, 'name', p.name,
          'minor', p.minor, 'representsPartyId', p.represents_party_id) order by p.position)
        from visible_party p where p.county_code = m.county_code and p.matter_id = m.id), '[]') as parties,
      coalesce((select json_agg(${clockJson} order by c.started_at, c.id)
        from visible_matter_clock c where c.county_code = m.county_code and c.matter_id = m.id), '[]') as clocks,
      ${askedFor},
      (select json_build_object('id', x.id, 'unitId', x.unit_id, 'sentBack', x.sent_back_at is not null, 'result', x.result)
        from visible_unit_dispatch x where x.county_code = m.county_code and x.matter_id = m.id and x.withdrawn_at is null
        order by x.at desc, x.id desc limit 1) as "lastDispatch",
      (select r.to_unit_id from visible_ruling r where r.county_code = m.county_code and r.matter_id = m.id
        order by r.at desc, r.id desc limit 1) as "ruledUnitId",
      exists (select from visible_return_visit v where v.county_code = m.county_code and v.matter_id = m.id
        and (m.closed_at is null or v.at >= m.closed_at)) as "returnVisited",
      exists (select from visible_rating g where g.county_code = m.county_code and g.matter_id = m.id
        and (m.closed_at is null or g.at >= m.closed_at)) as rated,
      (select e.actor_post_id from visible_matter_event e where e.county_code = m.county_code and e.matter_id = m.id
        and e.type = 'submitClosure' order by e.seq desc limit 1) as "submittedByPostId",
      ${together}
    from matter m
    join lateral (select * from visible_dispute x where x.county_code = m.county_code and x.matter_id = m.id limit 1) d on true
    where m.county_code = ${countyCode} and m.code = ${code}`;
}

/** The whole dispute as the actor may see it, or nothing. */
export async function findDispute(queries: Queries, countyCode: string, code: string): Promise<Dispute | undefined> {
  const { rows } = await selectDispute(countyCode, code).execute(queries);
  return rows[0] && disputeOf(rows[0]);
}

/** 郭秀兰 与 任建军, of each. */
async function listLines(queries: Queries, counties: readonly string[], ids: readonly string[]) {
  const rows = await queries
    .selectFrom('visible_dispute')
    .select(['matter_id as id', 'parties_line as line'])
    .where('county_code', 'in', [...counties])
    .where('matter_id', 'in', [...ids])
    .execute();
  return rows.map(({ id, line }) => ({ id, line: line ?? '' }));
}

async function listPeople(queries: Queries, countyCode: string, id: string) {
  return queries
    .selectFrom('visible_party')
    .select(['id', 'name'])
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', id)
    .execute();
}

const store: Store<Dispute> = { table: 'dispute', find: findDispute, lines: listLines, people: listPeople };
const stored = { kind: disputeKind, store };

/** By its code, as the actor may see it. */
export async function getDispute(queries: Queries, code: string): Promise<Dispute> {
  return getMatter(stored, queries, code);
}

/** The same, locked until the commit. */
export async function lockDispute(queries: Queries, code: string): Promise<Dispute> {
  return lockMatter(stored, queries, code);
}

export const disputeStore = store;
