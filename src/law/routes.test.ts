import { expect, test } from 'vitest';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import { categories } from '../network/data/categories.ts';
import { countyQuestion, defaultLaw } from './countyRoutes.ts';
import { questionsOf, spokenQuestions } from './questions.ts';

const routesOf = (category: string) => questionsOf(category).flatMap(({ routes }) => routes);
const codesOf = (category: string) => routesOf(category).map(({ code }) => code);
const said = (category: string) =>
  spokenQuestions(category, defaultLaw)
    .flatMap(({ ways }) => ways)
    .join('\n');

test('every category has its routes, each with body, papers, article, status and the day it was compared', () => {
  for (const { code } of categories)
    for (const route of routesOf(code)) {
      expect(
        [route.body, route.papers, route.basis].every((part) => part.length > 1),
        route.code,
      ).toBe(true);
      expect(['V', 'V2']).toContain(route.status);
      expect(route.checked).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
});

test.each(['10', '11'])(
  'labor %s: arbitration before the court, fifteen days after the award, never three years',
  (category) => {
    const codes = codesOf(category);
    expect(codes).not.toContain('courtFiling');
    expect(said(category)).not.toContain('三年');
    expect(codes.indexOf('laborArbitration')).toBeLessThan(codes.indexOf('laborSuit'));
    expect(said(category)).toMatch(/不服裁决，向法院起诉：向人民法院提出，从收到仲裁裁决书起十五日内。/);
    expect(codes).toEqual(expect.arrayContaining(['laborCourtAfterRefusal', 'wageAgreement']));
  },
);

test('wages owed: labor inspection comes first, and a written IOU goes straight to the court', () => {
  expect(codesOf('10')[0]).toBe('laborInspection');
  expect(codesOf('10')).toContain('wageIou');
});

test('what an authority decided: sixty days for reconsideration, six months for the court, fifteen days after it', () => {
  const terms = routesOf('08').map(({ code, limit }) => [code, limit?.within]);
  expect(terms).toEqual([
    ['administrativeReconsideration', '六十日'],
    ['administrativeSuit', '六个月'],
    ['suitAfterReconsideration', '十五日'],
    ['legalAid', undefined],
  ]);
  expect(said('08')).toContain('最长一年');
  expect(said('08')).not.toContain('三年');
});

test.each(['03', '07'])(
  '%s: who owns land is decided by government first; a contract about land is another question',
  (category) => {
    const owning = questionsOf(category).find(({ when }) => when.includes('归谁'));
    expect(owning?.routes.map(({ code, limit }) => [code, limit?.within])).toEqual([
      ['landOwnership', undefined],
      ['landOwnershipSuit', '三十日'],
      ['legalAid', undefined],
    ]);
    expect(questionsOf(category).length).toBe(2);
  },
);

test('violence at home: the protection order, and legal aid without asking for means', () => {
  const [violence] = questionsOf('01');
  expect(violence?.routes[0]?.code).toBe('protectionOrder');
  expect(violence?.routes[1]?.note).toContain('不看经济条件');
});

test('consumers, patients, road users and owners are told of the bodies that are theirs', () => {
  const firstOf = (category: string) => routesOf(category)[0]?.code;
  expect(['12', '13', '14', '15', '16', '17'].map(firstOf)).toEqual([
    'consumerBodies',
    'consumerBodies',
    'consumerBodies',
    'medicalMediation',
    'trafficMediation',
    'propertyOffice',
  ]);
});

test('a limit of three years is never said without that the court accepts a later suit as well', () => {
  for (const { code } of categories)
    for (const { limit, note } of routesOf(code)) if (limit?.within === '三年') expect(note).toContain('也应当受理');
});

test('a county adds ways of its own after those of the law, which stay whole, and none of them has a limit', () => {
  const own = { label: '请行业协会出面', body: '区商会', papers: '合同', note: '', basis: '本区商会章程第九条' };
  const law = { routes: [{ category: '04', ...own }] };
  const [added] = countyQuestion(law, '04');
  expect(added?.routes).toEqual([{ ...own, category: '04', code: 'own1', limit: null, status: 'G', checked: null }]);
  expect(questionsOf('04', law).slice(0, -1)).toEqual(questionsOf('04'));
  expect(questionsOf('02', law)).toEqual(questionsOf('02'));
  expect(spokenQuestions('04', law).at(-1)).toEqual({
    when: '本区县另外还有',
    ways: ['请行业协会出面：向区商会提出。'],
  });
});

test('one code is one text: what a lawyer read under it is what everybody reads', () => {
  const texts = Map.groupBy(
    categories.flatMap(({ code }) => routesOf(code)),
    ({ code }) => code,
  );
  for (const [code, routes] of texts) expect(new Set(routes.map((route) => JSON.stringify(route))).size, code).toBe(1);
});

/** As people say a length, and as the limit that measures it has it. */
const lengths: Readonly<Record<string, string>> = {
  三年: '36 month',
  二年: '24 month',
  一年: '12 month',
  六个月: '6 month',
  六十日: '60 naturalDay',
  三十日: '30 naturalDay',
  十五日: '15 naturalDay',
  十个工作日: '10 workingDay',
};

test('every limit that is said is measured by a limit of law of the same length, and is somebody’s own', () => {
  for (const { code } of categories)
    for (const { limit, code: route } of routesOf(code)) {
      if (!limit) continue;
      const rule = statutoryClocks.get(limit.clock)?.rule;
      expect([rule?.length, rule?.unit].join(' '), route).toBe(lengths[limit.within]);
      expect(rule?.binds, route).toBe('party');
    }
});
