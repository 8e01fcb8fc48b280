import { expect, test } from 'vitest';
import { aContext } from '../disputes/testing/aDispute.ts';
import { type Agreement, rightToConfirm } from './rightToConfirm.ts';

const agreement: Agreement = { form: 'written', effectiveOn: '2026-10-14', mediatedBy: 'committee', contains: [] };
const offered = (over: Partial<Agreement> = {}, categoryCode = '02') =>
  rightToConfirm({ ...agreement, ...over }, { categoryCode }, aContext()).offered;

test('only what a lawfully established body mediated is confirmed: not an authority’s, not what the two agreed alone', () => {
  expect(offered()).toEqual(['confirmationRequest']);
  expect(offered({ mediatedBy: 'otherBody' })).toEqual(['confirmationRequest']);
  for (const mediatedBy of ['authority', 'nobody'] as const) expect(offered({ mediatedBy })).toEqual([]);
});

test.each(['identity', 'title', 'otherProcedure', 'outsideCourts'] as const)(
  'an agreement that holds %s is never told that a court may confirm it, and no clock runs',
  (what) => {
    const right = rightToConfirm({ ...agreement, contains: [what] }, { categoryCode: '01' }, aContext());
    expect(right).toEqual({ clocks: [], words: '', offered: [] });
  },
);

test('labor: both ask the arbitration commission within fifteen days; the court confirms payment alone', () => {
  const right = rightToConfirm(agreement, { categoryCode: '10' }, aContext());
  expect(right.offered).toEqual(['confirmationRequest', 'laborReview']);
  expect(right.words).toContain('15日内，双方可以一起向劳动人事争议仲裁委员会申请审查协议（到10月29日24时）');
  expect(offered({ contains: ['beyondPayment'] }, '11')).toEqual(['laborReview']);
  expect(offered({ mediatedBy: 'laborBody' }, '11')).toEqual(['laborReview']);
  expect(offered({ mediatedBy: 'otherBody' }, '11')).toEqual([]);
});

test('performed on the spot, nothing is left to be confirmed', () => {
  expect(offered({ form: 'onTheSpot' })).toEqual([]);
});
