import { expect, test } from 'vitest';
import type { ClockRule } from '../deadlines/clockRule.ts';
import { defaultCountyRules } from '../disputes/defaultRules.ts';
import type { CountyRules } from '../disputes/rules.ts';
import { differencesOf, spokenDifference } from '../settings/differences.ts';
import { shapeOf } from '../settings/knowledge.ts';
import { choicesOf, kindOf, type Shape } from '../settings/shape.ts';
import { checkCountyRules } from './checkCountyRules.ts';
import { CountyRulesSchema } from './countyRules.ts';

const withClock = (name: string, change: Partial<ClockRule>): CountyRules => {
  const rule = { ...(defaultCountyRules.clocks[name] as ClockRule), ...change };
  return { ...defaultCountyRules, clocks: { ...defaultCountyRules.clocks, [name]: rule } };
};
const basis = '迎政法发〔2026〕9号';
const check = (after: CountyRules, before = defaultCountyRules) => checkCountyRules(before, after);

test('现在的规则自己没有要改的地方', () => {
  expect(check(defaultCountyRules)).toEqual({ problems: {}, warnings: {} });
});

test('转载的规定可以改短，写了依据就行；没写新的依据不行', () => {
  expect(check(withClock('handle.ordinary', { length: 5, basis }))).toEqual({ problems: {}, warnings: {} });
  expect(check(withClock('handle.ordinary', { length: 5 })).problems).toEqual({
    'clocks.handle.ordinary.basis': '改了时限，依据也要改：写上是哪个文件定的这个数。',
  });
});

test('比13710长的要提醒；法律原文定的不能长', () => {
  const longer = check(withClock('handle.ordinary', { length: 10, basis }));
  expect(longer.problems).toEqual({});
  expect(longer.warnings['clocks.handle.ordinary.length']).toMatch(/^「办结」比13710.*的7天长了/);
  const inWorkingDays = withClock('report', { length: 3, unit: 'workingDay', basis });
  expect(check(inWorkingDays).warnings).toHaveProperty(['clocks.report.length']);
  // What was so before and was let pass is not said again.
  expect(check(inWorkingDays, inWorkingDays).warnings).toEqual({});
});

test('法律原文定的时限只能短不能长', () => {
  const law = defaultCountyRules.clocks.report as ClockRule;
  const shipped = { report: { ...law, status: 'V' as const } };
  const checked = (length: number) =>
    checkCountyRules(defaultCountyRules, withClock('report', { length, basis }), shipped).problems;
  expect(checked(4)['clocks.report.length']).toMatch(/只能短，不能长/);
  expect(checked(2)).toEqual({});
});

test('销号要等评价完；简单的金额要比复杂的少；情形不能全去掉；钟不能去掉', () => {
  expect(check(withClock('strikeOff', { length: 15, basis })).problems).toHaveProperty(['clocks.strikeOff.length']);
  const triage = { ...defaultCountyRules.triage, simpleAmountCents: 60_000_000 };
  expect(check({ ...defaultCountyRules, triage }).problems).toHaveProperty(['triage.simpleAmountCents']);
  expect(check({ ...defaultCountyRules, intake: { declineGrounds: [] } }).problems).toHaveProperty([
    'intake.declineGrounds',
  ]);
  const { accept, ...clocks } = defaultCountyRules.clocks;
  expect(accept).toBeDefined();
  expect(check({ ...defaultCountyRules, clocks }).problems).toHaveProperty(['clocks.accept']);
});

test('nobody is turned away for not willing to mediate, nor on no basis', () => {
  const ground = { code: 'own', label: '一方不愿意调解', basis: '本区县惯例', goTo: '法院窗口' };
  const { problems } = check({ ...defaultCountyRules, intake: { declineGrounds: [ground] } });
  expect(problems).toEqual({
    'intake.declineGrounds.0.label': '不愿意调解，就不调。登记照样算数，按类别带您到能办的窗口。',
    'intake.declineGrounds.0.basis': '写明依据哪个法律、规定或者文件。',
  });
});

test('a county adds ways, and writes no limit beside them', () => {
  const route = {
    category: '04',
    label: '请商会出面',
    body: '区商会',
    papers: '合同',
    note: '要在七天内去',
    basis: '商会章程',
  };
  const law = { routes: [route, { ...route, note: '不收费' }] };
  expect(check({ ...defaultCountyRules, law }).problems).toEqual({
    'law.routes.0.note': '期限由法律定，这里不写多少天以内。',
  });
});

/** Every field that people meet in the form. */
function fields(shape: Shape, path: string[] = []): { path: string; shape: Shape }[] {
  const inner = [
    ...Object.entries(shape.properties ?? {}),
    ...Object.values(shape.patternProperties ?? {}).map((row) => ['*', row] as const),
    ...(shape.items?.properties ? [['0', shape.items] as const] : []),
    ...(shape.anyOf ?? []).filter((branch) => branch.properties).map((branch) => ['', branch] as const),
  ];
  return [{ path: path.join('.'), shape }, ...inner.flatMap(([key, each]) => fields(each, [...path, key]))];
}

test('上班时间倒着写、叠着写，都在那一格说', () => {
  const { office } = defaultCountyRules;
  const sessions = [
    { from: '12:00', to: '08:30' },
    { from: '08:00', to: '18:00' },
  ];
  const summer = { from: '05-01', to: '09-30', sessions: [{ from: '09:00', to: '09:00' }] };
  expect(check({ ...defaultCountyRules, office: { ...office, sessions, summer } }).problems).toEqual({
    'office.sessions.0.to': '结束要晚于开始。',
    'office.sessions.1.from': '要等上一段结束再开始。',
    'office.summer.sessions.0.to': '结束要晚于开始。',
  });
});

test('短信里写了没有人填的地方，发布之前就说', () => {
  const delivery = { ...defaultCountyRules.delivery, generic: '{姓名}，您的事有新进展，编号{编号}。' };
  const { problems } = checkCountyRules(defaultCountyRules, { ...defaultCountyRules, delivery });
  expect(problems['delivery.generic']).toContain('没有人填的地方：姓名');
});

test('规则里的每一项都有中文名称，每个选项也有：表单不出现英文', () => {
  const spoken = fields(shapeOf({ schema: CountyRulesSchema })).filter(({ shape }) => shape.title !== undefined);
  const english = spoken.flatMap(({ path, shape }) => {
    const kind = kindOf(shape);
    const labels = kind === 'choice' ? choicesOf(shape) : kind === 'choices' ? choicesOf(shape.items ?? {}) : [];
    const words = [shape.title ?? '', shape.description ?? '', ...labels.map(({ label }) => label)];
    return words.filter((word) => word !== '' && !/\p{Script=Han}/u.test(word)).map((word) => `${path}: ${word}`);
  });
  expect(english).toEqual([]);
});

test('7个工作日改成5个，读起来是一句话', () => {
  const said = differencesOf(
    shapeOf({ schema: CountyRulesSchema }),
    withClock('handle.ordinary', { unit: 'workingDay' }),
    withClock('handle.ordinary', { unit: 'workingDay', length: 5 }),
  );
  expect(said.map(spokenDifference)).toEqual(['一般纠纷办结 · 时限：7个工作日 → 5个工作日']);
});

test('一个类别的保管期限只能写一行', () => {
  const row = { category: '02', retention: 'short' as const, why: '小事当场了结。' };
  const withRows = (...categories: string[]): CountyRules => ({
    ...defaultCountyRules,
    dossier: { ...defaultCountyRules.dossier, byCategory: categories.map((category) => ({ ...row, category })) },
  });
  expect(check(withRows('02', '03')).problems).toEqual({});
  expect(check(withRows('02', '03', '02')).problems).toEqual({
    'dossier.byCategory.2.category': '这个类别上面已经有一行了。',
  });
});
