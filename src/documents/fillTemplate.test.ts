import { expect, test } from 'vitest';
import { faultsOf, fieldsIn, fillTemplate } from './fillTemplate.ts';
import { type Block, cell, type Facts, head, paragraph, type TemplateBlock, table } from './paper.ts';

const fill = (blocks: TemplateBlock[], facts: Facts): Block[] => fillTemplate({ title: '申请书', blocks }, facts);
const words = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.runs.map(({ text }) => text).join('')];
    if (block.kind !== 'table') return [block.kind];
    return block.rows.map((row) =>
      row
        .map(({ paragraphs }) => paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('/'))
        .join('|'),
    );
  });

test('a field becomes what is known; what is strong stays strong', () => {
  const [block] = fill([paragraph('body', '事由：**{事由}**。')], { 事由: '楼上漏水' });
  expect(block).toEqual({
    kind: 'paragraph',
    style: 'body',
    runs: [{ text: '事由：' }, { text: '楼上漏水', strong: true }, { text: '。' }],
  });
});

test('what nobody knows is a blank to write on; a field alone in its cell leaves the cell, alone in a paragraph three lines', () => {
  const facts = { 民族: '', 情况: ' ' };
  expect(words(fill([paragraph('plain', '民族：{民族}')], facts))).toEqual(['民族：＿＿＿＿']);
  expect(words(fill([table([1, 1], [[head('民族'), cell('{民族}')]])], facts))).toEqual(['民族|']);
  expect(fill([paragraph('body', '{情况}')], facts)).toEqual([{ kind: 'ruled', lines: 3 }]);
});

test('what has nothing to say and nothing to write is left out with its line', () => {
  const blocks = [
    paragraph('plain', '前'),
    paragraph('plain', '争议事项：{争议}'),
    paragraph('plain', '后{争议}{事由}'),
  ];
  expect(words(fill(blocks, { 争议: null, 事由: '漏水' }))).toEqual(['前', '后漏水']);
  const rows = table([1], [[cell('代理人：{代理人.姓名}')]]);
  expect(fill([rows], { 代理人: null })).toEqual([]);
});

test('a table that has nothing but its headings left is left out with them', () => {
  const block = table(
    [1, 1],
    [
      [head('第三人'), head('姓名')],
      [cell('{第三人.序号}'), cell('{第三人.姓名}')],
    ],
  );
  expect(fill([block], { 第三人: null })).toEqual([]);
  const fixed = table([1, 1], [[head('甲'), head('乙')]]);
  expect(fill([fixed], {})).toEqual([fixed]);
});

test('a line of a list stands once for each of them, neighbours together, and once with blanks when there is nobody', () => {
  const blocks = [
    paragraph('plain', '{申请人.姓名}'),
    paragraph('plain', '住：{申请人.住址}'),
    paragraph('plain', '完'),
  ];
  const 申请人 = [
    { 姓名: '郭秀兰', 住址: '海边街' },
    { 姓名: '买买提·阿不都热合曼', 住址: '' },
  ];
  expect(words(fill(blocks, { 申请人 }))).toEqual([
    '郭秀兰',
    '住：海边街',
    '买买提·阿不都热合曼',
    '住：＿＿＿＿',
    '完',
  ]);
  expect(words(fill(blocks, { 申请人: [] }))).toEqual(['＿＿＿＿', '住：＿＿＿＿', '完']);
});

test('rows of a table repeat in the same way, also two rows for one person', () => {
  const rows = table(
    [1, 1],
    [[head('姓名'), head('住址')], [cell('{人.姓名}'), cell('男')], [cell('{人.住址}', { span: 2 })]],
  );
  const 人 = [
    { 姓名: '甲', 住址: '东' },
    { 姓名: '乙', 住址: '西' },
  ];
  expect(words(fill([rows], { 人 }))).toEqual(['姓名|住址', '甲|男', '东', '乙|男', '西']);
  expect(words(fill([rows], { 人: [] }))).toEqual(['姓名|住址', '|男', '']);
});

test('words of several lines make several paragraphs, and look like no field', () => {
  expect(words(fill([paragraph('body', '{经过}')], { 经过: '一\n二{三}' }))).toEqual(['一', '二{三}']);
});

test('who signs and where the seal goes become their own blocks', () => {
  const people = [{ label: '申请人', name: '郭秀兰', strokesSvg: '', note: '', thumb: true }];
  const facts = { 签名: { people }, 盖章: { body: '海边街道人民调解委员会', day: '2026年10月14日' } };
  expect(fill([paragraph('plain', '{签名}'), paragraph('plain', '{盖章}')], facts)).toEqual([
    { kind: 'signing', people },
    { kind: 'seal', body: '海边街道人民调解委员会', day: '2026年10月14日' },
  ]);
});

test('a field that nobody fills and two lists in one line are faults that name the field', () => {
  expect(() => fill([paragraph('plain', '{申请人.生日}')], { 申请人: [{ 姓名: '甲' }] })).toThrow(
    '没有这一项：{申请人.生日}',
  );
  expect(() => fill([paragraph('plain', '{事油}')], { 事由: '' })).toThrow('没有这一项：{事油}');
  expect(() => fill([paragraph('plain', '{甲方.名}{乙方.名}')], { 甲方: [], 乙方: [] })).toThrow(
    '一行里只能用一份名单：{乙方.名}',
  );
});

test('a template says which of its fields nobody fills and which the law wants it lacks', () => {
  const template = {
    title: '协议书',
    blocks: [paragraph('plain', '{当事人.姓名}，{事油}'), table([1], [[cell('{事油}')]])],
  };
  expect(fieldsIn(template)).toEqual(['当事人.姓名', '事油']);
  const must = { name: '履行方式', says: '怎么履行', kind: 'text', must: true } as const;
  const known = [{ name: '当事人.姓名', says: '姓名', kind: 'list' } as const, must];
  expect(faultsOf(template, known)).toEqual({ unknown: ['事油'], missing: [must] });
});
