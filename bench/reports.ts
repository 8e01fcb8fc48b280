import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { defaultClockRules } from '../src/deadlines/rules.13710.ts';
import type { Actor } from '../src/platform/actor.ts';
import { dayOf, endOfDay, startOfDay } from '../src/platform/now.ts';
import { readFigureList } from '../src/reports/figureList.sql.ts';
import { measureNames } from '../src/reports/measures.ts';
import { periodOn, spanOf } from '../src/reports/period.ts';
import { countAll, readReport } from '../src/reports/reports.sql.ts';
import { reportScope } from '../src/reports/scope.ts';
import { foldChanges } from '../src/rollups/foldChanges.sql.ts';
import { median, scene } from './scene.ts';

// Reports over a year of disputes, each with five events, a clock and a visit; four of five have ended. `--one 0.9`: so much
// of it lies in one county.
const { positionals, values } = parseArgs({ allowPositionals: true, options: { one: { type: 'string' } } });
const ROWS = Number(positionals[0] ?? 200_000);
const ONE = Number(values.one ?? 0);
const { admin, engine, actor, close } = await scene();

const tables = ['matter', 'dispute', 'matter_event', 'matter_clock', 'visit', 'settlement', 'rating'];
for (const table of tables) await admin.query(`alter table ${table} disable row level security`);
await admin.query(`create temporary table town as select row_number() over (partition by county_code = '140106' order by code) - 1 as n,
  code, county_code, county_code = '140106' as one from region where length(code) = 9`);
await admin.query(
  `insert into matter (county_code, id, kind, code, status, title, category_code, region_code, receiving_center_id,
     lead_unit_id, seen_by, restricted, opened_at, updated_at)
   select t.county_code, gen_random_uuid(), 'dispute', lpad(g.g::text, 15, '0'),
     case when g.g % 5 = 0 then 'inMediation' else 'struckOff' end, '楼上漏水赔偿', lpad((g.g % 18 + 1)::text, 2, '0'),
     t.code, t.code || '-center', t.code || '-center',
     case when g.g % 500 = 0 then array['system', 'c:' || t.code || '-center#centerLeader']
       else array['system', 'party:' || g.g, 'c:' || t.code || '-center', 'c:' || t.county_code || '-center',
         'c:140100-center', 'r:140100', 'r:' || t.county_code, 'r:' || t.code] end,
     g.g % 500 = 0, now() - ($1 - g.g) * interval '365 days' / $1, now()
   from (select g, case when $2::float8 = 0 then g % 10 = 0 else g % 100 < $2::float8 * 100 end as one from generate_series(1, $1::int) g) g
   join town t on t.one = g.one and t.n = g.g / 100 % (select count(*) from town o where o.one = g.one)`,
  [ROWS, ONE],
);
await admin.query(`insert into dispute (county_code, matter_id, source, first_contact_post_id, first_contact_unit_id, facts, willing)
  select county_code, id, (array['walkIn', 'hotline', 'screening', 'court'])[1 + (code::bigint % 4)], gen_random_uuid(), receiving_center_id, '经过', 'yes' from matter`);
await admin.query(`insert into matter_event (county_code, matter_id, seq, id, at, type, actor_role, status_after, data, previous_hash, hash)
  select m.county_code, m.id, s.seq, gen_random_uuid(), m.opened_at + s.days * interval '1 day', s.type, 'handler', s.status, '{}', '', ''
  from matter m join (values (1, 0, 'register', 'registered', true), (2, 0, 'accept', 'accepted', true), (3, 5, 'settle', 'settled', false),
    (4, 6, 'verifyClosure', 'closed', false), (5, 20, 'strikeOff', 'struckOff', false)) s(seq, days, type, status, always)
    on s.always or m.status = 'struckOff' where m.kind = 'dispute'`);
await admin.query(
  `insert into matter_clock (county_code, id, matter_id, kind, rule, calendar_version, started_at, due_at, stopped_at, stop_reason)
   select county_code, gen_random_uuid(), id, 'handle', $1::jsonb, '', opened_at, opened_at + interval '7 days',
     case when status = 'struckOff' then opened_at + interval '6 days' end, case when status = 'struckOff' then 'submitClosure' end from matter`,
  [JSON.stringify(defaultClockRules.handle)],
);
await admin.query(`insert into visit (county_code, id, center_id, owner, at, post_id, service, head_count)
  select county_code, gen_random_uuid(), receiving_center_id, 'c:' || receiving_center_id, opened_at, gen_random_uuid(), 'mediation', 2 from matter`);
await admin.query(`insert into settlement (county_code, id, matter_id, form, terms, total_cents, effective_on, created_at)
  select county_code, gen_random_uuid(), id, 'written', '付清', 100000, opened_at::date, opened_at + interval '5 days' from matter where status = 'struckOff'`);
await admin.query(`insert into rating (county_code, id, matter_id, score, channel, at)
  select county_code, gen_random_uuid(), id, 5, 'counter', opened_at + interval '9 days' from matter where status = 'struckOff'`);
for (const table of tables) await admin.query(`alter table ${table} enable row level security`);
await admin.query('insert into figure_change (county_code, matter_id) select county_code, id from matter');
await admin.query('vacuum analyze');

const { counties } = engine.reference();
const folding = performance.now();
for (const county of counties) await foldChanges(engine.db, county, engine.now());
const folded = (performance.now() - folding) / 1000;
await admin.query('vacuum analyze');
const size = await admin.query(`select relname, pg_size_pretty(pg_total_relation_size(oid)) as size from pg_class
  where relname in ('matter', 'matter_event', 'figure_dispute', 'figure_sum', 'figure_group') order by 1`);
const leader = (regionCode: string, reached: readonly string[]): Actor => ({
  ...actor,
  role: 'centerLeader',
  regionCode,
  countyCode: regionCode,
  unitId: `${regionCode}-center`,
  centerId: `${regionCode}-center`,
  counties: reached,
  viewers: [`p:${actor.postId}`, `c:${regionCode}-center`, `c:${regionCode}-center#centerLeader`],
});

async function time(label: string, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  console.log(
    `${label.padEnd(34)} median ${median(times).toFixed(0).padStart(5)} ms, best ${Math.min(...times).toFixed(0)} ms`,
  );
}

const now = engine.now();
const last = periodOn('month', periodOn('month', dayOf(now)).from);
console.log(
  `folded in ${folded.toFixed(0)} s; ${size.rows.map(({ relname, size: of }) => `${relname} ${of}`).join(', ')}`,
);
console.log(`${ROWS} disputes of a year in ${counties.length} counties; load ${loadavg()[0]?.toFixed(1)}`);
for (const [name, who] of [
  ['city', leader('140100', counties)],
  ['county', leader('140106', ['140106'])],
] as const) {
  for (const period of ['day', 'week', 'month'] as const)
    await time(`${name}, report of the ${period}`, () =>
      readReport(engine, who, { period }, { asOf: now, live: true }),
    );
  await time(`${name}, a month that is over`, () =>
    readReport(engine, who, { period: 'month', day: periodOn('month', last.from).from }, { asOf: now, live: false }),
  );
  await time(`${name}, mediation statistics`, () =>
    readReport(engine, who, { kind: 'mediation', period: 'month' }, { asOf: now, live: true }),
  );
  await time(`${name}, a year's form`, () =>
    countAll(
      engine,
      reportScope(who),
      measureNames.map((what) => ({ what, filter: { categories: ['01'], sources: ['walkIn'] } })),
      { year: spanOf({ from: `${dayOf(now).slice(0, 4)}-01-01`, to: dayOf(now) }, now) },
    ),
  );
  await time(`${name}, raw: events of a month by type`, () =>
    admin.query(
      `select e.type, count(distinct e.matter_id) from matter_event e join matter m on m.county_code = e.county_code and m.id = e.matter_id
       where e.county_code = any ($1) and e.at >= $2 and e.at < $3 group by 1`,
      [who.counties, startOfDay(last.from), endOfDay(last.to)],
    ),
  );
  await time(`${name}, list of the accepted`, () => readFigureList(engine, who, { what: 'accepted', ...last }));
}
await close();
