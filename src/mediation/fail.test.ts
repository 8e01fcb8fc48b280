import { expect, test } from 'vitest';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { refusalOf, toldTo } from '../disputes/testing/applyDecision.ts';
import { wuZhiqiang } from '../disputes/testing/people.ts';
import { fail } from './fail.ts';

const context = aContext({ actor: wuZhiqiang });
const of = (categoryCode: string) =>
  fail(aDispute({ status: 'inMediation', categoryCode }), { reason: '差距太大', toldRoutes: true }, context);

test('mediation does not fail before the parties were told of the ways that remain', () => {
  const untold = { reason: '差距太大', toldRoutes: false };
  expect(refusalOf(() => fail(aDispute({ status: 'inMediation' }), untold, context))).toBe('routesNotTold');
});

test.each([
  ['neighbors', '02', '向法院起诉、申请法律援助'],
  ['unpaid wages', '10', '向劳动保障监察投诉、申请劳动仲裁、凭工资欠条直接起诉、申请法律援助'],
  ['a demolition', '08', '申请行政复议、提起行政诉讼、申请法律援助'],
  ['contracted land', '07', '申请农村土地承包仲裁、向法院起诉、申请法律援助、请政府处理权属'],
])('%s: the resident reads which', (_what, category, routes) => {
  expect(toldTo(of(category), 'resident')).toBe(`没有调成。您还可以：${routes}。`);
});

test('the reason stays among officials; the ways, with their time limits, are the resident’s to keep', () => {
  expect(of('10').notes?.map(({ kind, visibility }) => [kind, visibility])).toEqual([
    ['fail', 'shared'],
    ['routes', 'resident'],
  ]);
  expect(of('10').notes?.[1]?.body).toContain('那天起一年内');
  expect(of('10').own).toEqual({ outcome: 'failed' });
});
