import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { differencesOf, spokenDifference } from './differences.ts';
import { mergeRules } from './merge.ts';
import type { Shape } from './shape.ts';
import { speak } from './speak.ts';

const unit = Type.Union(
  [
    Type.Literal('sameDay', { title: '当天' }),
    Type.Literal('workingDay', { title: '个工作日' }),
    Type.Literal('hour', { title: '小时' }),
  ],
  { title: '单位' },
);
const Clock = Type.Object({
  kind: Type.String(),
  label: Type.String({ title: '名称' }),
  length: Type.Integer({ title: '时限', minimum: 1 }),
  unit,
  roll: Type.Boolean({ title: '末日逢休息日顺延' }),
  warn: Type.Object({ length: Type.Integer({ title: '提前' }), unit }, { title: '将到期提醒' }),
  extension: Type.Optional(
    Type.Object(
      {
        length: Type.Union([Type.Integer(), Type.Null()], { title: '最多延长' }),
        unit,
        by: Type.String({ title: '谁批准' }),
      },
      { title: '延期' },
    ),
  ),
});
const Rules = Type.Object({
  triage: Type.Object(
    {
      people: Type.Integer({ title: '复杂：当事人数达到', unit: '人' }),
      amount: Type.Integer({ title: '复杂：金额达到', unit: 'cents' }),
    },
    { title: '研判' },
  ),
  grounds: Type.Array(Type.Object({ code: Type.String(), label: Type.String({ title: '情形' }) }), {
    title: '不予受理的情形',
  }),
  colors: Type.Array(Type.Union([Type.Literal('red', { title: '红' }), Type.Literal('blue', { title: '蓝' })]), {
    title: '颜色',
  }),
  clocks: Type.Record(Type.String(), Clock, { title: '时限', names: { 'handle.ordinary': '一般纠纷办结' } }),
});
const shape = JSON.parse(JSON.stringify(Rules)) as Shape;
const handle = {
  kind: 'handle',
  label: '办结',
  length: 7,
  unit: 'workingDay',
  roll: false,
  warn: { length: 2, unit: 'workingDay' },
};
const rules = {
  triage: { people: 10, amount: 50_000_000 },
  grounds: [
    { code: 'court', label: '法院已经判了' },
    { code: 'elsewhere', label: '不归本地管' },
  ],
  colors: ['red'],
  clocks: {
    'handle.ordinary': handle,
    deploy: { ...handle, kind: 'deploy', label: '分流', unit: 'sameDay', length: 1 },
  },
};
const said = (after: unknown, before: unknown = rules) => differencesOf(shape, before, after).map(spokenDifference);

test('办结从7个工作日改成5个，提醒从2个改成1个：两句话，一句一处', () => {
  const clocks = {
    ...rules.clocks,
    'handle.ordinary': { ...handle, length: 5, warn: { length: 1, unit: 'workingDay' } },
  };
  expect(said({ ...rules, clocks })).toEqual([
    '一般纠纷办结 · 时限：7个工作日 → 5个工作日',
    '一般纠纷办结 · 将到期提醒 · 提前：2个工作日 → 1个工作日',
  ]);
});

test('数和单位是一句话；「当天」前面没有数；钱按万元说', () => {
  const clocks = { ...rules.clocks, deploy: { ...rules.clocks.deploy, unit: 'hour', length: 4 } };
  const triage = { people: 12, amount: 30_000_000 };
  expect(said({ ...rules, clocks, triage })).toEqual([
    '复杂：当事人数达到：10人 → 12人',
    '复杂：金额达到：50万元 → 30万元',
    '分流 · 时限：当天 → 4小时',
  ]);
});

test('加一行、去一行、改一行都认得出是哪一行；只换次序也说一句', () => {
  const [court, elsewhere] = rules.grounds;
  expect(said({ ...rules, grounds: [court, { code: 'new', label: '已经和解' }] })).toEqual([
    '不归本地管：情形：不归本地管 → 去掉',
    '已经和解：没有 → 情形：已经和解',
  ]);
  expect(said({ ...rules, grounds: [{ ...court, label: '法院已经立案' }, elsewhere] })).toEqual([
    '法院已经立案 · 情形：法院已经判了 → 法院已经立案',
  ]);
  expect(said({ ...rules, grounds: [elsewhere, court] })).toEqual([
    '不予受理的情形：法院已经判了、不归本地管 → 不归本地管、法院已经判了',
  ]);
});

test('可有可无的一项加上、去掉，选的几项变了，也是一句', () => {
  const extension = { length: null, unit: 'workingDay', by: '中心主任' };
  const clocks = { ...rules.clocks, 'handle.ordinary': { ...handle, extension } };
  expect(said({ ...rules, clocks, colors: [] })).toEqual([
    '颜色：红 → 没有',
    '一般纠纷办结 · 延期：没有 → 不限，谁批准：中心主任',
  ]);
  expect(said(rules, { ...rules, clocks })).toEqual(['一般纠纷办结 · 延期：不限，谁批准：中心主任 → 去掉']);
});

test('数据库不记键的先后：一样的规则没有不同', () => {
  const turned = {
    clocks: rules.clocks,
    colors: rules.colors,
    grounds: rules.grounds,
    triage: { amount: 50_000_000, people: 10 },
  };
  expect(said(turned)).toEqual([]);
});

test('是和不是、没有填的，都说得出来', () => {
  expect(speak({ type: 'boolean' }, false)).toBe('不是');
  expect(speak({ type: 'string', format: 'date' }, '2026-10-16')).toBe('2026年10月16日（周五）');
  expect(speak({ type: 'string' }, '')).toBe('没有');
  expect(speak({ type: 'integer', unit: 'cents' }, 1_234_550)).toBe('12,345.5元');
});

test('两个人改了不同的地方，都留下', () => {
  const mine = { ...rules, triage: { ...rules.triage, people: 20 } };
  const theirs = { ...rules, colors: ['blue'], triage: { ...rules.triage, amount: 1 } };
  expect(mergeRules(rules, mine, theirs)).toEqual({
    value: { ...rules, colors: ['blue'], triage: { people: 20, amount: 1 } },
    clashes: [],
  });
});

test('两个人改了同一处：留我的，说得出是哪一处；一方去掉的不会自己回来', () => {
  const mine = { ...rules, triage: { ...rules.triage, people: 20 } };
  const theirs = { ...rules, triage: { ...rules.triage, people: 30 }, clocks: { deploy: rules.clocks.deploy } };
  const merged = mergeRules(rules, mine, theirs);
  expect(merged.clashes).toEqual([['triage', 'people']]);
  expect(merged.value).toEqual({ ...mine, clocks: { deploy: rules.clocks.deploy } });
});
