import { expect, test } from 'vitest';
import { message } from '../residents/message.ts';
import { addFile } from './addFile.ts';
import { remind } from './remind.ts';
import { aContext, aDispute } from './testing/aDispute.ts';
import { refusalOf, toldTo } from './testing/applyDecision.ts';
import { id, supervisor, theResident, wuZhiqiang } from './testing/people.ts';

const inHand = aDispute({ status: 'inMediation' });
const hers = aContext({ actor: theResident(inHand.id) });
const his = aContext({ actor: wuZhiqiang });
const handler = `p:${wuZhiqiang.postId}`;

test('what the resident says goes to whoever has it, or to the desk while nobody has', () => {
  expect(toldTo(message(inHand, { text: '周五我在家' }, hers), handler)).toBe('当事人留了话。');
  expect(toldTo(message(aDispute(), { text: '有进展吗' }, hers), 'c:140106-center#dispatcher')).toBe('当事人留了话。');
});

test('an official’s word is for officials, unless it is meant for her', () => {
  const among = message(inHand, { text: '下午开会' }, his);
  expect(among.notes).toMatchObject([{ visibility: 'shared' }]);
  expect(toldTo(among, 'resident')).toBeUndefined();
  const toHer = message(inHand, { text: '周五上门', toResident: true }, his);
  expect(toHer.notes).toMatchObject([{ visibility: 'resident' }]);
  expect(toldTo(toHer, 'resident')).toBe('周五上门');
});

test('her papers are hers to see, and the one who has it learns how many came', () => {
  const decided = addFile(inHand, { uploads: [id(1), id(2)] }, hers);
  expect(decided.data).toEqual({ uploads: [id(1), id(2)], fromResident: true, visibility: 'resident' });
  expect(toldTo(decided, handler)).toBe('当事人交来 2 份材料。');
  expect(addFile(inHand, { uploads: [id(1)] }, his).data).toMatchObject({ visibility: 'shared' });
});

test('a reminder reaches exactly those who owe something, and moves no clock', () => {
  const context = aContext({ actor: supervisor });
  const decided = remind(aDispute({ status: 'dispatched' }), { text: '今天要签收' }, context);
  expect(decided.tell).toEqual([
    { owner: 'u:140106-housing#unitHead', text: '催办：今天要签收' },
    { owner: 'h:140106-housing', text: '催办：今天要签收' },
  ]);
  expect(decided.clocks).toBeUndefined();
});

test('where nobody owes anything nobody is reminded', () => {
  const context = aContext({ actor: supervisor });
  expect(refusalOf(() => remind(aDispute({ status: 'archived' }), { text: '快办' }, context))).toBe('nobodyOwes');
});
