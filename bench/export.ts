import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { readLayout } from '../src/ledger/columns.ts';
import { exportLedger } from '../src/ledger/exportLedger.sql.ts';
import { printLedger } from '../src/ledger/printLedger.sql.ts';
import { center, scene } from './scene.ts';

// The ledger as a workbook and as paper: how long, how much memory at most, and how long the server answers nobody.
const sizes = (process.argv[2] ?? '1000,5000,15000').split(',').map(Number);
const most = Math.max(...sizes);
const { admin, engine, actor, close } = await scene();
await admin.query('alter table matter disable row level security');
await admin.query(
  `insert into matter (county_code, id, kind, code, status, title, category_code, region_code, receiving_center_id, lead_unit_id,
     seen_by, opened_at, updated_at, due_at)
   select '140106', gen_random_uuid(), 'dispute', lpad(n::text, 15, '0'), 'inMediation', n || '号楼漏水赔偿，卫生间和天花板都泡坏了',
     lpad((n % 17 + 1)::text, 2, '0'), '140106004', $1, '140106-housing', array['system', 'c:${center}'],
     now() - n * interval '1 minute', now(), now() + n * interval '1 minute' from generate_series(1, ${most}) n`,
  [center],
);
await admin.query(
  `insert into dispute (county_code, matter_id, source, first_contact_post_id, first_contact_unit_id, facts, willing, parties_line,
     amount_cents, people_involved, difficulty, urgency, gravity)
   select county_code, id, 'walkIn', $1, $2, '事实', 'yes', '郭秀兰｜任建军', 800000, code::int, 'simple', 'low', 'low' from matter`,
  [actor.postId, center],
);
await admin.query(
  `insert into matter_clock (county_code, id, matter_id, kind, rule, calendar_version, started_at, due_at)
   select county_code, gen_random_uuid(), id, 'handle', $1, '', opened_at, due_at from matter`,
  [JSON.stringify(engine.reference().rulesFor('140106').rules.clocks['handle.simple'])],
);
await admin.query(`insert into matter_seen (county_code, viewer, matter_id, kind, status, due_at, opened_at)
  select county_code, 'c:${center}', id, kind, status, due_at, opened_at from matter`);
await admin.query('alter table matter enable row level security');
await admin.query('vacuum analyze');

const layout = readLayout('code,what,category,place,unit,clock,status,opened,first,source,amount,people,phone');
const run = { id: '', step: () => setImmediate() as Promise<void> };

async function measure(
  label: string,
  rows: number,
  work: () => Promise<{ rows: number; files: number }>,
): Promise<void> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const started = performance.now();
  const made = await work();
  const ms = performance.now() - started;
  delay.disable();
  clearInterval(watch);
  const mega = (bytes: number) => (bytes / 1_048_576).toFixed(0);
  console.log(
    `${label.padEnd(8)} ${String(rows).padStart(6)} rows, ${made.files} files  ${(ms / 1000).toFixed(1).padStart(6)} s   ` +
      `memory ${mega(before)} → at most ${mega(peak)} MB   longest pause ${(delay.max / 1e6).toFixed(0)} ms, p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms`,
  );
}

for (const rows of sizes) {
  const search = { people: `..${rows}`, order: 'due' };
  await measure('Excel', rows, () => exportLedger(engine, actor, { search, layout, purpose: '' }, run));
  await measure('paper', rows, () => printLedger(engine, actor, { search, layout: layout.slice(0, 9) }, run));
}
await close();
