import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { shippedCalendar } from '../calendar/notices.ts';
import { computeDue } from '../deadlines/due.ts';
import { IntakeRules } from '../intake/rules.ts';
import { addDays, atTime, formatDue } from '../platform/now.ts';
import { RoutingRules } from '../routing/rules.ts';
import { defaultCountyRules, yingzeRules } from './defaultRules.ts';
import { procedure, type Step, stepNames } from './procedure.ts';
import { ratingOpenUntil } from './ratingBox.ts';
import { ClockRules, clockRuleOf, HandlingRules } from './rules.ts';

const { intake, triage, dispatch, court, handling, clocks } = defaultCountyRules;

test('the defaults are what the settings’ own schema allows', () => {
  expect(Value.Check(IntakeRules, { intake })).toBe(true);
  expect(Value.Check(RoutingRules, { triage, dispatch, court })).toBe(true);
  expect(Value.Check(HandlingRules, handling)).toBe(true);
  for (const rules of [defaultCountyRules, yingzeRules]) expect(Value.Check(ClockRules, rules.clocks)).toBe(true);
});

// What decisions order besides their rows, and the clock of a supervision notice.
const ordered = ['deploy', 'contest', 'strikeOff', 'materials', 'supervisionReply', 'promise'];
const named = new Set(
  stepNames.flatMap((name) => [...(procedure[name] as Step).starts, ...(procedure[name] as Step).stops]),
);

test.each([...new Set([...named, ...ordered])])('the clock %s has a rule, with a basis and how sure it is', (kind) => {
  for (const rules of [defaultCountyRules, yingzeRules])
    for (const difficulty of ['simple', 'ordinary', 'complex', null]) {
      const rule = clockRuleOf(rules, kind, difficulty);
      expect(rule.kind).toBe(kind);
      expect(rule.basis.length).toBeGreaterThan(4);
      expect(['V', 'V2', 'G']).toContain(rule.status);
    }
});

test('no rule is without a use, and a clock without a rule is a bug', () => {
  const kinds = new Set([...named, ...ordered]);
  expect(Object.values(clocks).filter((rule) => !kinds.has(rule.kind))).toEqual([]);
  expect(() => clockRuleOf(defaultCountyRules, 'lunch', null)).toThrow('no clock rule for lunch');
});

test('whatever is started is stopped somewhere, so that no clock runs for ever', () => {
  const started = new Set(stepNames.flatMap((name) => [...(procedure[name] as Step).starts]));
  const stopped = new Set(stepNames.flatMap((name) => [...(procedure[name] as Step).stops]));
  expect([...started].filter((kind) => !stopped.has(kind))).toEqual([]);
});

test('what has no rule behind it says so: nothing of ours passes for law', () => {
  const ours = Object.values(clocks).filter(({ status }) => status === 'G');
  expect(ours.map(({ kind }) => kind).toSorted()).toEqual(
    [
      'accept',
      'contest',
      'materials',
      'promise',
      'returnVisit',
      'ruling',
      'strikeOff',
      'supervisionReply',
      'verify',
      'wait',
    ].toSorted(),
  );
  for (const { basis } of ours) expect(basis).toMatch(/没有统一规定|没有规定/);
});

test('ten people make a matter complex, as the labor law counts a group', () => {
  expect(triage).toEqual({ complexPeople: 10, complexAmountCents: 50_000_000, simpleAmountCents: 1_000_000 });
});

test('every ground for declining says on what basis and where to go instead', () => {
  for (const ground of intake.declineGrounds) {
    expect(ground.basis.length).toBeGreaterThan(3);
    expect(ground.goTo.length).toBeGreaterThan(3);
  }
  expect(new Set(intake.declineGrounds.map(({ code }) => code)).size).toBe(intake.declineGrounds.length);
});

test('an unrated matter can always be struck off in time: the clock outlasts the rating by working days', () => {
  const rule = clockRuleOf(defaultCountyRules, 'strikeOff', null);
  for (let day = '2026-01-01'; day < '2026-12-01'; day = addDays(day, 1)) {
    const closedAt = atTime(day, '16:00');
    const due = computeDue(rule, shippedCalendar, closedAt).dueAt?.getTime() ?? 0;
    expect(due - ratingOpenUntil(closedAt, handling.ratingDays).getTime()).toBeGreaterThanOrEqual(5 * 86_400_000);
  }
});

test('Yingze counts its three and seven in working days: dispatched on 09-29, due on 10-09 and 10-14', () => {
  const at = atTime('2026-09-29', '16:40');
  const due = (kind: string, difficulty: string) => {
    const { dueAt } = computeDue(clockRuleOf(yingzeRules, kind, difficulty), shippedCalendar, at);
    return dueAt && formatDue(dueAt);
  };
  expect(due('report', 'ordinary')).toBe('10月9日24时');
  expect(due('handle', 'ordinary')).toBe('10月14日24时');
  expect(due('handle', 'complex')).toBe('10月29日24时');
  expect(clockRuleOf(yingzeRules, 'report', null).basis).toContain('按工作日');
});
