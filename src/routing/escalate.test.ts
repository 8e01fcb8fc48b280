import { expect, test } from 'vitest';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { applyDecision, refusalOf, toldTo } from '../disputes/testing/applyDecision.ts';
import { city, cityHousing, housing, street, yingze } from '../disputes/testing/network.ts';
import { atTime } from '../platform/now.ts';
import { escalate } from './escalate.ts';
import { undoDispatch } from './undoDispatch.ts';

const context = aContext();
const ledBy = (leadUnitId: string | null) => aDispute({ status: 'inMediation', leadUnitId });
const up = (leadUnitId: string | null) => escalate(ledBy(leadUnitId), { reason: '要几个部门一起办' }, context);

test.each([
  ['a street’s center', street, yingze],
  ['a department of the county', housing, yingze],
  ['the street office', '140106004-office', yingze],
  ['the county’s center', yingze, city],
  ['a department of the city', cityHousing, city],
])('%s hands up to the center above', (_from, from, to) => {
  expect(up(from).matter).toEqual({ lead_unit_id: to, handler_post_id: null });
});

test('above the city there is nothing, and nobody hands up what nobody has', () => {
  expect(refusalOf(() => up(city))).toBe('noSuperior');
  expect(refusalOf(() => up(null))).toBe('noSuperior');
});

test('the one who tried keeps sight of it, the desk above signs today, the resident’s date stays', () => {
  const decided = up(street);
  expect(decided.own?.former_unit_ids).toEqual([street]);
  expect(toldTo(decided, 'c:140106-center#dispatcher')).toBe('迎泽街道中心提级来一件，今天签收。');
  expect(toldTo(decided, 'resident')).toBe('您的事已由迎泽中心接着办，办完的日期不变。');
});

test('it is the center above that has it now: nobody withdraws it as a dispatch', () => {
  const soon = { ...ledBy(street), dispatchUndoUntil: atTime('2026-09-29', '23:00') };
  const after = applyDecision('escalate', soon, escalate(soon, { reason: '太难' }, context), context);
  expect(after.status).toBe('dispatched');
  expect(refusalOf(() => undoDispatch(after, {}, context))).toBe('undoTooLate');
});

test('a restricted matter is handed up only to a center in which somebody is named', () => {
  const restricted = { ...ledBy(yingze), restricted: true };
  expect(refusalOf(() => escalate(restricted, { reason: '太难' }, context))).toBe('nobodyNamed');
});
