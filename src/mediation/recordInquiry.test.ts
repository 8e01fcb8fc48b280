import { expect, test } from 'vitest';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { refusalOf } from '../disputes/testing/applyDecision.ts';
import { id, jiaMin } from '../disputes/testing/people.ts';
import { type RecordInquiryInput, recordInquiry } from './recordInquiry.ts';

const input: RecordInquiryInput = {
  partyId: id(101),
  witness: '',
  relation: '',
  heldOn: '2026-09-28',
  place: '旱西关小区3号楼',
  others: '社区网格员',
  words: '问：什么时候开始漏的？\n答：上个月。',
};
const record = (over: Partial<RecordInquiryInput>) =>
  recordInquiry(aDispute({ status: 'inMediation' }), { ...input, ...over }, aContext({ actor: jiaMin }));

test('what was asked and answered stands in the note, who and where beside it; the event holds neither', () => {
  const decided = record({});
  expect(decided.notes).toMatchObject([{ kind: 'inquiry', visibility: 'shared', body: input.words }]);
  expect(decided.inserts).toMatchObject([
    { into: 'inquiry', values: { note_id: decided.notes?.[0]?.id, party_id: id(101), place: '旱西关小区3号楼' } },
  ]);
  expect(JSON.stringify(decided.data)).not.toMatch(/漏|旱西关/);
});

test.each([
  ['a party and somebody else at once', { witness: '郝邻居' }],
  ['nobody', { partyId: null }],
  ['a stranger to the dispute', { partyId: id(999) }],
  ['a day that has not come', { heldOn: '2026-09-30' }],
  ['a form on which nothing was written', { words: '问：\n答：\n' }],
])('an inquiry of %s is refused', (_what, over) => {
  expect(refusalOf(() => record(over))).toBe('invalidField');
});

test('a neighbor is asked by name', () => {
  expect(record({ partyId: null, witness: ' 郝邻居 ' }).inserts).toMatchObject([
    { values: { witness: '郝邻居', party_id: null } },
  ]);
});
