import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { applyRun } from '../src/imports/applyRun.sql.ts';
import { checkRun } from '../src/imports/checkRun.sql.ts';
import { countRows, getRun } from '../src/imports/runs.sql.ts';
import { uploadRun } from '../src/imports/uploadRun.sql.ts';
import type { Actor } from '../src/platform/actor.ts';
import { reading } from '../src/platform/db.ts';
import type { Column } from '../src/sheets/column.ts';
import { writeSheet } from '../src/sheets/writeSheet.ts';
import { scene } from './scene.ts';

// Old ledgers of so many rows, one after the other into the same house: each finds what the ones before have written.
// Rows a second, and the memory of this process at most (PSS: what it has for itself and its share of what it has with others).
const sizes = (process.argv[2] ?? '5000,20000,100000').split(',').map(Number);

const titles =
  '编号 登记日期 申请人 联系电话 被申请人 类别 街道 简要案情 办理情况 办结时间 处理结果 承办人 接待人'.split(' ');
const columns: Column[] = titles.map((title) => ({ key: title, title, kind: 'text' }));

function* ledger(count: number) {
  for (let n = 0; n < count; n++) {
    const day = new Date(Date.UTC(2015, 0, 1) + (n % 3600) * 86_400_000).toISOString().slice(0, 10);
    yield {
      编号: `测〔${count}〕${n}号`,
      登记日期: day,
      申请人: `样本${count}之${n}`,
      联系电话: `13${String((count * 7 + n) % 1_000_000_000).padStart(9, '0')}`,
      被申请人: `对方${n % 977}`,
      类别: ['邻里', '物业', '合同', '损害赔偿'][n % 4],
      街道: ['迎泽街道', '柳巷街道', '桥东街道'][n % 3],
      简要案情: `第${n}件：楼上卫生间漏水，天花板泡坏，找过两次没有结果，要求赔偿并修好漏点`,
      办理情况: n % 5 === 0 ? '调解不成，引导诉讼' : '已办结',
      办结时间: day,
      处理结果: '双方达成口头协议，当场履行',
      承办人: ['测一', '测二', '测三'][n % 3],
      接待人: '测四',
    };
  }
}

const pss = (): number =>
  Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync('/proc/self/smaps_rollup', 'utf8'))?.[1] ?? 0) / 1024;
const job = { id: '', step: async () => {} };

/** How long it takes and the memory it has at most meanwhile, looked at every fifth of a second. */
async function measured(work: () => Promise<unknown>): Promise<{ seconds: number; peak: number }> {
  let peak = pss();
  const watch = setInterval(() => {
    peak = Math.max(peak, pss());
  }, 200);
  const started = performance.now();
  await work();
  clearInterval(watch);
  return { seconds: (performance.now() - started) / 1000, peak: Math.max(peak, pss()) };
}

const { db, engine, actor, admin, close } = await scene();
await admin.query(`update post set role = 'dispatcher' where id = $1`, [actor.postId]);
const viewers = [`p:${actor.postId}`, 'c:140106-center', 'c:140106-center#dispatcher'];
const dispatcher: Actor = { ...actor, role: 'dispatcher', viewers };
const folder = mkdtempSync(join(tmpdir(), 'fengqiao-bench-ledger-'));
const path = join(folder, 'ledger.xlsx');

async function oneLedger(rows: number): Promise<void> {
  const book = writeSheet({ name: '台账', caption: '旧台账', columns, rows: ledger(rows) });
  await pipeline(book, createWriteStream(path));
  const [{ before = 0 } = {}] = (await admin.query('select count(*)::int as before from matter')).rows;
  const at = pss();
  const { id } = await uploadRun(
    engine,
    dispatcher,
    { name: 'a.xlsx', content: createReadStream(path) },
    { maxBytes: 2 ** 28 },
  );
  const run = () => reading(db, dispatcher, (queries) => getRun(queries, dispatcher, id));
  const checked = await measured(async () => checkRun(engine, dispatcher, await run(), job));
  const good = (await reading(db, dispatcher, (queries) => countRows(queries, '140106', [id]))).get(id)?.ready ?? 0;
  const written = await measured(async () => {
    await admin.query(`update import_run set state = 'applying' where id = $1`, [id]);
    await applyRun(engine, dispatcher, await run(), good, job);
  });
  const speed = ({ seconds }: { seconds: number }) => `${Math.round(rows / seconds)} rows/s`;
  console.log(
    `${rows} rows, ${good} good, ${before} there before: checked ${speed(checked)}, written ${speed(written)}; ` +
      `PSS ${at.toFixed(0)} MB before, at most ${checked.peak.toFixed(0)} and ${written.peak.toFixed(0)} MB`,
  );
}

for (const rows of sizes) await oneLedger(rows);
console.log(`load ${loadavg()[0]?.toFixed(1)}`);
rmSync(folder, { recursive: true, force: true });
await close();
