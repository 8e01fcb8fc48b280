import { expect, test } from 'vitest';
import type { BoardMatter } from '../dashboards/boardView.ts';
import { sheetsOf } from '../documents/testing/pages.ts';
import type { WorkItem } from '../procedures/views.ts';
import { briefingSheet } from './briefingSheet.ts';
import type { Briefing } from './briefingView.ts';

const long =
  '某小区地下一层车位产权归属和租金分配引起的业主委员会、开发企业、物业服务企业三方之间的纠纷（涉及九十户人家）';
const item = { codeShort: '迎泽 26-000001-0', title: long, actLabel: '审批延期' } as WorkItem;
const matter = {
  codeShort: '迎泽 26-000001-0',
  title: long,
  unit: '迎泽区住房和城乡建设局',
  handler: '欧阳建设国庆',
  clock: { label: '一般纠纷办结', chip: '今天24时' },
} as BoardMatter;
const full: Briefing = {
  asOf: '2026-10-13T23:50:00.000Z',
  day: '2026-10-14',
  place: '迎泽区',
  due: true,
  edition: {
    ...{ day: '2026-10-14', dueAt: '2026-10-13T23:30:00.000Z', madeAt: '2026-10-14T01:42:00.000Z', late: true },
    counts: { toDecide: 12, dueToday: 14, late: 23, soon: 61, open: 1284, paused: 18 },
  },
  wanted: true,
  decide: {
    total: 12,
    rows: Array.from({ length: 5 }, () => ({
      item,
      consequence: {
        ...{ kind: 'isLate' as const, clock: '一般纠纷办结', days: 35, notices: 2 },
        next: { at: '2026-10-16T00:30:00.000Z', what: 'interviewList' as const, label: '列入约谈通报名单', nth: 3 },
      },
    })),
  },
  save: { total: 14, more: 8, rows: Array.from({ length: 6 }, () => matter) },
  plan: {
    ...{ from: '2026-10-13', to: '2026-10-13', expected: 15, planned: 14, inTime: 9, doneLate: 1, notDone: 4 },
    ...{ registered: 21, settled: 9, struckOff: 17 },
  },
  counters: {
    ...{ center: { id: '140106-center', short: '迎泽区综治中心' }, open: true, opensAt: '08:30', due: 12, here: 3 },
    missing: Array.from({ length: 9 }, (_, index) => ({
      unitId: String(index),
      called: '劳动人事争议仲裁院',
      words: '08:30 应到，没到',
    })) as never,
    mayCall: true,
  },
  open: {
    ...{ day: '2026-10-14', ledger: 1293, elsewhere: 4, unsettled: 1284, unsettledHidden: 3, closed: 8 },
    ...{ board: 1250, boardHidden: 2, boardEnded: 8, withoutClock: 43, linked: 6 },
  },
  waiting: 0,
  late: 23,
  hidden: 2,
  weeks: Array.from({ length: 12 }, (_, index) => ({
    id: `2026-W${30 + index}`,
    to: `2026-08-${10 + index}`,
    late: 30 - index,
  })),
  units: Array.from({ length: 14 }, (_, index) => ({
    ...{ key: `u${index}`, name: '迎泽区住房和城乡建设管理委员会', open: 90, late: 14 - index, soon: 9, paused: 3 },
  })),
};

test('写得满满的也正好一张 A4，生僻字也不会变成空白', async () => {
  expect(await sheetsOf(briefingSheet(full, '刘建国'))).toBe(1);
  const [first, ...rest] = full.save.rows;
  expect(first).toBeDefined();
  expect(
    await sheetsOf(
      briefingSheet({ ...full, save: { ...full.save, rows: [{ ...matter, title: '㐂𬸚车位' }, ...rest] } }, '刘建国'),
    ),
  ).toBe(1);
});

test('什么都没有的一天，也是一张说得清楚的纸', async () => {
  const empty: Briefing = {
    ...full,
    ...{
      due: false,
      edition: null,
      decide: { total: 0, rows: [] },
      save: { total: 0, more: 0, rows: [] },
      counters: null,
      units: [],
    },
    weeks: full.weeks.map((week) => ({ ...week, late: 0 })),
  };
  const sheet = briefingSheet(empty, '刘建国');
  expect(sheet.data.edition).toBe('今天不上班，没有 7:30 的晨报。');
  expect(await sheetsOf(sheet)).toBe(1);
});

test('纸上写着几点才出、没列的还有几件、每个数', () => {
  const { data } = briefingSheet(full, '刘建国');
  expect(data.edition).toBe('7:30 的晨报 9:42 才出，那时：要拍板 12，今天到期 14，逾期 23，在办 1284。');
  expect([data.decide.head, data.save.head]).toEqual([
    '要我拍板的 12 件，还有 7 件没列',
    '今天还来得及的 14 件，还有 8 件没列',
  ]);
  expect(data.decide.rows[0]?.[1]).toContain('\n「一般纠纷办结」已逾期35天，督办过2次，10月16日08:30列入约谈通报名单');
  expect(data.plan[0]).toBe('10月13日（周二）到期 14 件：按时 9，过了时限才办 1，还没办 4（早上说 15 件）');
  const monday = { ...full, plan: { ...full.plan, from: '2026-10-09', to: '2026-10-11' } };
  const sheet = briefingSheet(monday, '刘建国').data;
  expect([sheet.planTitle, sheet.plan[0]]).toEqual([
    '上一个办公日到昨天，对照计划',
    '10月9日（周五）到10月11日（周日）到期 14 件：按时 9，过了时限才办 1，还没办 4（10月9日（周五）早上说当天到期 15 件）',
  ]);
  expect(data.open).toEqual([
    '台账未销号 1293 件 − 别处受理、牵头，这里协办或经过手的 4 件 = 1289 件',
    '= 未办结 1284 件 + 办结没销号 8 件 − 限制知悉、报表计入台账不列 3 件 = 1289 件，对得上',
    '= 督办台在办 1250 件 + 没有我们的钟 43 件 + 合并到别的一件 6 件 − 已了结、还有到期日的 8 件 − 限制知悉、督办台计入台账不列 2 件 = 1289 件，对得上',
  ]);
  expect(data.units).toMatchObject({ more: 8, finding: '逾期最多的是迎泽区住房和城乡建设管理委员会，14 件' });
});
