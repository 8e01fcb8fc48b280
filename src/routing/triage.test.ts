import { expect, test } from 'vitest';
import { defaultCountyRules } from '../disputes/defaultRules.ts';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { refusalOf, toldTo } from '../disputes/testing/applyDecision.ts';
import { safetyDuties, safetyItems } from './safety.ts';
import { proposeDifficulty, type TriageInput, triage } from './triage.ts';

const calm = Object.fromEntries(safetyItems.map(([item]) => [item, false])) as TriageInput['safety'];
const input: TriageInput = {
  difficulty: 'simple',
  urgency: 'high',
  gravity: 'medium',
  safety: calm,
  toldWhom: '',
  reason: '',
};
const accepted = aDispute({ status: 'accepted' });
const rules = defaultCountyRules.triage;

test('two neighbors and eight thousand yuan are proposed as simple, with the reasons', () => {
  expect(proposeDifficulty(accepted, rules)).toEqual({
    difficulty: 'simple',
    reasons: ['双方都是个人', '金额不超过 1 万元'],
  });
});

test.each([
  ['ten people', { peopleInvolved: 10 }, '涉及 10 人，达到 10 人'],
  ['half a million yuan', { amountCents: 50_000_000 }, '金额达到 50 万元'],
  ['a threat', { violence: { threat: true } }, '已有伤害或扬言'],
])('%s make it complex', (_what, facts, reason) => {
  expect(proposeDifficulty({ ...accepted, ...facts }, rules)).toEqual({ difficulty: 'complex', reasons: [reason] });
});

test('nine people and just under half a million are not complex yet', () => {
  const facts = { ...accepted, peopleInvolved: 9, amountCents: 49_999_999 };
  expect(proposeDifficulty(facts, rules).difficulty).toBe('ordinary');
});

test('a firm on one side, or no stated amount, is ordinary', () => {
  const firm = accepted.parties.map((party, index) => ({ ...party, kind: index ? 'organization' : 'person' }));
  expect(proposeDifficulty({ ...accepted, parties: firm }, rules).difficulty).toBe('ordinary');
  expect(proposeDifficulty({ ...accepted, amountCents: null }, rules).difficulty).toBe('ordinary');
});

test('a person decides, and says why when deciding otherwise than proposed', () => {
  expect(triage(accepted, input, aContext()).own).toMatchObject({ difficulty: 'simple', urgency: 'high' });
  const otherwise = { ...input, difficulty: 'complex' as const };
  expect(refusalOf(() => triage(accepted, otherwise, aContext()))).toBe('differsFromProposal');
  const decided = triage(accepted, { ...otherwise, reason: '楼上楼下闹了三年' }, aContext());
  expect(decided.data).toMatchObject({ difficulty: 'complex', proposed: 'simple' });
  expect(decided.notes).toMatchObject([{ visibility: 'shared', body: '楼上楼下闹了三年' }]);
});

test.each([
  ['somebody in need of care beaten at home', ['domesticViolence', 'victimCannotActAlone'], ['mustReportViolence']],
  ['somebody beaten at home', ['domesticViolence'], ['protectionOrder']],
  ['a child harmed at school', ['minorHarmed'], ['reportMinor']],
  ['a child beaten at home', ['minorHarmed', 'domesticViolence'], ['reportMinor', 'protectionOrder']],
  ['somebody hurt', ['hurt'], ['tellPolice']],
  ['a knife shown to neighbors and a crowd', ['weapon', 'crowd'], ['tellPolice', 'preventEscalation']],
  ['somebody tired of living', ['selfHarm'], ['preventEscalation']],
])('%s leads to a duty in law', (_what, items, duties) => {
  const answers = { ...calm, ...Object.fromEntries(items.map((item) => [item, true])) };
  expect(safetyDuties(answers).map(({ code }) => code)).toEqual(duties);
});

test('a victim who cannot act alone is no duty where nobody is beaten', () => {
  expect(safetyDuties({ ...calm, victimCannotActAlone: true })).toEqual([]);
});

test('where the checklist leads to a duty, one writes whom one told, and the center’s leader is told', () => {
  const hurt: TriageInput = { ...input, safety: { ...calm, hurt: true }, difficulty: 'complex' };
  expect(refusalOf(() => triage(accepted, hurt, aContext()))).toBe('dutyToReport');
  const decided = triage(accepted, { ...hurt, toldWhom: '迎泽派出所 14:05' }, aContext());
  expect(toldTo(decided, 'c:140106-center#centerLeader')).toContain('《人民调解法》第二十五条');
  expect(decided.data).toMatchObject({ duties: ['tellPolice'] });
  expect(decided.notes?.[0]?.body).toBe('已告诉：迎泽派出所 14:05');
});
