import { expect, test } from 'vitest';
import type { SearchAnswer } from '../../../finding/searchView.ts';
import type { WorkItem } from '../../../procedures/views.ts';
import { findTodos, groupsOf } from './palette.ts';
import type { ReasonWords } from './reasonText.ts';

const words: ReasonWords = {
  code: '编号',
  title: '事由',
  name: (name) => `当事人 ${name}`,
  idNumber: (name) => `${name} 证件后四位`,
  phone: (name) => `${name} 电话后四位`,
  address: (text) => `地址 ${text}`,
  facts: (text) => `经过「${text}」`,
};
const item = (act: string, actLabel: string, title: string): WorkItem =>
  ({
    id: `${act}${title}`,
    kind: 'dispute',
    own: null,
    page: '/disputes/140106260038126',
    code: '140106260038126',
    codeShort: '迎泽 26-003812-6',
    title,
    partiesLine: '郭秀兰｜任建军',
    act,
    actLabel,
    actLabelEn: act,
    actKey: null,
    clock: null,
    dueAt: null,
    since: '',
    status: 'accepted',
    statusLabel: '已受理',
    mine: true,
  }) as unknown as WorkItem;
const none = { total: 0, best: [] };
const hit = {
  code: '140106260038126',
  codeShort: '迎泽 26-003812-6',
  title: '楼上漏水',
  partiesLine: '郭秀兰',
  category: '邻里',
  place: '迎泽街道',
  leadUnit: null,
  status: 'accepted',
  statusLabel: '已受理',
  clock: null,
  openedAt: '',
  restricted: false,
  reason: { by: 'name', name: '郭秀兰' },
} as const;
const answer: SearchAnswer = {
  asOf: '',
  scope: '迎泽区',
  matters: { total: 12, more: false, best: [{ ...hit }] },
  people: none,
  units: none,
  places: none,
  numbers: 'notAsked',
};
const asked = (text: string, work: WorkItem[] = [], found: SearchAnswer | undefined = undefined) =>
  groupsOf({
    text,
    post: { role: 'dispatcher' },
    language: 'zh',
    work,
    recent: [],
    recentPages: [],
    answer: found,
    words,
  });

test('「分流」「fl」找到我该分流的事，一打开就是分流', () => {
  const work = [item('dispatch', '分流', '甲'), item('triage', '研判', '乙'), item('dispatch', '分流', '丙')];
  for (const text of ['分流', 'fl']) {
    const found = findTodos(text, work, 'zh');
    expect(found.map(({ to }) => to)).toEqual(Array(2).fill('/disputes/140106260038126?act=dispatch'));
    expect(found[0]?.label).toContain('甲');
  }
  expect(findTodos('分', work, 'zh')).toEqual([]);
});

test('叫得出名字的页面排第一，后面才是事项；每一组说一共有几件', () => {
  expect(
    asked('台账', [], answer)
      .map(({ name }) => name)
      .slice(0, 2),
  ).toEqual(['exact', 'matters']);
  expect(asked('tz')[0]?.rows[0]?.to).toBe('/ledger');
  const [matters] = asked('郭秀兰', [], answer);
  expect(matters).toMatchObject({ name: 'matters', total: 12, all: '/search?text=%E9%83%AD%E7%A7%80%E5%85%B0' });
  expect(matters?.rows[0]?.reason).toBe('迎泽 26-003812-6 · 已受理 · 当事人 郭秀兰');
});

test('我这个岗位去不了的页面不会出现', () => {
  expect(asked('操作记录').flatMap(({ rows }) => rows)).toEqual([]);
});
