import { expect, test } from 'vitest';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { refusalOf, toldTo } from '../disputes/testing/applyDecision.ts';
import { housing } from '../disputes/testing/network.ts';
import {
  aPost,
  directoryWith,
  housingHead,
  housingMediator,
  id,
  justiceHandler,
  otherHandler,
} from '../disputes/testing/people.ts';
import { assign } from './assign.ts';

const inHand = aDispute({ status: 'inMediation', handlerPostId: null });
const context = aContext({ actor: housingHead });

test('a person of the lead unit gets it, learns it, and the resident learns the name', () => {
  const decided = assign(inHand, { postId: otherHandler.postId, note: '先看现场' }, context);
  expect(decided.matter).toEqual({ handler_post_id: otherHandler.postId });
  expect(toldTo(decided, `p:${otherHandler.postId}`)).toBe('指派给你一件。');
  expect(toldTo(decided, 'resident')).toBe('您的事由刘海涛办理。');
  expect(decided.notes).toMatchObject([{ visibility: 'unit:140106-housing', body: '先看现场' }]);
});

test('a mediator of the unit can have it, and so can its head', () => {
  for (const { postId } of [housingMediator, housingHead])
    expect(assign(inHand, { postId }, context).matter).toEqual({ handler_post_id: postId });
});

test('not a person of another unit, not one who left, not the information officer', () => {
  const officer = aPost('informationOfficer', housing);
  const known = { ...context, directory: directoryWith(officer) };
  for (const postId of [justiceHandler.postId, id(999), officer.postId])
    expect(refusalOf(() => assign(inHand, { postId }, known))).toBe('notOfUnit');
});
