import { expect, test } from 'vitest';
import { defaultReports } from '../disputes/reportRules.ts';
import type { FormSheet } from '../sheets/formGrid.ts';
import { refOf } from '../sheets/formGrid.ts';
import type { FigureFilter } from './figure.ts';
import { lexiconOf } from './lexicon.ts';
import { measureFacts, measureNames, rateNames, rates } from './measures.ts';
import { suggestAll, suggestFigure } from './suggest.ts';
import { suggestText } from './suggestText.ts';
import { DRAFTS_FOR_TESTS as categories } from './testing/lexicon.ts';

const { active, applied, entrusted } = defaultReports.mediation;
const lexicon = lexiconOf(categories, defaultReports.mediation, [
  { code: '140106004', short: '迎泽街道', name: '迎泽街道' },
]);

/** What a heading above and one on the left propose: the figure, whether it is sure, or nothing. */
function proposed(above: string[], left: string[] = []) {
  const found = suggestFigure({ above, left }, lexicon);
  if (!found || !('rule' in found) || found.rule.kind !== 'figure') return { what: 'nothing', sure: false };
  const { what, filter, period } = found.rule;
  return { what, sure: found.sure, filter, period };
}

const marriage: FigureFilter = { categories: ['01'] };
type Line = [above: string, left: string, what: string, filter?: FigureFilter, period?: string];

// What each heading counts was written down by hand; 'nothing' where a clerk would have to ask.
const wholly: Line[] = [
  ['受理（件）', '1. 婚姻家庭', 'accepted', marriage],
  ['受理件数', '婚姻家庭纠纷', 'accepted', marriage],
  ['受理数', '（一）邻里', 'accepted', { categories: ['02'] }],
  ['本月受理', '9. 其他', 'accepted', { categories: ['18'] }],
  ['受理案件数', '迎泽街道', 'accepted', { regions: ['140106004'] }],
  ['受理总数(件)', '①物业', 'accepted', { categories: ['17'] }],
  ['本年累计受理', '合同', 'accepted', { categories: ['04'] }, 'year'],
  ['上年同期受理', '合同', 'accepted', { categories: ['04'] }, 'lastYear'],
  ['上月受理', '合同', 'accepted', { categories: ['04'] }, 'last'],
  ['登记数', '医疗', 'registered', { categories: ['15'] }],
  ['不予受理', '旅游', 'declined', { categories: ['12'] }],
  ['不受理（件）', '旅游', 'declined', { categories: ['12'] }],
  ['调解成功（件）', '婚姻家庭', 'settled', marriage],
  ['成功', '婚姻家庭', 'settled', marriage],
  ['达成协议', '婚姻家庭', 'settled', marriage],
  ['调解不成功', '婚姻家庭', 'failed', marriage],
  ['没调成', '婚姻家庭', 'failed', marriage],
  ['办结', '婚姻家庭', 'closed', marriage],
  ['已办结案件数（件）', '婚姻家庭', 'closed', marriage],
  ['未办结', '婚姻家庭', 'open', marriage],
  ['应办结', '婚姻家庭', 'due', marriage],
  ['按期办结', '婚姻家庭', 'onTime', marriage],
  ['逾期', '婚姻家庭', 'late', marriage],
  ['退回', '婚姻家庭', 'sentBack', marriage],
  ['办结率（%）', '婚姻家庭', 'closureRate', marriage],
  ['群众满意度（%）', '婚姻家庭', 'satisfactionRate', marriage],
  ['协议涉及金额（万元）', '婚姻家庭', 'agreedAmount', marriage],
  ['协议涉及金额（元）', '婚姻家庭', 'agreedAmount', marriage],
  ['涉及人数', '婚姻家庭', 'peopleInvolved', marriage],
  ['受理（件）', '主动调解', 'accepted', { sources: active }],
  ['受理（件）', '申请调解', 'accepted', { sources: applied }],
  ['受理（件）', '接受委托移送', 'accepted', { sources: entrusted }],
  ['本期', '群众接待（人次）', 'personTimes', {}],
  ['接待批次', '法律咨询', 'visits', { services: ['legalAdvice'] }],
  ['件数', '防止民转刑', 'preventedCriminal', {}],
  ['人数', '防止群体性上访', 'preventedPetitionPeople', {}],
];

test.each(wholly)('「%s」×「%s」整个认得，就是 %s，不用再看', (above, left, what, filter = {}, period = 'this') => {
  expect(proposed([above], [left])).toEqual({ what, sure: true, filter, period });
});

// Each of these was once taken, or would be by its letters, for the plain figure that stands within it.
const turned: Line[] = [
  ...[
    ...['没有达成协议', '未能达成协议', '达成口头协议', '未受理', '不再受理', '非受理', '无受理', '拒绝受理'],
    ...[
      '未履行',
      '拒不履行',
      '未回访',
      '未登记',
      '免予登记',
      '尚未销号',
      '未销号',
      '未撤回',
      '受理率',
      '登记率',
      '回访率',
    ],
    ...[
      '受理环比',
      '受理环比增长',
      '受理同比（%）',
      '受理增减',
      '受理占比',
      '受理比重',
      '受理金额',
      '平均受理',
      '人均受理',
    ],
    ...[
      '较上期受理',
      '比上月增减',
      '受理增长率',
      '调解成功环比',
      '调解成功金额',
      '调解成功占比',
      '调解成功率环比',
      '未调解成功率',
    ],
    ...[
      '办结率同比',
      '不满意率',
      '逾期率',
      '超期未办结率',
      '涉案金额增幅',
      '受理（未办结除外）',
      '成功（不含口头）',
      '未成年人受理',
    ],
    ...[
      '受理（千元）',
      '办结平均天数',
      '其中：农民工',
      '其中：未成年人',
      '参加法治宣传（场次）',
      '农民工',
      '司法确认',
      '制作协议书',
    ],
  ].map((above): Line => [above, '婚姻家庭', 'nothing']),
  ['受理', '劳动争议', 'nothing'],
  ['受理', '涉黑涉恶', 'nothing'],
  ['受理', '其他婚姻家庭以外的', 'nothing'],
  ['接待人次', '婚姻家庭', 'nothing'],
  ['受理', '法律咨询', 'nothing'],
];

test.each(turned)('「%s」×「%s」有认不全的字，不拿里面那几个字的数去填', (above, left) => {
  expect(proposed([above], [left])).toEqual({ what: 'nothing', sure: false });
});

const perhaps: Line[] = [
  ['未达成协议', '婚姻家庭', 'failed'],
  ['涉案金额（万元）', '婚姻家庭', 'agreedAmount'],
  ['协议涉及金额', '婚姻家庭', 'agreedAmount'],
  ['新收', '婚姻家庭', 'registered'],
  ['化解', '婚姻家庭', 'settled'],
  ['排查', '婚姻家庭', 'registered'],
  ['农民工受理', '婚姻家庭', 'accepted'],
  ['受理（人）', '婚姻家庭', 'accepted'],
  ['受理、办结', '婚姻家庭', 'accepted'],
  ['本月累计受理', '婚姻家庭', 'accepted'],
  ['受理', '婚姻家庭、邻里', 'accepted'],
  ['受理', '其中：婚姻家庭', 'accepted'],
  ['受理', '合计', 'accepted'],
  ['件数', '婚姻家庭', 'accepted'],
  ['防止民转刑', '本期', 'preventedCriminal'],
  ['群众接待', '本期', 'visits'],
  ['按期办结率', '婚姻家庭', 'onTimeRate'],
  // Of what is accepted, or of what has an outcome: the form's keeper chooses.
  ['调解成功率（%）', '婚姻家庭', 'successRate'],
  ['成功率（%）', '婚姻家庭', 'successRate'],
];

test.each(perhaps)('「%s」×「%s」可能是 %s，也可能不是：建议了，但要人看', (above, left, what) => {
  expect(proposed([above], [left])).toMatchObject({ what, sure: false });
});

const negations = ['未', '不', '没', '没有', '无', '非', '尚未', '未能', '拒不', '不予', '免予'];
const turns = ['率', '环比', '同比', '金额', '占比', '比重', '增长', '增减', '平均', '差额', '（除外）'];

test('不管哪个认得的说法，前面加个「未」「不」，后面加个「率」「环比」「金额」，都不再当原来的数填', () => {
  const names = [
    ...measureNames.flatMap((what) => [...measureFacts(what).alsoCalled, ...(measureFacts(what).perhapsCalled ?? [])]),
    ...rateNames.flatMap((what) => rates[what].alsoCalled),
  ];
  const wrong = names.flatMap((name) =>
    [...negations.map((word) => `${word}${name}`), ...turns.map((word) => `${name}${word}`)].filter((heading) => {
      const [was, is] = [proposed([name], ['婚姻家庭']), proposed([heading], ['婚姻家庭'])];
      return is.sure && is.what === was.what;
    }),
  );
  expect(names.length).toBeGreaterThan(60);
  expect(wrong).toEqual([]);
});

test('每条建议说得出：哪个表头的哪几个字给了什么；不确定的说哪里不确定', () => {
  const found = suggestFigure({ above: ['受理（件）', '本年累计'], left: ['1.婚姻家庭'] }, lexicon);
  expect(found).toMatchObject({
    reasons: [
      { heading: '1.婚姻家庭', words: '婚姻家庭', gives: 'categories', value: '婚姻家庭' },
      { heading: '受理（件）', words: '受理', gives: 'what', value: '受理' },
      { heading: '受理（件）', words: '件', gives: 'unit', value: '件' },
      { heading: '本年累计', words: '本年累计', gives: 'period', value: '本年累计' },
    ],
    doubts: [],
  });
  expect(suggestFigure({ above: ['农民工受理'], left: ['婚姻家庭'] }, lexicon)).toMatchObject({
    doubts: [{ kind: 'unread', words: '农民工' }],
  });
  expect(suggestFigure({ above: ['未达成口头协议'], left: ['婚姻家庭'] }, lexicon)).toEqual({
    unread: ['未达成口头协议'],
  });
});

/** A sheet from its rows; `|` to the right goes on with the cell before it. */
function sheetOf(lines: readonly string[][]): FormSheet {
  const columns = Math.max(...lines.map((line) => line.length));
  const cells = lines.flatMap((line, row) =>
    line.flatMap((text, column) => {
      if (text === '|') return [];
      const goesOn = line.slice(column + 1).findIndex((each) => each !== '|');
      const span = goesOn < 0 ? line.length - column : goesOn + 1;
      const place = { ref: refOf(row + 1, column + 1), row: row + 1, column: column + 1, rowSpan: 1, columnSpan: span };
      return [{ ...place, text, formula: null }];
    }),
  );
  return { name: '表', rows: lines.length, columns, widths: [], lines: false, cells };
}
const of = (lines: readonly string[][]) => suggestAll({ kind: 'xlsx', sheets: [sheetOf(lines)] }, lexicon).suggestions;

test('一张纸上有两张表，下面的格只听下面的表头；隔行的小标题也算表头', () => {
  const two = of([
    ['类别', '受理', '办结'],
    ['婚姻家庭', '', ''],
    ['', '', ''],
    ['类别', '未达成协议', '登记'],
    ['婚姻家庭', '', ''],
  ]);
  expect(two['0!B2']).toMatchObject({ sure: true, rule: { what: 'accepted' } });
  expect(two['0!C5']).toMatchObject({ sure: true, rule: { what: 'registered' } });
  expect(two['0!B5']?.sure ?? false).toBe(false);
  const sections = of([
    ['项目', '受理', '办结'],
    ['一、婚姻家庭', '|', '|'],
    ['本月', '', ''],
    ['二、未成年人', '|', '|'],
    ['本月', '', ''],
  ]);
  expect(sections['0!B3']).toMatchObject({ sure: true, rule: { what: 'accepted', filter: marriage } });
  expect(sections['0!B5']).toBeUndefined();
});

test('表名只说一类纠纷的，整张表都要人看；「单位：万元」是计量单位，不是单位名称', () => {
  const narrow = of([
    ['拖欠农民工工资纠纷月报', '|'],
    ['项目', '受理'],
    ['本月', ''],
  ]);
  expect(narrow['0!B3']).toMatchObject({ sure: false, doubts: [{ kind: 'title', words: '拖欠农民工工资纠纷' }] });
  const money = of([
    ['月报', '|'],
    ['', '单位：件、万元'],
    ['类别', '协议涉及金额'],
    ['婚姻家庭', ''],
  ]);
  expect(money['0!B2']).toBeUndefined();
  expect(money['0!B4']).toMatchObject({ sure: true, rule: { show: 'tenThousand' } });
});

test('合计要和列出的几类是一回事才算定：表里有「其他」的，合计就是全部', () => {
  const lines = [
    ['类别', '受理'],
    ['婚姻家庭', ''],
  ];
  expect(of([...lines, ['合计', '']])['0!B3']).toMatchObject({ sure: false, doubts: [{ kind: 'total' }] });
  expect(of([...lines, ['其他', ''], ['合计', '']])['0!B4']).toMatchObject({ sure: true });
});

test('「审核人」「分管领导」不一定是中心主任，要人看', () => {
  expect(suggestText('单位负责人：　　填表人：')).toMatchObject({ sure: true });
  for (const text of ['审核人：', '分管领导：', '时间：'])
    expect([text, suggestText(text)?.sure]).toEqual([text, false]);
});

test('「涉事单位：」「受害人：」问的不是我们单位和填表人；写好了字的标签不再写', () => {
  for (const text of [
    '涉事单位：',
    '报案人：',
    '主管单位负责人：',
    '单位：件',
    '填报日期：2026年1月5日',
    '统计期间：全年',
  ])
    expect([text, suggestText(text)]).toEqual([text, undefined]);
});
