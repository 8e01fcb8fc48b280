import { loadavg } from 'node:os';
import { sql } from 'kysely';
import { statuses } from '../src/disputes/procedure.ts';
import type { Fragment } from '../src/ledger/fragments.sql.ts';
import { findPageAcross, looksOf } from '../src/ledger/ledger.across.sql.ts';
import type { From, LedgerFilter } from '../src/ledger/ledgerFilter.ts';
import { running } from '../src/ledger/readFilter.ts';
import { readPlaced } from '../src/ledger/readLedger.sql.ts';
import type { Sort } from '../src/ledger/search.ts';
import type { Actor } from '../src/platform/actor.ts';
import { reading } from '../src/platform/db.ts';
import { center, scene } from './scene.ts';

// The ledger of a county over many matters, each line as a ratio to a plain count of the same viewer's rows: orders, filters,
// a page far down, and the most restricted viewer (two hundred matters of the county).
const ROWS = Number(process.argv[2] ?? 200_000);
const ROUNDS = Number(process.argv[3] ?? 20);
const { admin, db, actor, close } = await scene();
await admin.query('alter table matter disable row level security');
await admin.query(
  `insert into matter (county_code, id, kind, code, status, title, category_code, region_code, receiving_center_id,
     lead_unit_id, seen_by, opened_at, updated_at, closed_at, due_at)
   select '140106', gen_random_uuid(), 'dispute', lpad(n::text, 15, '0'),
     case when n % 3 = 0 then 'inMediation' when n % 50 = 1 then 'dispatched' else 'archived' end, '漏水',
     lpad((n % 17 + 1)::text, 2, '0'), '14010600' || (n % 6 + 1), $1,
     case when n % 4 = 0 then '140106-housing' else '14010600' || (n % 6 + 1) || '-center' end,
     array['system', 'c:${center}', 'r:140106', 'r:140100', 'c:140100-center', 'r:14010600' || (n % 6 + 1), 'p:' || gen_random_uuid()]
       || case when n % 1000 = 0 then array['p:${actor.postId}'] else '{}' end,
     timestamptz '2026-01-01' + n * interval '1 minute', now() - n * interval '1 second',
     case when n % 3 <> 0 then timestamptz '2026-03-01' + n * interval '1 minute' end,
     case when n % 3 = 0 then timestamptz '2026-06-01' + n * interval '1 minute' end from generate_series(1, ${ROWS}) n`,
  [center],
);
await admin.query(
  `insert into dispute (county_code, matter_id, source, first_contact_post_id, first_contact_unit_id, facts, willing,
     amount_cents, people_involved, difficulty, urgency, gravity)
   select county_code, id, (array['walkIn', 'phone', 'gridReport', 'police'])[code::int % 4 + 1], $1, $2, '事实', 'yes',
     (code::bigint * 7919) % 10000000, code::int % 40 + 1, 'simple', 'low', 'low' from matter`,
  [actor.postId, center],
);
await admin.query(`insert into matter_seen (county_code, viewer, matter_id, kind, status, due_at, opened_at)
  select county_code, viewer, id, kind, status, coalesce(due_at, 'infinity'), opened_at from matter, unnest(seen_by) viewer
  where viewer <> 'system'`);
await admin.query(
  `with told as (
     insert into matter (county_code, id, kind, code, status, title, category_code, region_code, receiving_center_id, seen_by, about_id,
       about_code, opened_at, updated_at)
     select county_code, gen_random_uuid(), 'supervision', 'D' || code, 'sent', '督办', null, region_code, $1, seen_by, id, code, now(), now()
     from matter where status = 'inMediation' and code::int % 999 = 0 returning county_code, id, about_id)
   insert into supervision_notice (county_code, matter_id, about_matter_id, clock_id, clock_kind, level, unit_id, sent_at)
   select county_code, id, about_id, gen_random_uuid(), 'handle', 1, '140106-housing', now() from told`,
  [center],
);
await admin.query(`select set_config('app.counties', '140106', false), set_config('app.viewers', 'system', false)`);
await admin.query('insert into listed_dispute select * from visible_listing');
await admin.query('alter table matter enable row level security');
await admin.query('vacuum analyze');

const keys = (viewers: string[]): Actor => ({ ...actor, viewers });
const desk = keys([`p:${actor.postId}`, `c:${center}`, `c:${center}#receptionist`]);
const few = keys([`p:${actor.postId}`]);
const supervisor: Actor = { ...keys([`p:${actor.postId}x`, 'r:140106', `c:${center}#supervisor`]), role: 'supervisor' };
const street: Actor = { ...keys([`p:${actor.postId}x`, 'r:140106004']), role: 'politicalLegalMember' };
const posts = [
  ['center', desk],
  ['supervisor', supervisor],
  ['a street', street],
  ['one post', few],
] as const;

const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

async function timed(work: () => Promise<unknown>): Promise<{ median: number; p95: number }> {
  const times: number[] = [];
  await work();
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return { median: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

/** What counting costs without any condition of ours: the rows of the viewer's keys in the county. */
const plainCount = (who: Actor): Promise<unknown> => {
  const mine: Fragment = sql.join(who.viewers.map((viewer) => sql`${viewer}`));
  return reading(db, who, (queries) =>
    sql`select count(*) from matter_seen where county_code = '140106' and viewer in (${mine})`.execute(queries),
  );
};

const page = (who: Actor, filter: Partial<LedgerFilter>, sort: Sort, from?: From) =>
  reading(db, who, async (queries) => {
    const looks = looksOf(who, { status: running, ...filter }, new Date());
    const asked = { sort, limit: 51, ...(from && { from }) };
    const { placed, total } = await findPageAcross(queries, looks, asked);
    return { placed, total, rows: await readPlaced(queries, placed.slice(0, 50), ['supervision']) };
  });

const bases = new Map<Actor, number>();
async function line(label: string, who: Actor, filter: Partial<LedgerFilter>, sort: Sort, from?: From): Promise<void> {
  const { total, rows } = await page(who, filter, sort, from);
  const { median, p95 } = await timed(() => page(who, filter, sort, from));
  const ratio = median / (bases.get(who) ?? 1);
  const shown = `${rows.length} of ${total ?? '10,000+'}`;
  console.log(
    `${label.padEnd(38)} ${shown.padStart(16)} ${median.toFixed(1).padStart(8)} ms ${p95.toFixed(1).padStart(8)} ms p95  ${ratio.toFixed(2).padStart(7)} ×`,
  );
}

console.log(
  `${ROWS} matters in one county, ${ROUNDS} rounds, page of 50 with rows and total; load ${loadavg()[0]?.toFixed(1)}`,
);
const { median: rawCount } = await timed(() =>
  admin.query(`select count(*) from matter m join dispute d on d.county_code = m.county_code and d.matter_id = m.id
    where m.county_code = '140106' and m.seen_by && array['c:${center}'] and m.category_code in ('02', '05')`),
);
console.log(`${'raw: two categories, of the tables themselves'.padEnd(55)} ${rawCount.toFixed(1).padStart(8)} ms`);
for (const [name, who] of posts) {
  const { median, p95 } = await timed(() => plainCount(who));
  bases.set(who, median);
  console.log(
    `${`${name}, plain count`.padEnd(55)} ${median.toFixed(1).padStart(8)} ms ${p95.toFixed(1).padStart(8)} ms p95`,
  );
}
const { rows: deep } = await admin.query(
  `select due_at::text as at, matter_id as id from matter_seen where viewer = $1 and status = 'inMediation' order by due_at desc, matter_id desc limit 100`,
  [`c:${center}`],
);
const far: From = { at: deep[99].at, id: deep[99].id, direction: 'after' };
const everything = { status: statuses };
const handler = [actor.postId];
for (const [name, who] of posts) {
  await line(`${name}, first page by due`, who, {}, 'due');
  await line(`${name}, newest first`, who, {}, 'opened');
  await line(`${name}, everything, newest first`, who, everything, 'opened');
  await line(`${name}, late`, who, { due: 'overdue' }, 'due');
  await line(`${name}, two categories`, who, { category: ['02', '05'] }, 'due');
  await line(`${name}, two categories, everything`, who, { ...everything, category: ['02', '05'] }, 'opened');
  await line(`${name}, one street`, who, { region: ['140106004'] }, 'due');
  await line(`${name}, unit, source`, who, { unit: ['140106-housing'], source: ['phone'] }, 'due');
  await line(`${name}, first contact, everything`, who, { ...everything, first: handler }, 'due');
  await line(`${name}, a handler, everything`, who, { ...everything, handler }, 'due');
  await line(`${name}, settled, everything`, who, { ...everything, outcome: ['settled'] }, 'closed');
  const march = { from: new Date('2026-03-05T00:00:00+08:00'), to: new Date('2026-03-06T00:00:00+08:00') };
  await line(`${name}, closed on a day, everything`, who, { ...everything, closed: march }, 'closed');
  await line(`${name}, opened on a day, by due`, who, { ...everything, opened: march }, 'due');
  await line(`${name}, amount above 90,000`, who, { amount: { from: 90_000 } }, 'due');
  await line(`${name}, nothing fits, everything`, who, { ...everything, amount: { from: 900_000 } }, 'opened');
  await line(`${name}, under supervision`, who, { supervised: ['any'] }, 'due');
  await line(`${name}, not under supervision`, who, { supervised: ['none'] }, 'due');
  await line(`${name}, largest amount first`, who, {}, 'amount');
  await line(`${name}, moved last, everything`, who, everything, 'updated');
  await line(`${name}, closed last, everything`, who, everything, 'closed');
}
await line('center, last page by key', desk, {}, 'due', far);
await line('center, page before that one', desk, {}, 'due', { ...far, direction: 'before' });
await close();
