import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import excel from 'exceljs';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { readSheet } from './readSheet.ts';
import { openRowBook } from './rowBook.ts';
import { spilledTexts } from './spilledTexts.ts';
import type { RawRow } from './xlsxRows.ts';

async function rowsOf(bytes: Buffer): Promise<RawRow[]> {
  const path = join(tmpdir(), `rows-${process.pid}`);
  writeFileSync(path, bytes);
  const book = await openRowBook(path);
  const rows: RawRow[] = [];
  for await (const row of book.rows(0)) rows.push(row);
  await book.close();
  rmSync(path);
  return rows;
}
const raws = ({ cells }: RawRow) =>
  Array.from(cells, (cell) => (cell && 'raw' in cell ? cell.raw : (cell?.error ?? null)));

test('a workbook is read row by row: dates, formulas by their result, errors, text with marks, cells merged downwards', async () => {
  const book = new excel.Workbook();
  const page = book.addWorksheet('甲');
  page.addRow(['张三&<李四>', new Date('2026-03-05T00:00:00Z'), { formula: '1+1', result: 2 }]);
  page.addRow([
    { richText: [{ text: '两' }, { text: '段' }] },
    { error: '#REF!' } as never,
    { formula: 'A9' } as never,
  ]);
  page.addRow([null, 3.5, true]);
  page.mergeCells('A2:A3');
  const rows = await rowsOf(Buffer.from(await book.xlsx.writeBuffer()));
  expect(rows.map(raws)).toEqual([
    ['张三&<李四>', new Date('2026-03-05T00:00:00Z'), 2],
    ['两段', '单元格里是错误 #REF!', '公式还没有结果；在 Excel 里打开，保存一次再传'],
    ['两段', 3.5, true],
  ]);
});

test('a text file is read in UTF-8 and in GB18030, with quotes around commas, line ends and quotes', async () => {
  const lines = '姓名,说的话\r\n郭某,"漏水，\n第二行 ""急"""\r\n';
  const expected = [
    ['姓名', '说的话'],
    ['郭某', '漏水，\n第二行 "急"'],
  ];
  expect((await rowsOf(Buffer.from(`\uFEFF${lines}`))).map(raws)).toEqual(expected);
  const gb = Buffer.from('d0d5c3fb2ccbb5b5c4bbb00d0a', 'hex');
  expect((await rowsOf(gb)).map(raws)).toEqual([['姓名', '说的话']]);
});

test('a text file is read in UTF-16 as well, with semicolons, bars or tabs between its cells', async () => {
  const rows = [
    ['姓名', '说的话', '电话'],
    ['郭某', '漏水，很急；来过两次', '13800000001'],
    ['任某', '停车,吵架', '13800000002'],
  ];
  const line = (mark: string) => rows.map((cells) => cells.map((cell) => `"${cell}"`).join(mark)).join('\r\n');
  const bare = rows.map((cells) => cells.join('\t')).join('\n');
  const utf16 = (text: string) => Buffer.from(text, 'utf16le');
  for (const bytes of [
    Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(bare)]),
    utf16(line(',')),
    Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(bare).swap16()]),
    Buffer.from(line(';')),
    Buffer.from(line('|')),
    Buffer.from(line('；')),
    Buffer.from(bare),
  ])
    expect((await rowsOf(bytes)).map(raws)).toEqual(rows);
});

test('what cannot be read is refused in a sentence that says what it is and how to save it anew', async () => {
  const old = Buffer.from('d0cf11e0a1b11ae1000000', 'hex');
  const zip = async (name: string) => {
    const packed = new JSZip();
    packed.file(name, 'x');
    return Buffer.from(await packed.generateAsync({ type: 'uint8array' }));
  };
  const said: [Buffer, RegExp][] = [
    [old, /老格式.*\.xls.*\.et.*另存为.*\.xlsx/],
    [Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]), /加了密码.*去掉密码/],
    [Buffer.from('<html><body><table><tr><td>姓名</td></tr></table></body></html>'), /网页.*另存为.*\.xlsx/],
    [Buffer.from('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>'), /另存为.*\.xlsx/],
    [Buffer.from('%PDF-1.7'), /PDF.*不是表格/],
    [await zip('content.xml'), /\.ods.*另存为.*\.xlsx/],
    [await zip('xl/workbook.bin'), /\.xlsb.*另存为.*\.xlsx/],
    [await zip('word/document.xml'), /Word.*不是表格/],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), /不是能读的/],
  ];
  for (const [bytes, sentence] of said) {
    await expect(rowsOf(bytes)).rejects.toThrow(sentence);
    await expect(readSheet(bytes, { columns: [] })).rejects.toThrow(sentence);
  }
});

test('more texts than memory is given for are found by their place all the same', () => {
  const texts = spilledTexts();
  const long = '很长的一句话'.repeat(200);
  for (let n = 0; n < 3000; n++) texts.add(`${n} ${long}`);
  for (const n of [0, 1, 1500, 2998, 2999]) expect(texts.at(n)).toBe(`${n} ${long}`);
  expect(texts.at(3000)).toBeUndefined();
  texts.close();
});
