import { expect, test } from 'vitest';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { refusalOf, toldTo } from '../disputes/testing/applyDecision.ts';
import { housing, justice, street, xiaodianHousing } from '../disputes/testing/network.ts';
import { inviteUnit } from './inviteUnit.ts';

const inHand = aDispute({ status: 'inMediation' });
const invite = (unitId: string, over = {}) =>
  inviteUnit({ ...inHand, ...over }, { unitId, task: '派律师到场' }, aContext());

test('the unit’s head reads what it is asked to do', () => {
  const decided = invite(justice);
  expect(toldTo(decided, 'u:140106-justice#unitHead')).toBe('请你单位协办：派律师到场');
  expect(decided.inserts).toMatchObject([{ into: 'dispute_unit', values: { unit_id: justice, task: '派律师到场' } }]);
  expect(toldTo(invite(street), 'c:140106004-center#centerLeader')).toBe('请你单位协办：派律师到场');
});

test('not the unit that leads, not one that helps already, not one of another county', () => {
  const helping = { supportingUnits: [{ unitId: justice, task: '协办', doneAt: null }] };
  expect(refusalOf(() => invite(housing))).toBe('alreadyIn');
  expect(refusalOf(() => invite(justice, helping))).toBe('alreadyIn');
  expect(refusalOf(() => invite(xiaodianHousing))).toBe('otherCounty');
  expect(refusalOf(() => invite(justice, { restricted: true }))).toBe('nobodyNamed');
});
