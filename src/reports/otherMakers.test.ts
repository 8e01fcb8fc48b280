import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { defaultReports } from '../disputes/reportRules.ts';
import { fillDocx, readDocxForm } from '../sheets/docxForm.ts';
import { fillBook } from '../sheets/fillBook.ts';
import type { FormGrid } from '../sheets/formGrid.ts';
import { readBookForm } from '../sheets/readBookForm.ts';
import { answersOf, type Means, unanswered } from './answers.ts';
import { cellsToFill } from './cellsToFill.ts';
import { lexiconOf } from './lexicon.ts';
import type { Mapping } from './mapping.ts';
import { openAddresses, suggestAll } from './suggest.ts';
import { DRAFTS_FOR_TESTS as categories } from './testing/lexicon.ts';

const form = (name: string) => readFileSync(fileURLToPath(new URL(`../sheets/testing/forms/${name}`, import.meta.url)));
const lexicon = lexiconOf(categories, defaultReports.mediation, []);

// Counted by hand for the invented month: what each class has of each figure.
const byHand: Record<string, Record<string, number>> = {
  '01': { accepted: 52, settled: 43, failed: 4, agreedAmount: 128_000 },
  '02': { accepted: 31, settled: 24, failed: 3, agreedAmount: 5_500 },
  '18': { accepted: 7, settled: 5, failed: 0, agreedAmount: 0 },
  all: {
    accepted: 90,
    settled: 72,
    failed: 7,
    visits: 120,
    personTimes: 185,
    declined: 6,
    closed: 80,
    agreedAmount: 133_500,
  },
};
const rates: Record<string, [string, string]> = {
  successRate: ['settled', 'accepted'],
  closureRate: ['closed', 'accepted'],
};
const means: Means = {
  figure({ what, filter }) {
    const own = byHand[filter.categories?.[0] ?? 'all'] ?? {};
    const [numerator, denominator] = rates[what] ?? [what];
    const value = own[numerator] ?? null;
    return { value, ...(denominator && { denominator: own[denominator] ?? 0 }) };
  },
  texts: {
    ...{ unit: '演示区综治中心', period: '2026年10月', year: '2026', month: '10', date: '2026年11月1日' },
    ...{ dateYear: '2026', dateMonth: '11', dateDay: '1', filler: '演示员', leader: '', phone: '' },
  },
};

const sureOf = (grid: FormGrid): Mapping =>
  Object.fromEntries(
    Object.entries(suggestAll(grid, lexicon).suggestions).flatMap(([address, { sure, rule }]) =>
      sure ? [[address, rule]] : [],
    ),
  );
/** What the form proposes and is sure of, and what a person chose besides, filled. */
function filledWith(grid: FormGrid, chosen: Mapping = {}) {
  const mapping = { ...sureOf(grid), ...chosen };
  return cellsToFill(grid, answersOf(grid, mapping, {}, means), {});
}
/** What a person takes of the unsure ones after looking at them. */
const taken = (grid: FormGrid, ...addresses: string[]): Mapping =>
  Object.fromEntries(
    addresses.map((address) => [address, suggestAll(grid, lexicon).suggestions[address]?.rule ?? { kind: 'empty' }]),
  );
const texts = (grid: FormGrid, sheet: number, ...refs: string[]) =>
  refs.map((ref) => grid.sheets[sheet]?.cells.find((cell) => cell.ref === ref)?.text);

const part = async (file: Buffer, path: string) =>
  (await (await JSZip.loadAsync(file)).file(path)?.async('string')) ?? '';
const partsOf = async (file: Buffer) => {
  const zip = await JSZip.loadAsync(file);
  const files = Object.values(zip.files).filter(({ dir }) => !dir);
  return new Map(await Promise.all(files.map(async (each) => [each.name, await each.async('base64')] as const)));
};

/** Every part of the blank is in the copy, byte for byte; only these may differ, and the word that all be counted anew. */
async function sameBut(blank: Buffer, copy: Buffer, ...changed: string[]) {
  const [before, after] = [await partsOf(blank), await partsOf(copy)];
  expect([...after.keys()]).toEqual([...before.keys()]);
  expect(
    [...before]
      .filter(([name, bytes]) => after.get(name) !== bytes && name !== 'xl/workbook.xml')
      .map(([name]) => name)
      .toSorted(),
  ).toEqual(changed);
}
/** A sheet without what stands in these cells, and without the results of its formulas. */
const around = (xml: string, refs: readonly string[]): string =>
  refs
    .reduce((text, ref) => text.replace(new RegExp(`<c r="${ref}"([^>]*?)(?:/>|>.*?</c>)`), `<c ${ref}>`), xml)
    .replace(/<c ([^>]*?)(?: t="\w+")?>(<f.*?<\/f>)(?:<v>[^<]*<\/v>)?<\/c>/g, '<c $1>$2</c>');

const ours = ['B', 'C', 'D', 'E', 'F'].flatMap((column) => ['4', '5', '6'].map((row) => column + row));

test.each(['chart.xlsxwriter.xlsx', 'chart.libreoffice.xlsx'])(
  '%s：有图、批注、文本框、条件格式的空表打得开；只拿定的填，和手数的一样，别的部分一个字节不动',
  async (name) => {
    const blank = form(name);
    const grid = await readBookForm(blank);
    const { suggestions, unread } = suggestAll(grid, lexicon);
    expect(['0!C4', '0!D4', '0!E4', '0!G4'].map((address) => suggestions[address]?.sure)).toEqual([
      true,
      false,
      false,
      undefined,
    ]);
    expect(unread['0!G4']).toEqual(['环比']);
    expect(openAddresses(grid)).toEqual(expect.arrayContaining(['0!A2', '0!A8', '0!G6']));
    // 成功率 may be of what is accepted or of what has an outcome: the form's keeper chose.
    const cells = filledWith(grid, taken(grid, '0!D4', '0!E4', '0!E5', '0!E6', '0!A8'));
    const copy = await fillBook(blank, cells);
    const filled = await readBookForm(copy);
    // 达成协议 43 and 未达成协议 4 stand side by side; a share is a fraction; 万元 is 万元.
    expect(texts(filled, 0, 'B4', 'C4', 'D4', 'E4', 'F4', 'G4')).toEqual(['52', '43', '4', '0.827', '12.8', '']);
    expect(texts(filled, 0, 'B5', 'C5', 'D5', 'E5', 'F5')).toEqual(['31', '24', '', '0.774', '0.55']);
    expect(texts(filled, 0, 'B6', 'C6', 'D6', 'E6', 'F6')).toEqual(['7', '5', '', '0.714', '0']);
    expect(texts(filled, 0, 'A2')).toEqual(['填报单位：演示区综治中心　2026年10月']);
    expect(texts(filled, 0, 'A8')).toEqual(['本月共____件，其中调解成功72件。']);
    await sameBut(blank, copy, 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml');
    const path = 'xl/worksheets/sheet1.xml';
    const refs = [...ours, 'A2', 'A8'];
    expect(around(await part(copy, path), refs)).toBe(around(await part(blank, path), refs));
  },
);

test.each(['chart.xlsxwriter.xlsx', 'chart.libreoffice.xlsx'])(
  '%s：表自己的公式旁边写着现在算出来的数；算不了的空着，不留空表里原来的旧数',
  async (name) => {
    const blank = form(name);
    const copy = await fillBook(blank, filledWith(await readBookForm(blank)));
    const sheet = await part(copy, 'xl/worksheets/sheet1.xml');
    const result = (ref: string) =>
      new RegExp(`<c r="${ref}"[^>]*>.*?</c>`).exec(sheet)?.[0].match(/<v>(.*?)<\/v>/)?.[1];
    expect(['B7', 'C7', 'E7', 'F7', 'H7'].map(result)).toEqual(['90', '72', '0.8', '13.35', undefined]);
    // Nobody filled D4 to D6: as the office programs count, the sum of nothing.
    expect(result('D7')).toBe('0');
    const other = await part(copy, 'xl/worksheets/sheet2.xml');
    expect(other).toContain('化解情况!B7');
    for (const old of ['987', '0.777', '654', '321']) expect(`${sheet}${other}`).not.toContain(`<v>${old}</v>`);
  },
);

test('留空的下划线里写进去，前后的字和下划线还是原来的样子', async () => {
  const blank = form('chart.xlsxwriter.xlsx');
  const sheet = await part(await fillBook(blank, filledWith(await readBookForm(blank))), 'xl/worksheets/sheet1.xml');
  const cell = /<c r="A2".*?<\/c>/.exec(sheet)?.[0] ?? '';
  expect(cell.match(/<r>/g)).toHaveLength(7);
  expect(cell).toMatch(/<u\/>.*?<t xml:space="preserve">10<\/t>.*?<t xml:space="preserve">月<\/t>/);
});

test.each(['visits.openpyxl.xlsx', 'visits.libreoffice.xlsx'])(
  '%s：行是指标的表也认；「未受理」不填，百分比格式的写小数，「单位：万元」的折成万元',
  async (name) => {
    const blank = form(name);
    const grid = await readBookForm(blank);
    expect(grid.sheets.map((sheet) => sheet.name)).toEqual(['接待情况']);
    const copy = await fillBook(blank, filledWith(grid));
    const filled = await readBookForm(copy);
    const column = (letter: string) => texts(filled, 0, ...[4, 5, 6, 7, 8, 9, 10].map((row) => `${letter}${row}`));
    expect(column('B')).toEqual(['120', '185', '90', '6', '', '0.8889', '13.35']);
    expect(sureOf(grid)['0!C6']).toMatchObject({ what: 'accepted', period: 'year' });
    expect(sureOf(grid)['0!D9']).toMatchObject({
      what: 'closureRate',
      period: 'lastYear',
      show: 'fraction',
      decimals: 2,
    });
    await sameBut(blank, copy, 'xl/worksheets/sheet1.xml');
  },
);

test('句子里有一处没有人能答：别的照填，这一处留着空，列在没有人能答的里', async () => {
  const grid = await readBookForm(form('chart.xlsxwriter.xlsx'));
  const figure = { filter: {}, period: 'this', show: 'plain', decimals: 0 } as const;
  const parts = [
    { put: 'figure' as const, ...figure, what: 'accepted' as const },
    { put: 'figure' as const, ...figure, what: 'preventedCriminal' as const },
  ];
  const unknown: Means = {
    ...means,
    figure: (asked, period) =>
      asked.what === 'preventedCriminal' ? { value: null, why: '没有人记' } : means.figure(asked, period),
  };
  const answers = answersOf(grid, { '0!A8': { kind: 'blanks', parts } }, {}, unknown);
  expect(answers['0!A8']).toMatchObject({ value: '本月共90件，其中调解成功____件。', why: '没有人记' });
  expect(unanswered(answers, {})).toEqual(['0!A8']);
});

test('Word 的表里还有表、句子里有空：里面的表也能填，句子只填空的地方，页眉页脚和别的一个字节不动', async () => {
  const blank = form('nested.python-docx.docx');
  const grid = await readDocxForm(blank);
  expect(grid.sheets.map(({ name }) => name)).toEqual(['正文', '表1', '表2', '表2 B2 格里的表1']);
  const { suggestions } = suggestAll(grid, lexicon);
  expect(suggestions['1!C2']).toMatchObject({ sure: false, rule: { what: 'failed' } });
  const copy = await fillDocx(blank, filledWith(grid, { '2!B1': suggestions['2!B1']?.rule ?? { kind: 'empty' } }));
  const filled = await readDocxForm(copy);
  expect(texts(filled, 1, 'B2', 'B3', 'C2', 'C3')).toEqual(['52', '31', '', '']);
  expect(texts(filled, 3, 'A2', 'B2', 'C2')).toEqual(['邻里', '31', '24']);
  expect(texts(filled, 2, 'B1', 'B2')).toEqual(['本月共    件，其中调解成功72件。', '']);
  expect(texts(filled, 0, 'A2', 'A3', 'A4')).toEqual([
    '填报单位：演示区综治中心',
    '报告期：2026年10月',
    '填报人：演示员　填报日期：2026年11月1日',
  ]);
  await sameBut(blank, copy, 'word/document.xml');
  const [before, after] = [await part(blank, 'word/document.xml'), await part(copy, 'word/document.xml')];
  const bare = (xml: string) =>
    xml
      .replace(/<w:r>(?:(?!<\/w:r>).)*<\/w:r>/gs, '')
      .replace(/<w:p\/>/g, '<w:p></w:p>')
      .replace(/\s+/g, ' ');
  expect(bare(after)).toBe(bare(before));
  for (const word of ['演示区综治中心', '2026'])
    expect(after).toMatch(new RegExp(`<w:u w:val="single"/>\\s*</w:rPr>\\s*<w:t xml:space="preserve">${word}</w:t>`));
});

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const letters = (text: string, looks = '') => `<w:r>${looks}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const cell = (inside: string) => `<w:tc><w:tcPr/>${inside}</w:tc>`;
const box = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p>${letters('填表说明：____件')}</w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>${letters('填表说明：____件')}</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
const control = `<w:sdt><w:sdtPr><w:alias w:val="数"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>${letters('单击此处输入文字。', '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>')}</w:sdtContent></w:sdt>`;
const controls = `<w:document ${W}><w:body>${box}<w:p>${letters('报告期：')}<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:tab/></w:r>${letters('年')}<w:r><w:tab/></w:r>${letters('月')}</w:p><w:tbl><w:tr>${cell(`<w:p>${letters('项目')}</w:p>`)}${cell(`<w:p>${letters('受理（件）')}</w:p>`)}</w:tr><w:tr>${cell(`<w:p>${letters('婚姻家庭')}</w:p>`)}${cell(`<w:p>${control}</w:p>`)}</w:tr></w:tbl><w:sectPr/></w:body></w:document>`;

async function documentOf(xml: string): Promise<Buffer> {
  const zip = new JSZip();
  zip.file('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>');
  zip.file('word/document.xml', xml);
  return zip.generateAsync({ type: 'nodebuffer' });
}

test('文本框里的字不动；「单击此处输入文字」的格是空格，填进去；制表符留的空也认', async () => {
  const blank = await documentOf(controls);
  const grid = await readDocxForm(blank);
  expect(texts(grid, 0, 'A1', 'A2')).toEqual(['', '报告期： 年 月']);
  expect(openAddresses(grid)).toEqual(expect.arrayContaining(['0!A2', '1!B2']));
  const after = await part(await fillDocx(blank, filledWith(grid)), 'word/document.xml');
  expect(texts(await readDocxForm(await documentOf(after)), 0, 'A2')).toEqual(['报告期：2026年10月']);
  expect(after).toContain(box);
  expect(after).toContain(
    '<w:sdt><w:sdtPr><w:alias w:val="数"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:rPr></w:rPr><w:t xml:space="preserve">52</w:t></w:r></w:sdtContent></w:sdt>',
  );
  expect(after).toContain('<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">2026</w:t></w:r>');
});
