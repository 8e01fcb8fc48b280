import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { inflateRawSync } from 'node:zlib';
import excel from 'exceljs';
import { expect, test } from 'vitest';
import { Refusal } from '../platform/refusal.ts';
import type { Column, SheetRow } from './column.ts';
import { readSheet } from './readSheet.ts';
import { zipOf } from './testing/zipOf.ts';
import { writeSheet } from './writeSheet.ts';

const columns: Column[] = [
  { key: 'name', title: '名称', kind: 'text', required: true, alsoCalled: ['单位名称'] },
  { key: 'rooms', title: '房间数', kind: 'number' },
  { key: 'opened', title: '启用日期', kind: 'date' },
  { key: 'seenAt', title: '核对时间', kind: 'dateTime' },
  { key: 'open', title: '对外', kind: 'yesNo' },
];

const write = (rows: SheetRow[], caption?: string) =>
  buffer(writeSheet({ name: '单位', columns, rows, ...(caption === undefined ? {} : { caption }) }));

async function workbook(rows: excel.CellValue[][], merge?: string): Promise<Buffer> {
  const book = new excel.Workbook();
  const page = book.addWorksheet('Sheet1');
  page.addRows(rows);
  if (merge) page.mergeCells(merge);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function opened(file: Buffer): Promise<excel.Worksheet> {
  const book = new excel.Workbook();
  await book.xlsx.load(file as unknown as Parameters<typeof book.xlsx.load>[0]);
  const [page] = book.worksheets;
  if (!page) throw new Error('no sheet');
  return page;
}

test('what goes out comes back: text, numbers, days, times, yes and no, empty cells', async () => {
  const row = {
    name: '迎泽街道𠮷㐂䶮',
    rooms: 12.5,
    opened: '2026-10-16',
    seenAt: new Date('2026-10-16T16:30:00Z'),
    open: false,
  };
  const bare = { name: '住建局', rooms: null, opened: null, seenAt: null, open: null };
  const read = await readSheet(await write([row, bare], '迎泽区 截至 2026-10-17 00:30'), { columns });
  expect(read.rows.map(({ values }) => values)).toEqual([row, bare]);
  expect(read.rows.map(({ rowNumber }) => rowNumber)).toEqual([3, 4]);
  expect(read.rows.flatMap(({ errors }) => errors)).toEqual([]);
  expect(read.unknownColumns).toEqual([]);
});

test('an exported workbook has a frozen header, real numbers, real dates, and the wall clock of Shanghai', async () => {
  const page = await opened(
    await write([{ name: '甲', rooms: 3, opened: '2026-10-16', seenAt: new Date('2026-10-16T16:30:00Z') }]),
  );
  expect(page.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  const [, , rooms, day, moment] = page.getRow(2).values as unknown[];
  expect(rooms).toBe(3);
  expect(day).toEqual(new Date('2026-10-16T00:00:00Z'));
  expect(moment).toEqual(new Date('2026-10-17T00:30:00Z'));
  expect(page.getCell('C2').numFmt).toBe('yyyy-mm-dd');
});

test.each(['=HYPERLINK("http://x","y")', '+86 138', '-1+1', '@SUM(A1)', '\t=1', '140106260038126'])(
  'text that looks like a formula or a number stays text: %j',
  async (name) => {
    const page = await opened(await write([{ name, rooms: name, open: name }]));
    for (const cell of ['A2', 'E2']) {
      expect(page.getCell(cell).type).toBe(excel.ValueType.String);
      expect(page.getCell(cell).numFmt).toBe('@');
    }
    expect(page.getCell('B2').formula).toBeUndefined();
    expect(page.getCell('B2').value).toBe(name);
  },
);

test('ten thousand rows leave while they are still being made', async () => {
  const total = 10_000;
  let made = 0;
  async function* rows(): AsyncGenerator<SheetRow> {
    for (; made < total; made++) yield { name: `第${made}户 ${Math.sin(made)}`, rooms: made, opened: '2026-10-16' };
  }
  const out = writeSheet({ name: '台账', columns, rows: rows() });
  await once(out, 'readable');
  expect(made).toBeLessThan(total);
  const page = await opened(await buffer(out));
  expect(page.rowCount).toBe(total + 1);
  expect(page.getCell(`B${total + 1}`).value).toBe(total - 1);
});

test('rows that fail while being read fail the download, not silently shorten it', async () => {
  async function* rows(): AsyncGenerator<SheetRow> {
    yield { name: '甲' };
    throw new Error('connection lost');
  }
  await expect(buffer(writeSheet({ name: '台账', columns, rows: rows() }))).rejects.toThrow('connection lost');
});

test('fonts in styles.xml stand in the order that the schema wants', async () => {
  const file = await write([{ name: '甲' }]);
  const name = file.indexOf('xl/styles.xml');
  const styles = inflateRawSync(file.subarray(name + 'xl/styles.xml'.length + file.readUInt16LE(name - 2))).toString();
  expect(styles).toContain('<font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/>');
});

test('the header is found below a merged title and a note, whatever people added to its words', async () => {
  const file = await workbook(
    [
      ['迎泽区单位一览', null, null],
      ['填表人：贾敏'],
      ['序号', '单位 名称*', '启用日期（必填）', '备注'],
      [1, ' 住建局 ', '2026.9.1', 'x'],
      [],
      [2, '人社局', null],
    ],
    'A1:C1',
  );
  const read = await readSheet(file, { columns });
  expect(read.unknownColumns).toEqual(['序号', '备注']);
  expect(read.absentColumns).toEqual(['房间数', '核对时间', '对外']);
  expect(read.rows).toEqual([
    { rowNumber: 4, values: { name: '住建局', opened: '2026-09-01' }, errors: [] },
    { rowNumber: 6, values: { name: '人社局', opened: null }, errors: [] },
  ]);
});

test.each([
  ['2026-10-16', '2026-10-16'],
  ['2026/10/6', '2026-10-06'],
  ['2026年10月16日', '2026-10-16'],
  ['２０２６.10.16 08:30', '2026-10-16'],
  ['20261016', '2026-10-16'],
  [20261016, '2026-10-16'],
  [46311, '2026-10-16'],
  [new Date('2026-10-16T00:00:00Z'), '2026-10-16'],
  [{ formula: 'TODAY()', result: new Date('2026-10-16T00:00:00Z') }, '2026-10-16'],
])('a date written as %j is read', async (cell, day) => {
  const read = await readSheet(
    await workbook([
      ['名称', '启用日期'],
      ['甲', cell],
    ]),
    { columns },
  );
  expect(read.rows[0]).toEqual({ rowNumber: 2, values: { name: '甲', opened: day }, errors: [] });
});

test('each bad cell is told in Chinese with its row and column, and the good cells are kept', async () => {
  const file = await workbook([
    ['名称', '房间数', '启用日期', '对外'],
    [140106260038126000, '十二', '10月16日', '也许'],
    [null, { error: '#N/A' }, '2026-02-30', '是'],
    [{ formula: 'A1&"局"', result: '住建局' }, '1,200元', '明年春天', '√'],
  ]);
  const { rows } = await readSheet(file, { columns });
  expect(rows.flatMap(({ errors }) => errors.map(({ sentence }) => sentence))).toEqual([
    '第2行「名称」：140106260038126000 被 Excel 当成数字，后几位已经丢了；把这一列设成「文本」再填一次。',
    '第2行「房间数」：「十二」不是数字。',
    '第2行「启用日期」：「10月16日」没有写年份；写成 2026-10-16 这样。',
    '第2行「对外」：「也许」看不出是「是」还是「否」。',
    '第3行「名称」没有填。',
    '第3行「房间数」：单元格里是错误 #N/A。',
    '第3行「启用日期」：「2026-02-30」这一天不存在。',
    '第4行「启用日期」：「明年春天」读不出日期；写成 2026-10-16 这样。',
  ]);
  expect(rows[2]?.values).toEqual({ name: '住建局', rooms: 1200, opened: null, open: true });
});

test.each([
  ['old .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'sheetOldFormat'],
  ['a text file', Buffer.from('名称,房间数\n甲,3'), 'sheetNotExcel'],
  ['an empty file', Buffer.alloc(0), 'sheetNotExcel'],
  ['half an archive', Buffer.from('PK\x03\x04half'), 'sheetBroken'],
  [
    'an archive that unpacks to 4 GB',
    zipOf([{ name: 'xl/workbook.xml', text: 'x', says: { size: 2 ** 32 - 1 } }]),
    'sheetTooBig',
  ],
])('%s is refused in words', async (_name, file, code) => {
  await expect(readSheet(file, { columns })).rejects.toMatchObject({ code });
  await expect(readSheet(file, { columns })).rejects.toBeInstanceOf(Refusal);
});

test('a sheet without our header, without a required column, or too long is refused by name', async () => {
  await expect(
    readSheet(
      await workbook([
        ['甲', '乙'],
        ['1', '2'],
      ]),
      { columns },
    ),
  ).rejects.toThrow('没找到表头');
  await expect(
    readSheet(
      await workbook([
        ['房间数', '对外'],
        [1, '是'],
      ]),
      { columns },
    ),
  ).rejects.toThrow('缺少这些列：名称');
  const long = await workbook([
    ['名称', '房间数'],
    ['甲', 1],
    ['乙', 2],
  ]);
  await expect(readSheet(long, { columns, maxRows: 1 })).rejects.toThrow('超过 1 行');
});
