import { loadavg } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { readLayout } from '../src/ledger/columns.ts';
import { exportLedger } from '../src/ledger/exportLedger.sql.ts';
import { printLedger } from '../src/ledger/printLedger.sql.ts';
import { scene } from './scene.ts';
import { stock } from './stock.ts';

// The ledger as a workbook and as paper: how long, how much memory at most, and how long the server answers nobody; beside it
// the same rows read without us. The second argument: how many disputes stand in the county.
const sizes = (process.argv[2] ?? '1000,5000,15000').split(',').map(Number);
const standing = Math.max(...sizes, Number(process.argv[3] ?? 0));
const { admin, engine, actor, close } = await scene();
await stock(admin, engine, actor, standing);
console.log(`${standing} disputes in one county; load ${loadavg()[0]?.toFixed(1)}`);

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

/** What reading costs at least: the columns of the same rows in the same order, as text of one kind. */
async function raw(most: number): Promise<{ rows: number; files: number }> {
  const { rows } = await admin.query(
    `select m.code, m.title, m.category_code, m.region_code, m.lead_unit_id, m.due_at, m.status, m.opened_at, d.source,
       d.amount_cents, d.people_involved, d.parties_line
     from matter m join dispute d on d.county_code = m.county_code and d.matter_id = m.id
     where m.county_code = '140106' and d.people_involved <= $1 order by m.due_at`,
    [most],
  );
  for (const row of rows) JSON.stringify(row);
  return { rows: rows.length, files: 0 };
}

for (const rows of sizes) {
  await measure('raw', rows, () => raw(rows));
  const search = { people: `..${rows}`, order: 'due' };
  await measure('Excel', rows, () => exportLedger(engine, actor, { search, layout, purpose: '' }, run));
  await measure('paper', rows, () => printLedger(engine, actor, { search, layout: layout.slice(0, 9) }, run));
}
await close();
