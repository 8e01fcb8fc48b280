import { sql } from 'kysely';
import { type ClockRow, clockJson, clockOf } from '../deadlines/clockRow.sql.ts';
import type { Queries } from '../platform/db.ts';
import { type ColumnKey, columnOf } from './columns.ts';
import type { Fragment } from './condition.sql.ts';
import type { LedgerDbRow } from './ledgerRow.ts';

type Row = Omit<LedgerDbRow, 'clock'> & { clock: ClockRow | null };
type Extra = NonNullable<ReturnType<typeof columnOf>['extra']>;

const ofMatter = (table: string): Fragment =>
  sql`${sql.table(table)} x where x.county_code = m.county_code and x.matter_id = m.id`;

/** What some columns need beside matter and dispute; null where no such column is shown. */
const extras: Record<Extra, readonly [as: string, value: Fragment]> = {
  supervision: [
    'supervisionLevel',
    sql`(select max(n.level) from visible_supervision_notice n where n.county_code = m.county_code
      and n.about_matter_id = m.id and n.lifted_at is null)`,
  ],
  visit: ['visit', sql`(select x.outcome from ${ofMatter('visible_return_visit')} order by x.at desc limit 1)`],
  rating: ['rating', sql`(select x.score from ${ofMatter('visible_rating')} order by x.at desc limit 1)`],
  parties: [
    'applicants',
    sql`coalesce((select json_agg(json_build_object('id', x.id, 'phone', x.phone_sealed, 'idNumber', x.id_number_sealed)
      order by x.position) from ${ofMatter('visible_party')} and x.side = 'applicant'), '[]')`,
  ],
  // The mask asks for the supporting units anyway.
  units: ['hasUnits', sql`true`],
};

function extraColumns(keys: readonly ColumnKey[]): Fragment {
  const wanted = new Set(keys.map((key) => columnOf(key).extra));
  return sql.join(
    (Object.keys(extras) as Extra[]).map((name) => {
      const [as, value] = extras[name];
      return sql`${wanted.has(name) ? value : sql`null`} as ${sql.ref(as)}`;
    }),
  );
}

/** The rows of these matters, in the order of the ids; one that has left the actor's sight since is absent. */
export async function readRows(
  queries: Queries,
  countyCode: string,
  ids: readonly string[],
  keys: readonly ColumnKey[],
): Promise<LedgerDbRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`
    select m.county_code as "countyCode", m.id, m.code, m.title, m.status, m.category_code as "categoryCode",
      m.region_code as "regionCode", m.lead_unit_id as "leadUnitId", m.receiving_center_id as "receivingCenterId",
      m.handler_post_id as "handlerPostId", m.restricted, m.due_at as "dueAt", m.opened_at as "openedAt",
      m.closed_at as "closedAt", m.updated_at as "updatedAt", d.first_contact_post_id as "firstContactPostId",
      d.contact_post_id as "contactPostId", m.named_post_ids as "namedPostIds", d.former_unit_ids as "formerUnitIds",
      d.former_post_ids as "formerPostIds", d.handing_post_ids as "handingPostIds",
      d.parties_line as "partiesLine", d.address, d.community_code as "communityCode", d.grid_code as "gridCode",
      d.source, d.people_involved as "peopleInvolved", d.amount_cents as "amountCents", d.willing,
      d.occurred_on as "occurredOn", d.difficulty, d.urgency, d.gravity, d.outcome, d.reopened, d.contested,
      coalesce((select json_agg(json_build_object('unitId', x.unit_id, 'task', '', 'doneAt', null) order by x.added_at)
        from ${ofMatter('visible_dispute_unit')} and x.removed_at is null), '[]') as "supportingUnits",
      (select ${clockJson} from visible_matter_clock c where c.county_code = m.county_code and c.matter_id = m.id
        and c.stopped_at is null and c.binds = 'ours' order by c.due_at nulls last, c.started_at limit 1) as clock,
      ${extraColumns(keys)}
    from unnest(${ids}::uuid[]) with ordinality wanted(id, position)
    join lateral (select * from matter x where x.county_code = ${countyCode} and x.id = wanted.id limit 1) m on true
    join lateral (select * from visible_dispute x where x.county_code = ${countyCode} and x.matter_id = wanted.id limit 1) d on true
    order by wanted.position`.execute(queries);
  return rows.map((row) => ({ ...row, clock: row.clock ? clockOf(row.clock) : null }));
}
