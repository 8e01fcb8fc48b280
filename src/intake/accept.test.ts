import { expect, test } from 'vitest';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { toldTo } from '../disputes/testing/applyDecision.ts';
import { accept } from './accept.ts';

const decided = accept(aDispute(), { note: ' 当事人下午再来 ' }, aContext());

test('taking a matter in tells the desk that it has to be triaged, and the resident that it was taken', () => {
  expect(toldTo(decided, 'c:140106-center#dispatcher')).toBe('受理了一件，等研判和分流。');
  expect(toldTo(decided, 'resident')).toBe('您的事已经受理，正在确定由哪个单位办理。');
});

test('whoever received it first stays answerable: nothing in accepting touches that', () => {
  expect(decided.matter).toBeUndefined();
  expect(decided.own).toBeUndefined();
});

test('a word said on accepting is kept for the officials; an empty one is not', () => {
  expect(decided.notes).toMatchObject([{ kind: 'accept', visibility: 'shared', body: '当事人下午再来' }]);
  expect(accept(aDispute(), { note: '  ' }, aContext()).notes).toEqual([]);
});

test('somebody who does not want to mediate is taken in all the same', () => {
  expect(accept(aDispute({ willing: 'no' }), {}, aContext())).toMatchObject({
    type: 'accept',
    data: { willing: 'no' },
  });
});
