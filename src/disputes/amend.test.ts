import { expect, test } from 'vitest';
import { amend } from './amend.ts';
import { aContext, aDispute } from './testing/aDispute.ts';
import { applyDecision, refusalOf } from './testing/applyDecision.ts';

const dispute = aDispute({ status: 'inMediation' });
const context = aContext();

test('the event names the fields that changed, never the words', () => {
  const decided = amend(dispute, { title: '楼上漏水与停车', amountCents: 900_000, reason: '她补充了' }, context);
  expect(decided.data).toEqual({ fields: ['title', 'amountCents'] });
  expect(decided.matter).toEqual({ title: '楼上漏水与停车' });
  expect(decided.own).toEqual({ amount_cents: 900_000 });
  expect(decided.notes).toMatchObject([{ visibility: 'shared', body: '她补充了' }]);
});

test('a category moves with the matter; one that is not on the list is refused', () => {
  const decided = amend(dispute, { categoryCode: '17', reason: '其实是物业' }, context);
  expect(applyDecision('amend', dispute, decided, context).categoryCode).toBe('17');
  expect(refusalOf(() => amend(dispute, { categoryCode: '77', reason: '其他' }, context))).toBe('unknownCategory');
});

test('a reason alone changes nothing', () => {
  expect(refusalOf(() => amend(dispute, { reason: '想改' }, context))).toBe('nothingChanged');
});
