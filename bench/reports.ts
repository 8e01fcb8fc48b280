import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Actor } from '../src/platform/actor.ts';
import { addDays, type Day, dayOf, endOfDay, startOfDay } from '../src/platform/now.ts';
import { readFigureList } from '../src/reports/figureList.sql.ts';
import { measureNames } from '../src/reports/measures.ts';
import { periodOn, spanOf } from '../src/reports/period.ts';
import { countAll, readReport } from '../src/reports/reports.sql.ts';
import { reportScope } from '../src/reports/scope.ts';
import { foldChanges } from '../src/rollups/foldChanges.sql.ts';
import { foldVisits } from '../src/rollups/visitDays.sql.ts';
import { median, scene } from './scene.ts';
import { yearOfDisputes } from './yearOfDisputes.ts';

// Reports over a year of disputes, beside a raw group-by of the same days' events; then while much has just changed. `--one 0.9`:
// so much of it lies in one county.
const { positionals, values } = parseArgs({ allowPositionals: true, options: { one: { type: 'string' } } });
const ROWS = Number(positionals[0] ?? 200_000);
const ONE = Number(values.one ?? 0);
const { admin, engine, actor, close } = await scene();

const filled = await timed(() => yearOfDisputes(admin, ROWS, ONE));

const { counties } = engine.reference();
const folded = await timed(async () => {
  for (const county of counties) await foldChanges(engine.db, county, engine.now());
});
const ofVisits = await timed(() => foldVisits(engine.db, counties));
await admin.query('vacuum analyze');
const size = await admin.query(`select relname, pg_size_pretty(pg_total_relation_size(oid)) as size from pg_class
  where relname = any (array['matter', 'matter_event', 'figure_dispute', 'figure_sum', 'figure_moment', 'figure_group', 'board_clock'])
  order by 1`);
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

const ms = (value: number): string => value.toFixed(0).padStart(5);
async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** `days`: what is counted beside it by one plain group-by of their events. */
async function time(
  label: string,
  who: Actor,
  work: () => Promise<unknown>,
  days?: { from: Day; to: Day },
): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) times.push(await timed(work));
  const middle = median(times);
  const beside = days ? await rawEvents(who, days) : undefined;
  const ratio = beside === undefined ? '' : `; raw ${ms(beside)} ms, ${(middle / beside).toFixed(1)} times`;
  console.log(`${label.padEnd(34)} median ${ms(middle)} ms, best ${ms(Math.min(...times))} ms${ratio}`);
}

async function rawEvents({ counties: own }: Actor, { from, to }: { from: Day; to: Day }): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1)
    times.push(
      await timed(() =>
        admin.query(
          `select e.type, count(distinct e.matter_id) from matter_event e join matter m on m.county_code = e.county_code and m.id = e.matter_id
           where e.county_code = any ($1) and e.at >= $2 and e.at < $3 group by 1`,
          [own, startOfDay(from), endOfDay(to)],
        ),
      ),
    );
  return median(times);
}

const now = engine.now();
const today = dayOf(now);
const last = periodOn('month', today);
const over = periodOn('month', addDays(last.from, -1));
const year = { from: `${today.slice(0, 4)}-01-01`, to: today };
console.log(
  `filled in ${(filled / 1000).toFixed(0)} s, folded in ${(folded / 1000).toFixed(0)} s (${(folded / ROWS).toFixed(2)} ms a dispute), visits in ${(ofVisits / 1000).toFixed(1)} s; ${size.rows.map(({ relname, size: of }) => `${relname} ${of}`).join(', ')}`,
);
console.log(`${ROWS} disputes of a year in ${counties.length} counties; load ${loadavg()[0]?.toFixed(1)}`);
const form = measureNames.map((what) => ({ what, filter: { categories: ['01'], sources: ['walkIn'] } }));
const onlyVisits = [{ what: 'visits', filter: {} } as const];
const city = leader('140100', counties);
const county = leader('140106', ['140106']);
for (const [name, who] of [
  ['city', city],
  ['county', county],
] as const) {
  for (const period of ['day', 'week', 'month'] as const)
    await time(
      `${name}, report of the ${period}`,
      who,
      () => readReport(engine, who, { period }, { asOf: now, live: true }),
      periodOn(period, today),
    );
  await time(
    `${name}, a month that is over`,
    who,
    () => readReport(engine, who, { period: 'month', day: over.from }, { asOf: now, live: false }),
    over,
  );
  await time(
    `${name}, mediation statistics`,
    who,
    () => readReport(engine, who, { kind: 'mediation', period: 'month' }, { asOf: now, live: true }),
    last,
  );
  await time(
    `${name}, a year's form`,
    who,
    () => countAll(engine, reportScope(who), form, { year: spanOf(year, now) }),
    year,
  );
  await time(`${name}, visits of the month alone`, who, () =>
    countAll(engine, reportScope(who), onlyVisits, { month: spanOf(last, now) }),
  );
  await time(`${name}, visits of the year alone`, who, () =>
    countAll(engine, reportScope(who), onlyVisits, { year: spanOf(year, now) }),
  );
  await time(`${name}, list of the accepted`, who, () => readFigureList(engine, who, { what: 'accepted', ...last }));
}

const read = () => readReport(engine, county, { period: 'day' }, { asOf: new Date(), live: true });
/** What a county's report of the day takes at once, and the longest of a few more. */
async function first(label: string): Promise<void> {
  const times = [await timed(read), await timed(read), await timed(read)];
  console.log(`${label.padEnd(40)} at once ${ms(times[0] ?? 0)} ms, then ${times.slice(1).map(ms).join(', ')} ms`);
}

let seq = 1000;
const change = (most: number) =>
  admin.query(
    `with few as (select county_code, id, status from matter where county_code = '140106' order by id limit $1), noted as (
       insert into figure_change (county_code, matter_id) select county_code, id from few)
     insert into matter_event (county_code, matter_id, seq, id, at, type, actor_role, status_after, data, previous_hash, hash)
     select county_code, id, $2, gen_random_uuid(), now(), 'recordReturnVisit', 'handler', status, '{}', '', '' from few`,
    [most, ++seq],
  );
await change(1);
await first('one changed since');
await change(1000);
await first('1,000 changed in this hour');
await change(20_000);
await first('20,000 changed in this hour, waiting');
await foldChanges(engine.db, '140106', engine.now());
await first('20,000 changed in this hour, folded');

await admin.query(
  `insert into figure_change (county_code, matter_id) select county_code, id from matter where county_code = '140106' limit 200000`,
);
let done = false;
const background = foldChanges(engine.db, '140106', engine.now()).finally(() => {
  done = true;
});
const waits: number[] = [];
while (!done) waits.push(await timed(() => readReport(engine, county, {}, { asOf: new Date(), live: true })));
console.log(
  `${await background} folded anew beside ${waits.length} reports of the month: median ${ms(median(waits))} ms, longest ${ms(Math.max(...waits))} ms`,
);
await close();
