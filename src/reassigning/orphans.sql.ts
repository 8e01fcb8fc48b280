import { sql } from 'kysely';
import type { DisputeReference } from '../disputes/engine.ts';
import { DISPUTE } from '../disputes/kind.sql.ts';
import { spokenOwner } from '../people/spokenOwner.ts';
import type { Queries } from '../platform/db.ts';
import { heldStatuses } from './holding.ts';
import type { Orphan } from './orphan.ts';

type Group = { what: string; id: string; n: number };

const labels: Readonly<Record<string, string>> = {
  lead: '牵头单位已经停用',
  center: '受理中心已经停用',
  region: '发生地已经停用',
  handler: '承办人已经离岗',
  contact: '回访的人已经离岗',
  mediator: '调解员已经离岗',
  todo: '欠着的事没有人领',
  postUnit: '岗位在停用的单位里',
  postRegion: '岗位管的地方已经停用',
  duty: '职责清单指向停用的单位',
  dutyRegion: '职责清单里的地方已经停用',
  presence: '在驻安排指向停用的单位',
  unitRegion: '单位在停用的地方',
  regionParent: '上级地方已经停用',
};

/** Figures by what is named; which of them have ended is asked of the network and the directory in memory. */
async function groups(queries: Queries, counties: readonly string[], day: string): Promise<Group[]> {
  const county = sql.join([...counties]);
  const open = sql.join(heldStatuses.map((status) => sql`${status}`));
  const matter = (
    what: string,
    column: string,
  ) => sql`select ${what} as what, ${sql.ref(column)}::text as id, count(*)::int as n
    from matter where county_code in (${county}) and kind = ${DISPUTE} and status in (${open}) and ${sql.ref(column)} is not null group by 2`;
  const { rows } = await sql<Group>`
    ${matter('lead', 'lead_unit_id')} union all ${matter('center', 'receiving_center_id')}
    union all ${matter('region', 'region_code')} union all ${matter('handler', 'handler_post_id')}
    union all select 'contact', coalesce(d.contact_post_id, d.first_contact_post_id)::text, count(*)::int from matter m
      join lateral (select * from visible_dispute x where x.county_code = m.county_code and x.matter_id = m.id limit 1) d on true
      where m.county_code in (${county}) and m.kind = ${DISPUTE} and m.status = 'closed' group by 2
    union all select 'mediator', a.post_id::text, count(*)::int from visible_mediator_appointment a
      join matter m on m.county_code = a.county_code and m.id = a.matter_id
      where a.county_code in (${county}) and a.state <> 'released' and m.status in (${open}) group by 2
    union all select 'postUnit', unit_id, count(*)::int from post where county_code in (${county})
      and ${day}::date between valid_from and coalesce(valid_to, 'infinity') group by 2
    union all select 'postRegion', region_code, count(*)::int from post where county_code in (${county})
      and ${day}::date between valid_from and coalesce(valid_to, 'infinity') group by 2
    union all select 'duty', unit_id, count(*)::int from duty_entry where county_code in (${county}) and unit_id is not null
      and ${day}::date between effective_from and coalesce(effective_to, 'infinity') group by 2
    union all select 'dutyRegion', region_code, count(*)::int from duty_entry where county_code in (${county})
      and ${day}::date between effective_from and coalesce(effective_to, 'infinity') group by 2
    union all select 'presence', p.unit_id, count(*)::int from presence p join unit u on u.id = p.center_id
      where u.county_code in (${county}) and p.active group by 2
    union all select 'unitRegion', region_code, count(*)::int from unit where county_code in (${county}) and active group by 2
    union all select 'regionParent', parent_code, count(*)::int from region where county_code in (${county}) and active
      and parent_code is not null group by 2`.execute(queries);
  return rows;
}

/** Debts of which none of the owners is held by anybody: each debt by all who owe it. */
async function debts(queries: Queries, counties: readonly string[]): Promise<string[][]> {
  const { rows } = await sql<{ owners: string[] }>`select array_agg(distinct owner) as owners from matter_todo
    where county_code in (${sql.join([...counties])}) group by county_code, matter_id, act`.execute(queries);
  return rows.map(({ owners }) => owners);
}

function isHeld(owner: string, { directory }: Pick<DisputeReference, 'directory'>): boolean {
  const [, kind, rest = ''] = /^([a-z]+):(.*)$/.exec(owner) ?? [];
  const [id = '', role] = rest.split('#');
  if (kind === 'p') return directory.post(id) !== undefined;
  if (kind === 'h') return directory.postsOf(id, 'handler').length > 0;
  return role === undefined ? directory.postsOf(id).length > 0 : directory.postsOf(id, role as 'handler').length > 0;
}

/** What is left that nobody answers for; nothing at all is what it should say. */
export async function listOrphans(
  queries: Queries,
  counties: readonly string[],
  reference: DisputeReference,
  day: string,
): Promise<Orphan[]> {
  const { network, directory } = reference;
  const units = new Set(network.units.map(({ id }) => id));
  const regions = new Set(network.regions.map(({ code }) => code));
  const alive: Readonly<Record<string, (id: string) => boolean>> = {
    ...Object.fromEntries(
      ['lead', 'center', 'postUnit', 'duty', 'presence'].map((what) => [what, (id: string) => units.has(id)]),
    ),
    ...Object.fromEntries(
      ['region', 'postRegion', 'dutyRegion', 'unitRegion', 'regionParent'].map((what) => [
        what,
        (id: string) => regions.has(id),
      ]),
    ),
    handler: (id) => directory.post(id) !== undefined,
    contact: (id) => directory.post(id) !== undefined,
    mediator: (id) => directory.post(id) !== undefined,
  };
  const named = (await groups(queries, counties, day)).filter(({ what, id }) => !(alive[what]?.(id) ?? true));
  const nobody = (await debts(queries, counties)).filter((owners) => !owners.some((owner) => isHeld(owner, reference)));
  const byOwner = Map.groupBy(nobody, (owners) => owners.toSorted().join('、'));
  const nameOf = (id: string) => network.unit(id)?.short ?? network.region(id)?.name ?? '';
  return [
    ...named.map(({ what, id, n }) => ({ what, label: labels[what] ?? what, id, name: nameOf(id), count: n })),
    ...[...byOwner].map(([id, all]) => {
      const owners = (all[0] ?? []).map((owner) => spokenOwner(owner, reference).replace(/ 0 人$/, ''));
      return { what: 'todo', label: labels.todo ?? '', id, name: [...new Set(owners)].join('、'), count: all.length };
    }),
  ];
}
