import { expect, test } from 'vitest';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { applyDecision, refusalOf, toldTo } from '../disputes/testing/applyDecision.ts';
import { court, housing, justice, network, street, xiaodianHousing, yingze } from '../disputes/testing/network.ts';
import { aPost, id } from '../disputes/testing/people.ts';
import { makeNetwork } from '../network/lookup.ts';
import { atTime } from '../platform/now.ts';
import { hindersSendBack } from './court.ts';
import { type RuleInput, rule } from './rule.ts';

const referee = aPost('referee', yingze, '高林峰');
const context = aContext({ actor: referee, now: atTime('2026-09-30', '10:00') });
const row = { id: id(2), unitId: housing, sentBack: true, result: null };
const disputed = aDispute({ status: 'routingDisputed', formerUnitIds: [court, housing], lastDispatch: row });
const input: RuleInput = {
  leadUnitId: justice,
  supportingUnitIds: [housing],
  reason: '漏点在两户之间，先调解',
  basis: '职责清单：邻里纠纷',
};

test('another unit: it signs today, helpers are asked, both units and the desk read the reasons', () => {
  const decided = rule(disputed, input, context);
  const after = applyDecision('rule', disputed, decided, context);
  expect(after).toMatchObject({ status: 'dispatched', leadUnitId: justice, ruledUnitId: justice });
  expect(after.supportingUnits.map(({ unitId }) => unitId)).toEqual([housing]);
  expect(after.clocks.map(({ kind }) => kind)).toEqual(['acknowledge', 'report', 'handle']);
  expect(toldTo(decided, 'u:140106-justice#unitHead')).toBe(
    '裁定由迎泽区司法局办，今天签收。理由：漏点在两户之间，先调解',
  );
  expect(toldTo(decided, 'u:140106-housing#unitHead')).toBe(
    '你单位退回的一件，裁定由迎泽区司法局办。理由：漏点在两户之间，先调解',
  );
  expect(toldTo(decided, 'c:140106-center#dispatcher')).toContain('裁定由迎泽区司法局办');
  expect(toldTo(decided, 'resident')).toBe('已经确定由迎泽区司法局办理您的事，办完的日期不变。');
});

test('the figures learn that the dispatch was wrong, and the ruling itself is kept', () => {
  const decided = rule(disputed, input, context);
  expect(decided.changes).toContainEqual({ table: 'unit_dispatch', id: id(2), set: { result: 'changed' } });
  expect(decided.inserts).toContainEqual({
    into: 'ruling',
    values: expect.objectContaining({
      from_unit_id: housing,
      to_unit_id: justice,
      outcome: 'changed',
      dispatch_id: id(2),
    }),
  });
});

test('the same unit: upheld, and it cannot send it back once more', () => {
  const decided = rule(disputed, { ...input, leadUnitId: housing, supportingUnitIds: [] }, context);
  const after = applyDecision('rule', disputed, decided, context);
  expect(after.lastDispatch?.result).toBe('upheld');
  expect(after.formerUnitIds).toEqual([court]);
  expect(toldTo(decided, 'resident')).toBe('已经确定仍由迎泽区住建局办理您的事，办完的日期不变。');
  expect(hindersSendBack(after, context)?.code).toBe('alreadyRuled');
});

test('a ruling gives it to whom a dispatch could give it, and to nobody else', () => {
  const to = (over: Partial<RuleInput>) => refusalOf(() => rule(disputed, { ...input, ...over }, context));
  expect(to({ leadUnitId: xiaodianHousing })).toBe('otherCounty');
  expect(to({ leadUnitId: housing })).toBe('leadIsSupport');
  expect(to({ leadUnitId: '140106-nobody' })).toBe('unknownUnit');
});

const duty = { dutyScope: 'county', dutyFrom: '2026-10-08' } as const;

test('the duty list changes with it from the day it names, and says that a ruling did it', () => {
  expect(rule(disputed, { ...input, ...duty }, context).duty).toEqual({
    regionCode: '140106',
    categoryCode: '02',
    target: 'unit',
    unitId: justice,
    basis: '职责清单：邻里纠纷',
    reason: '9月30日（周三）裁定',
    status: 'V',
    effectiveFrom: '2026-10-08',
  });
  expect(rule(disputed, input, context).duty).toBeUndefined();
});

test('the township’s own center stays 「属地」 in the county’s list, so that every township goes to its own', () => {
  const toStreet = { ...input, ...duty, leadUnitId: street };
  expect(rule(disputed, toStreet, context).duty).toMatchObject({ target: 'township', unitId: null });
  const here = rule(disputed, { ...toStreet, dutyScope: 'township' }, context).duty;
  expect(here).toMatchObject({ regionCode: '140106004', target: 'unit', unitId: street });
  expect(rule(disputed, { ...input, ...duty, leadUnitId: yingze }, context).duty).toMatchObject({
    target: 'center',
    unitId: null,
  });
});

test('not for days that are past, not by half, and not over the head of a place that has its own line', () => {
  const amend = (over: Partial<RuleInput>, matter = disputed, at = context) =>
    refusalOf(() => rule(matter, { ...input, ...over }, at));
  expect(amend({ ...duty, dutyFrom: '2026-09-29' })).toBe('dutyNotAmendable');
  expect(amend({ dutyScope: 'county' })).toBe('dutyNotAmendable');
  expect(amend({ dutyFrom: '2026-10-08' })).toBe('dutyNotAmendable');
  expect(amend({ ...duty, dutyScope: 'township' }, { ...disputed, townshipCode: null })).toBe('dutyNotAmendable');
  const [entry] = network.duties('140106', '02');
  if (!entry) throw new Error('no duty');
  const own = { ...entry, id: 'own', regionCode: '140106004' };
  const withOwn = makeNetwork({ ...network, duties: [own, entry] });
  expect(amend(duty, disputed, { ...context, network: withOwn })).toBe('dutyNotAmendable');
  expect(amend({ ...duty, dutyScope: 'township' }, disputed, { ...context, network: withOwn })).toMatch(/^not refused/);
});
