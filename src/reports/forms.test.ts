import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { defaultReports } from '../disputes/reportRules.ts';
import { fillDocx, readDocxForm } from '../sheets/docxForm.ts';
import { fillBook } from '../sheets/fillBook.ts';
import type { FormGrid } from '../sheets/formGrid.ts';
import { readBookForm } from '../sheets/readBookForm.ts';
import { type Answer, answersOf, changesSince, type Means, unanswered } from './answers.ts';
import { askedTwice } from './cellsInCommon.ts';
import { cellsToFill } from './cellsToFill.ts';
import { labelEdits, withEdits } from './fillText.ts';
import { formulaProblem, formulaValue } from './formula.ts';
import { lexiconOf } from './lexicon.ts';
import type { CellRule, Mapping } from './mapping.ts';
import { cellPeriod, draftedBy, formPeriod } from './period.ts';
import { remap } from './remap.ts';
import { openAddresses, suggestAll } from './suggest.ts';
import { suggestText } from './suggestText.ts';
import { DRAFTS_FOR_TESTS as categories } from './testing/lexicon.ts';

const sample = (name: string) => readFileSync(fileURLToPath(new URL(`../../seeds/samples/${name}`, import.meta.url)));
const monthly = sample('superior-monthly.xlsx');
const brief = sample('superior-brief.docx');
const lexicon = lexiconOf(categories, defaultReports.mediation, [
  { code: '140106004', short: '迎泽街道', name: '迎泽街道' },
]);
const texts = {
  unit: '太原市迎泽区综治中心',
  period: '2026年10月',
  year: '2026',
  month: '10',
  date: '2026年11月1日',
  ...{ dateYear: '2026', dateMonth: '11', dateDay: '1' },
  filler: '贾敏',
  leader: '刘建国',
  phone: '0351-0000100',
};
const means: Means = { figure: ({ filter }) => ({ value: filter.categories ? 3 : 10 }), texts };
const figure = (what: string, filter = {}, period = 'this', show = 'plain', decimals = 0) =>
  ({ kind: 'figure', what, filter, period, show, decimals }) as CellRule;

test('从表头认出每格问的是什么：类别 × 数什么 × 哪一期', async () => {
  const found = suggestAll(await readBookForm(monthly), lexicon).suggestions;
  expect(found['0!B5']).toMatchObject({
    rule: figure('accepted', { categories: ['01'] }),
    because: '「1.婚姻家庭」×「受理（件）」',
    sure: true,
  });
  expect(found['0!C6']?.rule).toEqual(figure('accepted', { categories: ['02'] }, 'year'));
  expect(found['0!D10']?.rule).toEqual(figure('settled', { categories: ['10'] }));
  expect(found['0!F5']?.rule).toEqual(figure('successRate', { categories: ['01'] }, 'this', 'percent', 1));
  expect(found['0!G13']?.rule).toEqual(figure('agreedAmount', { categories: ['18'] }, 'this', 'tenThousand', 2));
  expect(found['0!A2']?.rule).toEqual({
    kind: 'text',
    parts: [
      { after: '填报单位：', field: 'unit' },
      { after: '统计期间：', field: 'period' },
      { after: '填报日期：', field: 'date' },
    ],
  });
  // The form's own sums are nobody's to fill.
  expect(found['0!B14']).toBeUndefined();
  expect(openAddresses(await readBookForm(monthly))).toContain('0!H5');
});

test('Word 表里的合并格、来源、同期也认得', async () => {
  const grid = await readDocxForm(brief);
  expect(grid.sheets.map(({ name }) => name)).toEqual(['正文', '表1', '表2']);
  const found = suggestAll(grid, lexicon).suggestions;
  expect(found['1!C2']?.rule).toEqual(figure('accepted', { sources: defaultReports.mediation.active }));
  expect(found['1!D4']?.rule).toEqual(figure('settled', { sources: defaultReports.mediation.entrusted }));
  expect(found['2!C2']?.rule).toMatchObject({ what: 'preventedCriminal', period: 'this' });
  expect(found['2!D3']?.rule).toMatchObject({ what: 'preventedCriminalPeople', period: 'lastYear' });
  expect(found['2!C5']?.rule).toMatchObject({ what: 'preventedPetitionPeople' });
  expect(found['2!C6']?.rule).toMatchObject({ what: 'personTimes' });
  expect(found['2!C7']).toBeUndefined();
});

const same = async (a: Buffer, b: Buffer, but: readonly string[]): Promise<void> => {
  const [one, other] = [await JSZip.loadAsync(a), await JSZip.loadAsync(b)];
  expect(Object.keys(other.files).toSorted()).toEqual(Object.keys(one.files).toSorted());
  for (const [path, file] of Object.entries(one.files))
    if (!but.includes(path) && !file.dir)
      expect(await other.file(path)?.async('string'), path).toBe(await file.async('string'));
};

test('填好的表和空表只差填进去的数：字体、合并格、公式、页脚一个字节不动', async () => {
  const cells = [
    { sheet: '月报', ref: 'B5', value: 12 },
    { sheet: '月报', ref: 'G5', value: 1.25 },
    { sheet: '月报', ref: 'A2', value: '填报单位：<迎泽> & "中心"' },
    { sheet: '月报', ref: 'J20', value: '表外的一格' },
  ];
  const filled = await fillBook(monthly, cells);
  await same(monthly, filled, ['xl/worksheets/sheet1.xml', 'xl/workbook.xml']);
  const xml = async (file: Buffer) =>
    (await (await JSZip.loadAsync(file)).file('xl/worksheets/sheet1.xml')?.async('string')) ?? '';
  const [before, after] = [await xml(monthly), await xml(filled)];
  const styleOf = (text: string, ref: string) =>
    new RegExp(`r="${ref}"[^>]*s="(\\d+)"|s="(\\d+)"[^>]*r="${ref}"`).exec(text)?.slice(1);
  expect(styleOf(after, 'B5')).toEqual(styleOf(before, 'B5'));
  for (const part of ['<mergeCells', '<f>SUM(B5:B13)</f>', '<pageSetup', '<headerFooter'])
    expect([part, after.includes(part)]).toEqual([part, before.includes(part)]);
  expect(await (await JSZip.loadAsync(filled)).file('xl/workbook.xml')?.async('string')).toContain(
    'fullCalcOnLoad="1"',
  );
  const grid = await readBookForm(filled);
  const text = (ref: string) => grid.sheets[0]?.cells.find((cell) => cell.ref === ref)?.text;
  expect([text('B5'), text('G5'), text('A2'), text('J20')]).toEqual([
    '12',
    '1.25',
    '填报单位：<迎泽> & "中心"',
    '表外的一格',
  ]);
  expect(grid.sheets[0]?.cells.find(({ ref }) => ref === 'B14')?.formula).toBe('SUM(B5:B13)');
});

test('Word 表填好后只动那几格，字还是原来的字体字号', async () => {
  const filled = await fillDocx(brief, [
    { sheet: '表1', ref: 'C2', value: 7 },
    { sheet: '表2', ref: 'C6', value: 56 },
    { sheet: '正文', ref: 'A2', value: '填报单位：迎泽区综治中心' },
  ]);
  await same(brief, filled, ['word/document.xml']);
  const grid = await readDocxForm(filled);
  const text = (sheet: number, ref: string) => grid.sheets[sheet]?.cells.find((cell) => cell.ref === ref)?.text;
  expect([text(1, 'C2'), text(2, 'C6'), text(0, 'A2')]).toEqual(['7', '56', '填报单位：迎泽区综治中心']);
  const xml = (await (await JSZip.loadAsync(filled)).file('word/document.xml')?.async('string')) ?? '';
  expect(xml).toContain(
    '<w:r><w:rPr><w:rFonts w:eastAsia="仿宋"/><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">7</w:t></w:r>',
  );
  const before = (await (await JSZip.loadAsync(brief)).file('word/document.xml')?.async('string')) ?? '';
  expect(xml.match(/<w:vMerge/g)?.length).toBe(before.match(/<w:vMerge/g)?.length);
});

test('不是表的、坏的、老格式的文件，说清楚怎么办', async () => {
  await expect(readBookForm(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).rejects.toThrow('另存为');
  await expect(readDocxForm(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).rejects.toThrow('另存为不带密码的 .docx');
  await expect(readDocxForm(monthly)).rejects.toThrow('不是 Word 文件');
  await expect(readDocxForm(Buffer.from('PK'))).rejects.toThrow('打不开');
});

test('一行里几个标签，各填各的；留空的下划线不留下', () => {
  const rule = suggestText('填报单位（盖章）：____　　填表人：    联系电话：')?.rule as Extract<
    CellRule,
    { kind: 'text' }
  >;
  const text = '填报单位（盖章）：____　　填表人：    联系电话：';
  expect(withEdits(text, labelEdits(text, rule, texts))).toBe(
    '填报单位（盖章）：太原市迎泽区综治中心　填表人：贾敏　联系电话：0351-0000100',
  );
  expect(suggestText('纠纷类别')).toBeUndefined();
});

test('算式：加减乘除、括号、百分号、SUM、ROUND；读不懂的直说，不猜', () => {
  const cells: Record<string, number | null | 'text'> = { A1: 4, A2: 6, A3: null, B1: 'text' };
  const of = (expression: string) => formulaValue(expression, (ref) => (ref in cells ? (cells[ref] ?? null) : 0));
  expect(of('=A1+A2*2')).toEqual({ value: 16 });
  expect(of('(a1+$A$2)/4')).toEqual({ value: 2.5 });
  expect(of('SUM(A1:A2,10)-A1')).toEqual({ value: 16 });
  expect(of('SUM(A1:B1)')).toEqual({ value: 4 });
  expect(of('ROUND(A1/A2*100,1)')).toEqual({ value: 66.7 });
  expect(of('-A1%')).toEqual({ value: -0.04 });
  expect(of('A1/C9')).toEqual({ value: null });
  expect(of('A1+A3')).toEqual({ value: null });
  // As the office programs count: a percent sign binds first, halves round away from nothing, a share of nothing is an error.
  expect(of('A1/50%')).toEqual({ value: 8 });
  expect(of('ROUND(0-2.5,0)')).toEqual({ value: -3 });
  expect(of('ROUND(1.005,2)')).toEqual({ value: 1.01 });
  expect(of('IF(C9=0,"",A1/C9)')).toEqual({ value: null });
  expect(of('IF(A1>=4,ROUND(A1/A2,3),0)')).toEqual({ value: 0.667 });
  expect(of('IFERROR(A1/C9,0)')).toEqual({ value: 0 });
  expect(of('IFERROR(A3/A1,0)')).toEqual({ value: null });
  for (const bad of ['IF(A1,1,2)', 'IF(B1="a",1,2)', 'A1+"a"', 'A1+', 'B1+1', 'A1 A2', 'eval(1)'])
    expect(of(bad), bad).toEqual({ unreadable: true });
  expect(formulaProblem('C5+C6')).toBeUndefined();
  expect(formulaProblem('VLOOKUP(1)')).toContain('读不懂');
});

const formOf = async (): Promise<{ grid: FormGrid; mapping: Mapping }> => {
  const grid = await readBookForm(monthly);
  const proposed = Object.fromEntries(
    Object.entries(suggestAll(grid, lexicon).suggestions).map(([address, { rule }]) => [address, rule]),
  );
  return { grid, mapping: { ...proposed, '0!H5': { kind: 'ask', who: '司法所', why: '宣传场次不在台账里' } } };
};

test('填一次：取数、文字、表自己的合计都有数；没有人能答的列出来，人工写了就用人写的', async () => {
  const { grid, mapping } = await formOf();
  const answers = answersOf(grid, mapping, {}, means);
  expect(answers['0!B5']).toMatchObject({ value: 3, kind: 'figure' });
  expect(answers['0!B14']).toMatchObject({ value: 27, kind: 'own' });
  expect(answers['0!F14']).toMatchObject({ value: 100, kind: 'own' });
  expect(answers['0!A2']?.value).toBe('填报单位：太原市迎泽区综治中心　统计期间：2026年10月　填报日期：2026年11月1日');
  expect(unanswered(answers, {})).toEqual(['0!H5']);
  const manual = {
    '0!H5': { value: 2, reason: '司法所来电话报的', by: '贾敏', postId: 'p', at: '2026-11-01' },
    '0!B5': { value: 4, reason: '补录一件', by: '贾敏', postId: 'p', at: '2026-11-01' },
  };
  const again = answersOf(grid, mapping, manual, means);
  expect(again['0!B14']?.value).toBe(28);
  expect(unanswered(again, manual)).toEqual([]);
  const filled = cellsToFill(grid, again, manual);
  expect(filled).toContainEqual({ sheet: '月报', ref: 'H5', value: 2 });
  expect(filled).toContainEqual({ sheet: '月报', ref: 'B5', value: 4 });
  // The form's own sum stays a formula; beside it stands what it counts to.
  expect(filled).toContainEqual({ sheet: '月报', ref: 'B14', value: 28, counted: true });
  expect(changesSince(answers, {}, again, manual)).toMatchObject({ '0!B5': 1, '0!B6': 0, '0!B14': 1 });
});

test('率没有分母就没有率；折成万、百分数、小数各按表里要的写', () => {
  const grid: FormGrid = {
    kind: 'xlsx',
    sheets: [{ name: '表', rows: 1, columns: 5, widths: [], lines: false, cells: [] }],
  };
  const value = (rule: CellRule, of: ReturnType<Means['figure']>): Answer | undefined =>
    answersOf(grid, { '0!A1': rule }, {}, { texts, figure: () => of })['0!A1'];
  expect(value(figure('successRate', {}, 'this', 'percent', 1), { value: 7, denominator: 8 })?.value).toBe(87.5);
  expect(value(figure('successRate', {}, 'this', 'fraction', 1), { value: 7, denominator: 8 })?.value).toBe(0.875);
  expect(value(figure('successRate', {}, 'this', 'percentText', 1), { value: 7, denominator: 8 })?.value).toBe('87.5%');
  expect(value(figure('successRate', {}, 'this', 'percent', 1), { value: 0, denominator: 0 })).toMatchObject({
    value: null,
    why: '分母是 0，没有率',
  });
  expect(value(figure('agreedAmount', {}, 'this', 'tenThousand', 2), { value: 12_345.67 })?.value).toBe(1.23);
  expect(value(figure('preventedCriminal'), { value: null, why: '没有人记' })).toMatchObject({
    value: null,
    why: '没有人记',
  });
  const circle = answersOf(
    grid,
    { '0!A1': { kind: 'formula', expression: 'B1+1' }, '0!B1': { kind: 'formula', expression: 'A1' } },
    {},
    means,
  );
  expect(Object.values(circle).map(({ value: each }) => each)).toEqual([null, null]);
});

test('上级改了表：表头没变的自己跟过去，只把变了的交给人', async () => {
  const { grid, mapping } = await formOf();
  const [sheet] = grid.sheets;
  if (!sheet) throw new Error('no sheet');
  // A class is added above 邻里: all below moves down one row; 物业 is called otherwise.
  const down = (row: number) => (row >= 6 ? row + 1 : row);
  const cells = sheet.cells
    .filter(({ row }) => row < 14)
    .map((cell) => ({
      ...cell,
      row: down(cell.row),
      ref: `${cell.ref.replace(/\d+/, '')}${down(cell.row)}`,
      text: cell.text.replace('8. 物业', '8. 小区管理'),
    }));
  const added = sheet.cells
    .filter(({ row }) => row === 5)
    .map((cell) => ({
      ...cell,
      row: 6,
      ref: cell.ref.replace('5', '6'),
      text: cell.text.replace('1. 婚姻家庭', '2. 旅游'),
    }));
  const after = { ...grid, sheets: [{ ...sheet, rows: 14, cells: [...cells, ...added] }] };
  const result = remap(grid, mapping, after);
  expect(result.mapping['0!B5']).toEqual(mapping['0!B5']);
  expect(result.mapping['0!B7']).toEqual(mapping['0!B6']);
  expect(result.moved).toContainEqual({ from: '0!B6', to: '0!B7' });
  expect(result.lost.map(({ address }) => address)).toEqual(expect.arrayContaining(['0!B12', '0!C12', '0!D12']));
  expect(result.added).toEqual(expect.arrayContaining(['0!B6', '0!B13']));
  expect(Object.keys(result.mapping)).toHaveLength(Object.keys(mapping).length - result.lost.length);
});

test('上级只改了括号里的字、加了「其中」、换了百分比格式的，不照旧填：问的已经是另一个数', async () => {
  const { grid, mapping } = await formOf();
  const changed = (change: (cell: FormGrid['sheets'][number]['cells'][number]) => object): string[] => {
    const sheets = grid.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => ({ ...cell, ...change(cell) })),
    }));
    return remap(grid, mapping, { ...grid, sheets }).lost.map(({ address }) => address);
  };
  expect(changed(() => ({}))).toEqual([]);
  expect(changed(({ text }) => ({ text: text.replace('调解成功（件）', '调解成功（不含口头）') }))).toContain('0!D5');
  expect(changed(({ text }) => ({ text: text.replace('1. 婚姻家庭', '1. 其中：婚姻家庭') }))).toContain('0!B5');
  expect(changed(({ ref }) => (ref === 'F5' ? { percent: 1 } : {}))).toEqual(['0!F5']);
});

test('几张表问同一个数，列得出来；同一张表里问两次不算', async () => {
  const { grid, mapping } = await formOf();
  const forms = [
    { id: 'a', name: '月报', grid, mapping },
    { id: 'b', name: '专报', grid, mapping: { '0!B5': mapping['0!B6'] as CellRule, '0!C5': figure('open') } },
  ];
  const twice = askedTwice(forms, ({ name }, address) => `${name}${address}`);
  expect(twice).toHaveLength(1);
  expect(twice[0]?.asked.map(({ form, address }) => [form, address])).toEqual([
    ['月报', '0!B6'],
    ['专报', '0!B5'],
  ]);
});

test('统计期：自然月，或上月26日到本月25日；草稿按设的日子出，累计从一月的期初算', () => {
  expect(formPeriod('2026-02', 0)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(formPeriod('2026-03', 25)).toEqual({ from: '2026-02-26', to: '2026-03-25' });
  expect(draftedBy('2026-11-01', { cutoffDay: 0, draftDay: 1 })).toEqual({ from: '2026-10-01', to: '2026-10-31' });
  expect(draftedBy('2026-11-01', { cutoffDay: 0, draftDay: 3 })).toEqual({ from: '2026-09-01', to: '2026-09-30' });
  expect(draftedBy('2026-10-26', { cutoffDay: 25, draftDay: 26 })).toEqual({ from: '2026-09-26', to: '2026-10-25' });
  expect(draftedBy('2026-10-25', { cutoffDay: 25, draftDay: 26 })).toEqual({ from: '2026-08-26', to: '2026-09-25' });
  const october = formPeriod('2026-10', 25);
  expect(cellPeriod('last', october, 25)).toEqual({ from: '2026-08-26', to: '2026-09-25' });
  expect(cellPeriod('year', october, 25)).toEqual({ from: '2025-12-26', to: '2026-10-25' });
  expect(cellPeriod('lastYear', formPeriod('2026-02', 0), 0)).toEqual({ from: '2025-02-01', to: '2025-02-28' });
});
