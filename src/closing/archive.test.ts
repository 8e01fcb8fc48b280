import { expect, test } from 'vitest';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { refusalOf } from '../disputes/testing/applyDecision.ts';
import { closer } from '../disputes/testing/people.ts';
import { type ArchiveInput, archive } from './archive.ts';

const over = aDispute({ status: 'struckOff', categoryCode: '02' });
const context = aContext({ actor: closer });
const shortFor02 = {
  ...context.rules.dossier,
  byCategory: [{ category: '02', retention: 'short' as const, why: '当场了结的小事。' }],
};
const inCounty = { ...context, rules: { ...context.rules, dossier: shortFor02 } };
const archived = (input: ArchiveInput, where = context) => archive(over, input, where);

test('nothing said of how long: the step says nothing of it, and what follows keeps what is there or is proposed', () => {
  expect(archived({})).toMatchObject({ data: { from: 'struckOff' }, notes: [] });
  expect(archived({ note: '材料齐' }).notes).toMatchObject([{ kind: 'archive', body: '材料齐' }]);
});

test('another time than is proposed needs its reason; what is proposed depends on the county and the category', () => {
  expect(refusalOf(() => archived({ retention: 'short' }))).toBe('invalidField');
  expect(refusalOf(() => archived({ retention: 'permanent' }, inCounty))).toBe('invalidField');
  expect(archived({ retention: 'short' }, inCounty)).toMatchObject({ data: { retention: 'short' }, notes: [] });
  const reasoned = archived({ retention: 'short', retentionReason: ' 小额，当场付清 ', note: '齐' });
  expect(reasoned.data).toMatchObject({ retention: 'short' });
  expect(reasoned.notes?.map(({ kind, body }) => [kind, body])).toEqual([
    ['archive', '齐'],
    ['retention', '小额，当场付清'],
  ]);
});
