import { expect, test } from 'vitest';
import { clockState } from '../deadlines/state.ts';
import type { Dispute } from '../disputes/dispute.ts';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { refusalOf, take } from '../disputes/testing/applyDecision.ts';
import { housing } from '../disputes/testing/network.ts';
import { wuZhiqiang } from '../disputes/testing/people.ts';
import { settle } from '../mediation/settle.ts';
import { atTime, formatDue } from '../platform/now.ts';
import { type ChangeStatutoryInput, changeStatutory } from './changeStatutory.ts';
import { extendable } from './extensions.ts';
import { type StartStatutoryInput, startStatutory } from './startStatutory.ts';

const at = (day: string) => aContext({ actor: wuZhiqiang, now: atTime(day, '10:00') });
const inHand = aDispute({ status: 'inMediation', leadUnitId: housing });
const [her = '', him = ''] = inHand.parties.map(({ id }) => id);
const running = (kind: string, day: string, over: Partial<StartStatutoryInput> = {}, before: Dispute = inHand) =>
  take('startStatutory', startStatutory, before, { kind, day, note: '收到文书', ...over }, at(day));
const change = (before: Dispute, input: Partial<ChangeStatutoryInput> & { day: string }) =>
  take(
    'changeStatutory',
    changeStatutory,
    before,
    {
      kind: before.clocks.at(-1)?.kind ?? '',
      change: 'extend',
      paper: '（2026）晋0106民初12号通知书',
      ...input,
    } as ChangeStatutoryInput,
    at(input.day),
  );
const due = ({ clocks }: Dispute) =>
  clocks.map(({ dueAt, stoppedAt }) => (stoppedAt ? '止' : dueAt ? formatDue(dueAt) : '停'));
const refused = (before: Dispute, input: Partial<ChangeStatutoryInput> & { day: string }) =>
  refusalOf(() => change(before, input));

test('the president of the court gave three months more: recorded with the paper, and the date says who granted it', () => {
  const trial = running('ordinaryTrial', '2026-03-02');
  const after = change(trial, { day: '2026-08-28', length: 3 });
  expect(due(trial)).toEqual(['9月2日24时']);
  expect(due(after)).toEqual(['12月2日24时']);
  expect(after.clocks[0]?.extensions).toMatchObject([
    { length: 3, unit: 'month', approvedBy: '本院院长批准', reason: '凭（2026）晋0106民初12号通知书' },
  ]);
  // Not ours to grant: nobody here is asked to decide on it.
  expect(extendable(after.clocks)).toEqual([]);
});

test('no more than the law allows, only where it allows it, and never on a clock of ours', () => {
  expect(refused(running('ordinaryTrial', '2026-03-02'), { day: '2026-08-28', length: 7 })).toBe('tooLong');
  expect(refused(running('smallClaimTrial', '2026-08-03'), { day: '2026-09-28', length: 2 })).toBe('tooLong');
  expect(refused(running('civilFiling', '2026-10-09'), { day: '2026-10-12', length: 3 })).toBe('notExtendable');
  expect(refused(running('retrialRequest', '2026-10-09', { partyId: her }), { day: '2026-10-12', length: 1 })).toBe(
    'notExtendable',
  );
  expect(refused(running('petitionHandling', '2026-10-09'), { day: '2026-10-12', length: 3 })).toBe('ours');
  expect(refused(inHand, { kind: 'ordinaryTrial', day: '2026-10-12', length: 3 })).toBe('notRunning');
});

test('a reconsideration rests from the day of the notice, on a ground of its article, until it goes on', () => {
  const reconsidered = running('reconsiderationDecision', '2026-08-03');
  const resting = change(reconsidered, { day: '2026-09-01', change: 'suspend', ground: 'agreement' });
  expect(due(reconsidered)).toEqual(['10月8日24时']);
  expect(due(resting)).toEqual(['停']);
  const [clock] = resting.clocks;
  expect(clock && clockState(clock, at('2026-09-02').calendar, atTime('2026-09-02', '10:00')).chip).toBe(
    '暂停 双方同意调解、和解',
  );
  // 1 to 21 September are not counted: 21 days later, and off the weekend.
  expect(due(change(resting, { day: '2026-09-21', change: 'resume' }))).toEqual(['10月23日24时']);
  expect(refused(reconsidered, { day: '2026-09-01', change: 'suspend', ground: 'hearing' })).toBe('groundNotAllowed');
  expect(refused(resting, { day: '2026-09-02', change: 'suspend', ground: 'court' })).toBe('standsAlready');
  expect(refused(reconsidered, { day: '2026-09-02', change: 'resume' })).toBe('notStanding');
  expect(refused(resting, { day: '2026-08-31', change: 'resume' })).toBe('beforeStart');
});

test('what the court let rest does not go on because we have finished', () => {
  const resting = change(running('ordinaryTrial', '2026-09-01'), {
    day: '2026-10-09',
    change: 'suspend',
    ground: 'court',
  });
  const agreement = {
    form: 'onTheSpot',
    terms: '修好了',
    effectiveOn: '2026-10-12',
    mediatedBy: 'otherBody',
    totalCents: null,
    items: [],
  } as const;
  const after = take('settle', settle, resting, { ...agreement, contains: [], items: [] }, at('2026-10-12'));
  expect(due(after)).toEqual(['停']);
});

test('of two parties’ days the one is extended that the court extended', () => {
  const first = running('judgmentAppeal', '2026-10-09', { partyId: her });
  const both = running('judgmentAppeal', '2026-10-12', { partyId: him }, first);
  const after = change(both, { day: '2026-10-26', partyId: her, length: 10, kind: 'judgmentAppeal' });
  expect(due(after)).toEqual(['11月3日24时', '10月27日24时']);
});

test('limitation rests only in its last six months, and ends six months after the obstacle is gone', () => {
  const debt = running('civilLimitation', '2024-01-15', { partyId: her });
  expect(refused(debt, { day: '2026-06-01', change: 'suspend', ground: 'forceMajeure' })).toBe('notLastMonths');
  const resting = change(debt, { day: '2026-09-01', change: 'suspend', ground: 'incapable' });
  const after = change(resting, { day: '2026-11-10', change: 'resume' });
  expect(due(after)).toEqual(['止', '5月10日24时']);
  expect(after.clocks[1]).toMatchObject({ kind: 'civilLimitation', partyId: her, binds: 'party' });
  expect(after.clocks[1]?.rule.basis).toContain('民法典第194条');
});

test('a party reads the new date of its own limit, and why', () => {
  const suit = running('administrativeSuit', '2026-04-20', { partyId: her });
  const { tell } = changeStatutory(
    suit,
    { kind: 'administrativeSuit', change: 'extend', length: 1, day: '2026-10-12', paper: '法院准许延长的通知' },
    at('2026-10-12'),
  );
  expect(tell).toEqual([
    {
      owner: 'resident',
      partyIds: [her],
      text: '提起行政诉讼的期限延长了，到11月20日24时。凭：法院准许延长的通知。',
    },
  ]);
});
