import { expect, test } from 'vitest';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { refusalOf, toldTo } from '../disputes/testing/applyDecision.ts';
import { approver } from '../disputes/testing/people.ts';
import { decline } from './decline.ts';

const context = () => aContext({ actor: approver });
const input = { ground: 'inCourt', reason: '法院已经开庭', goTo: '迎泽区法院诉讼服务窗口' };

test('whoever is turned away reads why, on what basis, and where to go instead', () => {
  const decided = decline(aDispute(), input, context());
  expect(decided.notes).toMatchObject([
    { kind: 'decline', visibility: 'resident', body: '法院已经开庭' },
    { kind: 'basis', visibility: 'resident', body: '《民事诉讼法》第一百二十七条' },
    { kind: 'goTo', visibility: 'resident', body: '迎泽区法院诉讼服务窗口' },
  ]);
  expect(toldTo(decided, 'resident')).toContain('不同意可以请中心重新审查');
});

test('the event names ground and legal basis, not the words', () => {
  expect(decline(aDispute(), input, context()).data).toEqual({
    ground: 'inCourt',
    basis: '《民事诉讼法》第一百二十七条',
  });
});

test('without a ground from the county’s list nobody is turned away', () => {
  expect(refusalOf(() => decline(aDispute(), { ...input, ground: '不想办' }, context()))).toBe('unknownGround');
});
