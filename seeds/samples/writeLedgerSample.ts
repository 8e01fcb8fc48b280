import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import excel from 'exceljs';
import { MOST_INFLATED } from '../../src/sheets/bookSentences.ts';
import { openZip, type ZipFile } from '../../src/sheets/zipFile.ts';
import { type ZipPart, zipped } from '../../src/sheets/zipOut.ts';
import { HEADER_ROWS, ledgerRows, YEAR } from './ledgerRows.ts';

const upper = [
  '序号',
  '编号',
  '登记日期',
  '申请人',
  null,
  null,
  '被申请人',
  null,
  '纠纷类别',
  '来源',
  '所属街道',
  '发生地点',
];
const lower = [null, null, null, '姓名', '身份证号', '联系电话', '姓名', '联系电话', null, null, null, null];
const rest = ['简要案情', '涉及金额（万元）', '承办单位', '办理情况', '办结时间', '处理结果', '登记人'];
const columns = upper.length + rest.length;
const letters = 'ABCDEFGHIJKLMNOPQRS';

/** A year of a center's ledger as its colleagues keep it: merged title, two header rows, dates in ten ways, a sum, signatures. */
function ledgerBook(): excel.Workbook {
  const book = new excel.Workbook();
  const made = new Date(Date.UTC(YEAR, 11, 31));
  Object.assign(book, { created: made, modified: made, creator: '演示数据', lastModifiedBy: '演示数据' });
  const page = book.addWorksheet(`${YEAR}年台账`);
  page.addRow([`迎泽区社会治安综合治理中心矛盾纠纷排查化解台账（${YEAR}年）`]);
  page.mergeCells(1, 1, 1, columns);
  page.addRow([
    '填报单位：迎泽区综治中心（演示数据，人物均为虚构）',
    ...Array(columns - 2).fill(null),
    '填报日期：12月31日',
  ]);
  page.mergeCells(2, 1, 2, 6);
  page.addRow([...upper, ...rest]);
  page.addRow(lower);
  page.mergeCells('D3:F3');
  page.mergeCells('G3:H3');
  for (const [index, letter] of [...letters].entries())
    if (lower[index] == null) page.mergeCells(`${letter}3:${letter}4`);
  for (const [index, cells] of ledgerRows().entries()) {
    const row = page.addRow(cells);
    row.eachCell((cell) => {
      if (cell.value instanceof Date) cell.numFmt = 'yyyy"年"m"月"d"日"';
    });
    // Prepared for one more and never filled in.
    if (index === 149) page.addRow([' ']);
  }
  const last = page.rowCount;
  page.addRow(['合计', ...Array(12).fill(null), { formula: `SUM(N${HEADER_ROWS + 1}:N${last})`, result: 0 }]);
  page.addRow(['制表人：贾敏', null, null, null, null, null, '审核人：郭志明']);
  return book;
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<ZipPart> {
  for (const entry of zip.entries) yield { name: entry.name, text: zip.stream(entry) as AsyncIterable<Buffer> };
}

/** The same bytes each time: exceljs dates each entry of its archive by the clock, so it is packed anew. */
export async function ledgerSample(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'fengqiao-sample-'));
  try {
    const path = join(folder, 'ledger.xlsx');
    await ledgerBook().xlsx.writeFile(path);
    const zip = await openZip(path, MOST_INFLATED);
    const parts: Buffer[] = [];
    for await (const part of zipped(entriesOf(zip))) parts.push(part);
    await zip.close();
    return Buffer.concat(parts);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const path = fileURLToPath(new URL('ledger-sample.xlsx', import.meta.url));
  writeFileSync(path, await ledgerSample());
  console.log(path);
}
