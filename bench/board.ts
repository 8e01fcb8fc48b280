import { loadavg } from 'node:os';
import { sql } from 'kysely';
import { lookOf, readBoard, seenAndHidden } from '../src/dashboards/board.sql.ts';
import { weekOf } from '../src/dashboards/boardFrame.ts';
import { boardTabs } from '../src/dashboards/boardInput.ts';
import { countMatters, listMatters } from '../src/dashboards/boardMatters.across.sql.ts';
import { readWeekly } from '../src/dashboards/weekly.sql.ts';
import { defaultClockRules } from '../src/deadlines/rules.13710.ts';
import type { Actor } from '../src/platform/actor.ts';
import { reading } from '../src/platform/db.ts';
import { dayOf } from '../src/platform/now.ts';
import { foldChanges } from '../src/rollups/foldChanges.sql.ts';
import { median, scene } from './scene.ts';

// The supervision board over many disputes with three clocks each: the newest part is open (a fifth; 0.04 is what limits of
// days leave open of a year), one clock in twenty was late. The third number is the part that lies in one county.
const ROWS = Number(process.argv[2] ?? 200_000);
const OPEN = Number(process.argv[3] ?? 0.2);
const ONE = Number(process.argv[4] ?? 0);
const { admin, engine, actor, close } = await scene();

await admin.query('alter table matter disable row level security');
await admin.query('alter table matter_clock disable row level security');
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
  [ROWS, OPEN, ONE],
);
await admin.query(
  `insert into matter_clock (county_code, id, matter_id, kind, rule, calendar_version, started_at, due_at, stopped_at, stop_reason,
     unit_id, unit_since)
   select m.county_code, gen_random_uuid(), m.id, k.kind, $1::jsonb || jsonb_build_object('kind', k.kind), '', m.opened_at,
     case when m.status = 'inMediation' then now() + (random() * k.days - k.days * 0.05) * interval '1 day'
       else m.opened_at + k.days * interval '1 day' end,
     case when m.status = 'struckOff' then m.opened_at + random() * k.days * 1.05 * interval '1 day' end,
     case when k.kind = 'strikeOff' and m.status = 'struckOff' then 'strikeOff' end, m.lead_unit_id, m.opened_at
   from matter m cross join (values ('report', 3), ('handle', 7), ('strikeOff', 20)) k(kind, days)`,
  [JSON.stringify(defaultClockRules.handle)],
);
await admin.query('insert into figure_change (county_code, matter_id) select county_code, id from matter');
await admin.query('alter table matter enable row level security');
await admin.query('alter table matter_clock enable row level security');
await admin.query('vacuum analyze');

const { counties } = engine.reference();
for (const each of counties) await foldChanges(engine.db, each, engine.now());
await admin.query('vacuum analyze');
const supervisor = (regionCode: string, reached: readonly string[]): Actor => ({
  ...actor,
  role: 'supervisor',
  regionCode,
  countyCode: regionCode,
  unitId: `${regionCode}-center`,
  centerId: `${regionCode}-center`,
  counties: reached,
  viewers: [`p:${actor.postId}`, `r:${regionCode}`, `c:${regionCode}-center#supervisor`],
});
const city = supervisor('140100', counties);
const county = supervisor('140106', ['140106']);

async function time(label: string, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  const least = Math.min(...times);
  console.log(`${label.padEnd(28)} median ${median(times).toFixed(0).padStart(5)} ms, best ${least.toFixed(0)} ms`);
}

// What row security alone costs: the board can be no cheaper than looking at the open disputes.
await time('city, count of matters', () =>
  reading(engine.db, city, (queries) => sql`select count(*) from matter`.execute(queries)),
);
await time('county, count of matters', () =>
  reading(engine.db, county, (queries) => sql`select count(*) from matter`.execute(queries)),
);
const { totals } = await readBoard(engine, city, lookOf(engine, city, {}, engine.now()), 'unit');
console.log(
  `${ROWS} disputes, ${ROWS * 3} clocks; open ${totals.open}, late ${totals.late}, restricted ${totals.hidden}; load ${loadavg()[0]?.toFixed(1)}`,
);
for (const [name, who] of [
  ['city', city],
  ['county', county],
] as const) {
  for (const tab of boardTabs)
    await time(`${name}, board by ${tab}`, () => readBoard(engine, who, lookOf(engine, who, {}, engine.now()), tab));
  for (const state of ['late', 'open'] as const)
    await time(`${name}, list ${state}`, () =>
      seenAndHidden(engine, who, lookOf(engine, who, {}, engine.now()), async (queries, look) => [
        await countMatters(queries, look, { state }),
        look.hiddenFrom === null ? await listMatters(queries, look, { state }, { limit: 51 }) : [],
      ]),
    );
  const lastWeek = weekOf(dayOf(new Date(engine.now().getTime() - 7 * 86_400_000))).id;
  await time(`${name}, weekly sheet`, () => readWeekly(engine, who, {}, lastWeek));
}
await close();
