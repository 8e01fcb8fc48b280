import { reading } from '../src/platform/db.ts';
import { listAccuracy, listUnitRecords } from '../src/routing/accuracy.across.sql.ts';
import { listRulingsAcross } from '../src/routing/rulings.across.sql.ts';
import { listPrecedents } from '../src/routing/rulings.sql.ts';
import { center, median, scene } from './scene.ts';

// The routing court of a county over a year of many dispatches: one in seven comes back, half of these are changed.
const ROWS = Number(process.argv[2] ?? 200_000);
const { admin, db, close } = await scene();
await admin.query('alter table matter disable row level security');
await admin.query(
  `insert into matter (county_code, id, kind, code, status, title, category_code, region_code, receiving_center_id, seen_by, opened_at, updated_at)
   select '140106', gen_random_uuid(), 'dispute', lpad(n::text, 15, '0'), 'inMediation', '漏水', lpad((1 + n % 17)::text, 2, '0'), '140106004', $1,
     array['system', 'c:${center}', 'r:140106'] || case when n % 50 = 0 then array['u:140106-housing'] else '{}' end,
     now() - n * interval '157 seconds', now() from generate_series(1, ${ROWS}) n`,
  [center],
);
await admin.query(`insert into unit_dispatch (county_code, id, matter_id, category_code, unit_id, at, sent_back_at, result)
  select county_code, gen_random_uuid(), id, category_code, case when code::bigint % 50 = 0 then '140106-housing' else '140106-justice' end,
    opened_at, case when code::bigint % 7 = 0 then opened_at + interval '2 hours' end,
    case when code::bigint % 7 = 0 then case when code::bigint % 2 = 0 then 'upheld' else 'changed' end end from matter`);
await admin.query(`insert into ruling (county_code, id, matter_id, dispatch_id, category_code, from_unit_id, to_unit_id, outcome, note_id, at)
  select county_code, gen_random_uuid(), matter_id, id, category_code, unit_id, '140106-justice', result, gen_random_uuid(),
    sent_back_at + interval '3 hours' from unit_dispatch where result is not null`);
await admin.query('alter table matter enable row level security');
await admin.query('vacuum analyze');

const year = { from: new Date(Date.now() - 365 * 86_400_000), to: new Date() };
async function time(viewers: string[], ask: Parameters<typeof reading<unknown>>[2]): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    const started = performance.now();
    await reading(db, { counties: ['140106'], viewers }, ask);
    times.push(performance.now() - started);
  }
  return median(times);
}
const list = (more: object) => (queries: Parameters<typeof listAccuracy>[0]) =>
  listRulingsAcross(queries, ['140106'], { ...year, limit: 51, ...more });
const referee = [`c:${center}`];

console.log(`${ROWS} dispatches of one county in a year, medians of 9`);
const told = async (name: string, ms: Promise<number>) => console.log(`${name.padEnd(34)} ${(await ms).toFixed(1)} ms`);
await told(
  'accuracy by category',
  time(referee, (queries) => listAccuracy(queries, ['140106'], year.from, year.to)),
);
const asked = { countyCode: '140106', categoryCode: '02' };
await told(
  'units of one category',
  time(referee, (queries) => listUnitRecords(queries, asked, year.from)),
);
await told('page of what was sent back', time(referee, list({})));
await told('page of one category, changed', time(referee, list({ category: '02', result: 'changed' })));
await told('page of what waits (none does)', time(referee, list({ result: 'open' })));
await told('page of a unit head', time(['u:140106-housing'], list({ unitId: '140106-housing' })));
await told(
  'earlier rulings',
  time(referee, (queries) => listPrecedents(queries, '140106', '02', 8)),
);
await close();
