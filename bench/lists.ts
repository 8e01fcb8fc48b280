import { listLedgerAcross } from '../src/disputes/ledger.across.sql.ts';
import { reading } from '../src/platform/db.ts';
import { center, median, scene } from './scene.ts';

// The ledger of a county over many matters: page 1 against a page far down, by key; and the most restricted viewer.
const ROWS = Number(process.argv[2] ?? 200_000);
const { admin, db, actor, close } = await scene();
await admin.query('alter table matter disable row level security');
await admin.query(
  `insert into matter (county_code, id, kind, code, status, title, category_code, region_code, receiving_center_id, seen_by, opened_at, updated_at, due_at)
   select '140106', gen_random_uuid(), 'dispute', lpad(n::text, 15, '0'), case when n % 3 = 0 then 'inMediation' else 'archived' end, '漏水', '02', '140106004', $1,
     array['system', 'c:${center}', 'r:140106', 'r:140106004'] || case when n % 1000 = 0 then array['p:few'] else '{}' end,
     timestamptz '2026-01-01' + n * interval '1 minute', now(), timestamptz '2026-06-01' + n * interval '1 minute' from generate_series(1, ${ROWS}) n`,
  [center],
);
await admin.query(
  `insert into dispute (county_code, matter_id, source, first_contact_post_id, first_contact_unit_id, facts, willing)
  select county_code, id, 'walkIn', $1, $2, '事实', 'yes' from matter`,
  [actor.postId, center],
);
await admin.query(`insert into matter_seen (county_code, viewer, matter_id, kind, status, due_at, opened_at)
  select county_code, unnest(seen_by), id, kind, status, due_at, opened_at from matter`);
await admin.query('alter table matter enable row level security');
await admin.query('vacuum analyze');

async function page(viewers: string[], from?: { at: string; id: string; direction: 'after' }) {
  const filter = { status: ['inMediation' as const], order: 'due' as const, limit: 50, ...(from && { from }) };
  const viewer = viewers[0] ?? '';
  const started = performance.now();
  const { rows } = await reading(db, { counties: ['140106'], viewers }, (queries) =>
    listLedgerAcross(queries, ['140106'], viewer, filter),
  );
  return { ms: performance.now() - started, rows };
}

async function time(viewers: string[], from?: { at: string; id: string; direction: 'after' }): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 15; round += 1) times.push((await page(viewers, from)).ms);
  return median(times);
}

const { rows: deep } = await admin.query(
  `select due_at::text as at, matter_id as id from matter_seen where viewer = $1 and status = 'inMediation' order by due_at, matter_id offset ${Math.floor(ROWS / 3) - 100} limit 1`,
  [`c:${center}`],
);
const far = { at: deep[0].at as string, id: deep[0].id as string, direction: 'after' as const };
const first = await time([`c:${center}`]);
console.log(`${ROWS} matters in one county, page of 50, count included, medians of 15`);
console.log(`first page            ${first.toFixed(1)} ms`);
console.log(`last page by key      ${(await time([`c:${center}`], far)).toFixed(1)} ms`);
console.log(`most restricted post  ${(await time(['p:few'])).toFixed(1)} ms`);
await close();
