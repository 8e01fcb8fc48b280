import { expect, test } from 'vitest';
import { untouched } from '../deadlines/clock.ts';
import { computeDue } from '../deadlines/due.ts';
import { clockRuleOf } from '../disputes/rules.ts';
import { aContext, aDispute, tuesday } from '../disputes/testing/aDispute.ts';
import { frame, sheetsOf } from '../documents/testing/pages.ts';
import { residentSheet } from './residentSheet.ts';
import { residentView } from './residentView.ts';

const context = aContext();
const rule = clockRuleOf(context.rules, 'handle', 'ordinary');
const { dueAt } = computeDue(rule, context.calendar, tuesday);
const clock = { id: 'handle', kind: 'handle', rule, startedAt: tuesday, stoppedAt: null, dueAt, ...untouched };
const dispute = aDispute({ status: 'inMediation', clocks: [clock] });
const view = residentView({
  dispute,
  entries: [],
  partyId: null,
  score: null,
  centerAddress: null,
  agreements: [],
  signed: [],
  visits: [],
  lead: null,
  context,
});

test('the paper says the same place, date and person as the page', () => {
  const { data } = residentSheet(view, { ...frame, paper: 'a5' });
  expect(data).toMatchObject({ nextBy: view.nextBy, nextStep: view.next, late: null, arithmetic: view.arithmetic });
  expect(data.where).toBe(`正在调解（${view.unit} 武志强）`);
  expect(data.whoToAsk[0]).toBe(view.askAt);
  expect(data.ways).toEqual(view.routes.flatMap(({ ways }) => ways));
  expect(data.ways[0]).toMatch(/^向法院起诉：.*三年内。/);
});

test('what is asked of the resident stands before what comes next', () => {
  const waitingFor = { asked: true, sentence: '请您补交：房产证明，10月14日24时前。' };
  expect(residentSheet({ ...view, waitingFor }, { ...frame, paper: 'a5' }).data.nextStep).toMatch(
    /^请您补交：房产证明，10月14日24时前。/,
  );
});

test('a date that stands still is said on paper too', () => {
  const paused = { ...view, nextBy: null, remaining: '日期先停着，材料交齐后还有5天' };
  expect(residentSheet(paused, { ...frame, paper: 'a5' }).data.nextBy).toBe('日期先停着，材料交齐后还有5天');
});

test('it is two sides at most, in large print three', async () => {
  expect(await sheetsOf(residentSheet(view, { ...frame, paper: 'a5' }))).toBeLessThanOrEqual(2);
  expect(await sheetsOf(residentSheet(view, { ...frame, paper: 'a4', largePrint: true }))).toBeLessThanOrEqual(3);
});
