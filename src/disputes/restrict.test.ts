import { expect, test } from 'vitest';
import { restrict } from './restrict.ts';
import { aContext, aDispute } from './testing/aDispute.ts';
import { applyDecision, refusalOf, toldTo } from './testing/applyDecision.ts';
import { city, yingze } from './testing/network.ts';
import { aPost, cityLeader, directoryWith, id, leader, otherCounty, wuZhiqiang } from './testing/people.ts';

const dispute = aDispute({ status: 'inMediation' });
const context = aContext({ actor: leader });
const input = { restricted: true, namedPostIds: [wuZhiqiang.postId], reason: '涉及未成年人' };

test('the named ones are told, and only they and the leader see it from then on', () => {
  const decided = restrict(dispute, input, context);
  expect(toldTo(decided, `p:${wuZhiqiang.postId}`)).toBe('一件限制知悉的事请你参与，不要外传。');
  const after = applyDecision('restrict', dispute, decided, context);
  expect(after).toMatchObject({ restricted: true, namedPostIds: [wuZhiqiang.postId] });
});

test('who is named one more time is not told one more time', () => {
  const before = aDispute({ restricted: true, namedPostIds: [wuZhiqiang.postId] });
  const more = { ...input, namedPostIds: [wuZhiqiang.postId, leader.postId] };
  expect(restrict(before, more, context).tell?.map(({ owner }) => owner)).toEqual([`p:${leader.postId}`]);
});

test('lifting it clears the names', () => {
  const before = aDispute({ restricted: true, namedPostIds: [wuZhiqiang.postId] });
  const decided = restrict(before, { ...input, restricted: false }, context);
  expect(applyDecision('restrict', before, decided, context)).toMatchObject({ restricted: false, namedPostIds: [] });
  expect(decided.tell).toEqual([]);
});

test('nobody is named who holds no post', () => {
  expect(refusalOf(() => restrict(dispute, { ...input, namedPostIds: [id(999)] }, context))).toBe('unknownPost');
});

test.each(['systemAdmin', 'securityAdmin', 'auditAdmin'] as const)(
  'a %s handles no matters and is not named',
  (role) => {
    for (const unit of [yingze, city]) {
      const admin = aPost(role, unit);
      const known = { ...context, directory: directoryWith(admin) };
      const named = { ...input, namedPostIds: [wuZhiqiang.postId, admin.postId] };
      expect(refusalOf(() => restrict(dispute, named, known))).toBe('seesNoMatters');
    }
  },
);

test('a post of another county is not named, one of the city above is', () => {
  const named = (postId: string) => ({ ...input, namedPostIds: [postId] });
  expect(refusalOf(() => restrict(dispute, named(otherCounty.postId), context))).toBe('otherCounty');
  expect(restrict(dispute, named(cityLeader.postId), context).matter?.named_post_ids).toEqual([cityLeader.postId]);
});
