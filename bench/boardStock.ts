import type pg from 'pg';
import { defaultClockRules } from '../src/deadlines/rules.13710.ts';
import type { Engine } from '../src/disputes/engine.ts';
import type { Actor } from '../src/platform/actor.ts';
import { houseOf } from '../src/platform/actor.ts';
import { command } from '../src/platform/db.ts';
import { keepClocks } from '../src/rollups/boardClocks.sql.ts';

/** `open`: which part, the newest, is in hand. `one`: which part lies in one county; 0 spreads it evenly. */
export type Stock = { rows: number; open: number; one: number };

const TABLES = ['matter', 'matter_clock'];

/** Written without their indexes, which are built behind it; the foreign keys hold by how it is written. */
async function inBulk(admin: pg.Client, write: () => Promise<void>): Promise<void> {
  const { rows } = await admin.query<{ name: string; made: string }>(
    `select i.indexrelid::regclass as name, pg_get_indexdef(i.indexrelid) as made from pg_index i
     where i.indrelid = any ($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [TABLES],
  );
  await admin.query(
    `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '1GB'`,
  );
  for (const { name } of rows) await admin.query(`drop index ${name}`);
  for (const table of TABLES) await admin.query(`alter table ${table} disable row level security`);
  await write();
  for (const table of TABLES) await admin.query(`alter table ${table} enable row level security`);
  for (const { made } of rows) await admin.query(made);
  await admin.query('reset session_replication_role; reset synchronous_commit');
}

/** Of six hundred days; one in five hundred is restricted, one in ten waited for something once. */
async function write(admin: pg.Client, { rows, open, one }: Stock): Promise<void> {
  await admin.query(`create temporary table town as select row_number() over (partition by county_code = '140106' order by code) - 1 as n,
    code, county_code, county_code = '140106' as one from region where length(code) = 9`);
  await admin.query(
    `insert into matter (county_code, id, kind, code, status, title, category_code, region_code, receiving_center_id,
       lead_unit_id, seen_by, restricted, opened_at, updated_at)
     select t.county_code, gen_random_uuid(), 'dispute', lpad(g::text, 15, '0'),
       case when g > $1 * (1 - $2::float8) then 'inMediation' else 'struckOff' end, '楼上漏水赔偿', lpad((g % 17 + 1)::text, 2, '0'),
       t.code, t.code || '-center', case when g % 3 = 0 then t.county_code || '-housing' else t.code || '-center' end,
       case when g % 500 = 0 then array['system', 'c:' || t.code || '-center#centerLeader']
         else array['system', 'party:' || g, 'p:' || gen_random_uuid(), 'c:' || t.code || '-center', 'c:' || t.county_code || '-center',
           'c:140100-center', 'r:140100', 'r:' || t.county_code, 'r:' || t.code] end,
       g % 500 = 0, now() - ($1 - g) * interval '600 days' / $1, now()
     from (select g, case when $3::float8 = 0 then g % 10 = 0 else g % 100 < $3::float8 * 100 end as one from generate_series(1, $1::int) g) s
     join town t on t.one = s.one and t.n = g / 100 % (select count(*) from town o where o.one = s.one)`,
    [rows, open, one],
  );
  await admin.query(
    `insert into matter_clock (county_code, id, matter_id, kind, rule, calendar_version, started_at, due_at, stopped_at, stop_reason,
       unit_id, unit_since, pauses)
     select m.county_code, gen_random_uuid(), m.id, k.kind, $1::jsonb || jsonb_build_object('kind', k.kind), '', m.opened_at,
       case when m.status = 'inMediation' then now() + (random() * k.days - k.days * 0.05) * interval '1 day'
         else m.opened_at + k.days * interval '1 day' end,
       case when m.status = 'struckOff' then m.opened_at + random() * k.days * 1.05 * interval '1 day' end,
       case when k.kind = 'strikeOff' and m.status = 'struckOff' then 'strikeOff' end, m.lead_unit_id, m.opened_at,
       case when m.code like '%7' then jsonb_build_array(jsonb_build_object('from', m.opened_at, 'to', m.opened_at + interval '1 day',
         'ground', 'court')) else '[]' end
     from matter m cross join (values ('report', 3), ('handle', 7), ('strikeOff', 20)) k(kind, days)`,
    [JSON.stringify(defaultClockRules.handle)],
  );
}

/** The clocks that a board counts, by the fold's own part that keeps them; sums of figures are not looked at here. */
async function keep(admin: pg.Client, engine: Engine): Promise<void> {
  for (const county of engine.reference().counties) {
    const { rows } = await admin.query<{ id: string }>(
      `select distinct matter_id as id from matter_clock where county_code = $1
         and (stopped_at is null or stopped_at > now() - interval '101 days')`,
      [county],
    );
    const ids = rows.map(({ id }) => id);
    for (let from = 0; from < ids.length; from += 5000)
      await command(engine.db, houseOf(county), (tx) =>
        keepClocks(tx, county, ids.slice(from, from + 5000), engine.now()),
      );
  }
}

/** So many disputes with three clocks each, one in twenty late, and how many seconds each part of it took. */
export async function boardStock(admin: pg.Client, engine: Engine, stock: Stock): Promise<string> {
  const from = performance.now();
  const seconds = () => ((performance.now() - from) / 1000).toFixed(0);
  await inBulk(admin, () => write(admin, stock));
  await admin.query('vacuum (analyze, parallel 0) matter, matter_clock');
  const written = seconds();
  await keep(admin, engine);
  await admin.query('vacuum analyze board_clock');
  return `filled in ${seconds()} s (rows and indexes ${written} s)`;
}

/** Somebody of this role who answers for a place, as far down as these counties. */
export const leads = (actor: Actor, role: Actor['role'], regionCode: string, counties: readonly string[]): Actor => ({
  ...actor,
  role,
  regionCode,
  countyCode: regionCode.slice(0, 6),
  unitId: `${regionCode}-center`,
  centerId: `${regionCode}-center`,
  counties,
  viewers: [`p:${actor.postId}`, `r:${regionCode}`, `c:${regionCode}-center`, `c:${regionCode}-center#${role}`],
});
