import { expect, test } from 'vitest';
import { type StepName, statuses, stepNames, stepOf } from '../../../disputes/procedure.ts';
import type { DisputeView } from '../../../disputes/views.ts';
import { owedNow, primaryAct } from './owed.ts';

type Facts = Parameters<typeof primaryAct>[0];
const plain = {
  status: 'inMediation',
  difficulty: 'ordinary',
  handler: { postId: 'p', name: '武志强' },
  clocks: [],
  materials: [],
  contested: false,
  returnVisits: [],
  extensionAsked: null,
  steps: { now: [...stepNames], later: [] },
} satisfies Facts;
const reporting = [{ kind: 'report', stoppedAt: null }] as unknown as DisputeView['clocks'];
const material = (state: string, ground = 'material') => [
  { id: 'm', what: '房产证', state, limitAt: '', ground, word: '', sentence: '' },
];
const actOf = (part: Partial<Facts>) => owedNow({ ...plain, ...part })?.act;

test('every status short of the archive owes exactly one act, and the procedure allows it there', () => {
  // What follows another is owed on the leading one.
  const none = ['declined', 'linked', 'archived'];
  for (const status of statuses.filter((each) => !none.includes(each))) {
    const act = actOf({ status });
    expect(act, status).toBeDefined();
    expect(stepOf(act as StepName).from, status).toContain(status);
  }
  expect(actOf({ status: 'archived' })).toBeUndefined();
});

test('before dispatching one triages; before working somebody is assigned', () => {
  expect(actOf({ status: 'accepted', difficulty: null })).toBe('triage');
  expect(actOf({ handler: null })).toBe('assign');
});

test('a report is owed while its clock runs, material while it is awaited, else a result', () => {
  expect(actOf({ clocks: reporting })).toBe('report');
  expect(actOf({ materials: material('approved') })).toBe('receiveMaterial');
  expect(actOf({ materials: material('approved', 'court') })).toBe('endWait');
  expect(actOf({})).toBe('settle');
});

test('after closing: ask, then strike off; a resident who says it is not settled comes first', () => {
  expect(actOf({ status: 'closed' })).toBe('recordReturnVisit');
  expect(
    actOf({ status: 'closed', returnVisits: [{ at: '', outcome: 'settled', performed: 'none', method: 'phone' }] }),
  ).toBe('strikeOff');
  expect(actOf({ status: 'struckOff', contested: true })).toBe('reopen');
});

test('the one primary button is what this post owes itself, and none when another owes', () => {
  expect(primaryAct({ ...plain, materials: material('proposed') })).toBe('decidePause');
  const asked = {
    label: '办结',
    length: '5天',
    reason: '',
    plan: '',
    from: null,
    to: null,
    late: false,
    askedBy: '武志强',
  };
  expect(primaryAct({ ...plain, extensionAsked: asked })).toBe('decideExtension');
  expect(primaryAct({ ...plain, steps: { now: ['message', 'remind'], later: [] } })).toBeNull();
  expect(primaryAct({ ...plain, steps: { now: ['report'], later: [] } })).toBe('report');
});
