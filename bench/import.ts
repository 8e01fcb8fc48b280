import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

// An old ledger of so many rows: read through, then so many of them written. Peak memory of this process, rows a second.
const ROWS = Number(process.argv[2] ?? 100_000);
const WRITTEN = Number(process.argv[3] ?? 2_000);

const titles = [
  '编号',
  '登记日期',
  '申请人',
  '联系电话',
  '被申请人',
  '类别',
  '街道',
  '简要案情',
  '办理情况',
  '办结时间',
  '处理结果',
];
const columns: Column[] = titles.map((title) => ({ key: title, title, kind: 'text' }));

function* ledger(count: number) {
  for (let n = 0; n < count; n++) {
    const day = new Date(Date.UTC(2015, 0, 1) + (n % 3600) * 86_400_000).toISOString().slice(0, 10);
    yield {
      编号: `测〔${n}〕号`,
      登记日期: day,
      申请人: `样本${n}`,
      联系电话: `138${String(n % 100_000_000).padStart(8, '0')}`,
      被申请人: `对方${n % 977}`,
      类别: ['邻里', '物业', '合同', '损害赔偿'][n % 4],
      街道: ['迎泽街道', '柳巷街道', '桥东街道'][n % 3],
      简要案情: `第${n}件：楼上卫生间漏水，天花板泡坏，找过两次没有结果，要求赔偿并修好漏点`,
      办理情况: '已办结',
      办结时间: day,
      处理结果: '双方达成口头协议，当场履行',
    };
  }
}

const { db, engine, actor, admin, close } = await scene();
await admin.query(`update post set role = 'dispatcher' where id = $1`, [actor.postId]);
const viewers = [`p:${actor.postId}`, 'c:140106-center', 'c:140106-center#dispatcher'];
const dispatcher: Actor = { ...actor, role: 'dispatcher', viewers };
const folder = mkdtempSync(join(tmpdir(), 'fengqiao-bench-ledger-'));
const path = join(folder, 'ledger.xlsx');
await pipeline(
  writeSheet({ name: '台账', caption: '2015年台账', columns, rows: ledger(ROWS) }),
  createWriteStream(path),
);
globalThis.gc?.();

let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 20);
const megabytes = () => `${Math.round(peak / 1_048_576)} MB`;
const before = process.memoryUsage().rss;
const job = { id: '', step: async () => {} };
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};

const content = createReadStream(path);
let id = '';
const uploaded = await timed(async () => {
  ({ id } = await uploadRun(engine, dispatcher, { name: 'ledger.xlsx', content }, 200 * 1_048_576));
});
const run = () => reading(db, dispatcher, (queries) => getRun(queries, dispatcher, id));
const checked = await timed(async () => checkRun(engine, dispatcher, await run(), job));
const afterCheck = megabytes();
const counts = (await reading(db, dispatcher, (queries) => countRows(queries, '140106', [id]))).get(id);
await admin.query(`update import_row set result = 'same' where row_number > $1`, [WRITTEN + 2]);
const applied = await timed(async () => applyRun(engine, dispatcher, await run(), WRITTEN, job));
clearInterval(watch);
console.log(`${ROWS} rows, ${counts?.ready} good; ${Math.min(WRITTEN, ROWS)} of them written`);
console.log(`before                ${Math.round(before / 1_048_576)} MB`);
console.log(`stored, header found  ${uploaded.toFixed(1)} s`);
console.log(`read through          ${checked.toFixed(1)} s, ${Math.round(ROWS / checked)} rows/s, peak ${afterCheck}`);
console.log(
  `written               ${applied.toFixed(1)} s, ${Math.round(Math.min(WRITTEN, ROWS) / applied)} rows/s, peak ${megabytes()}`,
);
rmSync(folder, { recursive: true, force: true });
await close();
