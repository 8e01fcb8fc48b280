import { expect, test } from 'vitest';
import { aDispute } from '../disputes/testing/aDispute.ts';
import { type Candidate, proposeMediators } from './proposeMediators.ts';

const today = '2026-09-29';
const asked = { ...aDispute({ status: 'inMediation' }), categoryCode: '10', categoryName: '拖欠农民工工资' };

const someone = (name: string, over: Partial<Candidate> = {}): Candidate => ({
  ...{ postId: name, name, unitId: 'body', unit: '劳动争议调委会', bodyKind: 'industry', charges: false },
  ...{ skills: ['10'], fields: [], termTo: null, status: 'active', here: true, awayUntil: null, load: 0 },
  ...{ before: false, sharedPlace: null, unwanted: false },
  ...over,
});
const order = (...candidates: Candidate[]) => proposeMediators(asked, candidates, today).map(({ name }) => name);
const said = (candidate: Candidate) => {
  const [only] = proposeMediators(asked, [candidate], today);
  return { for: only?.reasons.map(({ zh }) => zh), against: only?.against.map(({ zh }) => zh) };
};

test('whoever knows wage disputes stands first, then who has no tie, is here, has less in hand', () => {
  expect(
    order(
      someone('懂，在，手上多', { load: 7 }),
      someone('不懂，闲', { skills: ['02'] }),
      someone('懂，今天不在', { here: false }),
      someone('懂，以前调过一方', { before: true }),
      someone('懂，在，手上少', { load: 3 }),
    ),
  ).toEqual(['懂，在，手上少', '懂，在，手上多', '懂，今天不在', '懂，以前调过一方', '不懂，闲']);
});

test('each comes with reasons in words and never with a score', () => {
  expect(said(someone('赵', { load: 3, fields: ['心理疏导'] }))).toEqual({
    for: ['懂拖欠农民工工资', '专长心理疏导', '手上 3 件', '今天在', '没查到和双方有关系'],
    against: [],
  });
  expect(JSON.stringify(proposeMediators(asked, [someone('赵')], today))).not.toMatch(/score|rank|weight/);
});

test('what speaks against somebody is said, and he is not hidden', () => {
  const tied = someone('钱', { before: true, sharedPlace: '示例村', unwanted: true, awayUntil: '2026-10-12' });
  expect(said(tied).against).toEqual([
    '以前调过一方当事人的事',
    '一方当事人也住示例村',
    '当事人在这件事里要求换过他',
    '请假到10月12日（周一）',
  ]);
  expect(said(tied).for).not.toContain('没查到和双方有关系');
  expect(said(someone('孙', { termTo: '2026-06-30', charges: true, here: null })).against).toEqual([
    '任期到了',
    '商事调解可以收费，先告诉当事人',
  ]);
});

test('who mediates it already, or has given up mediating, is not proposed again', () => {
  const mediators = [{ id: 'a', postId: '赵', unitId: 'body', state: 'accepted' as const }];
  const both = [someone('赵'), someone('钱', { status: 'ended' }), someone('孙')];
  expect(proposeMediators({ ...asked, mediators }, both, today).map(({ name }) => name)).toEqual(['孙']);
});
