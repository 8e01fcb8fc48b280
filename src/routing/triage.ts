import { Type } from 'typebox';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import type { Context } from '../matters/context.ts';
import { StepInput } from '../matters/fields.ts';
import { Refusal } from '../platform/refusal.ts';
import type { RoutingRules } from './rules.ts';
import { type SafetyAnswers, SafetyChecklist, safetyDuties } from './safety.ts';

const Grade = Type.Union([Type.Literal('low'), Type.Literal('medium'), Type.Literal('high')]);

export const TriageInput = StepInput({
  difficulty: Type.Union([Type.Literal('simple'), Type.Literal('ordinary'), Type.Literal('complex')], {
    title: '难易',
  }),
  urgency: Grade,
  gravity: Grade,
  safety: SafetyChecklist,
  /** Whom one told, where the checklist leads to a duty in law. */
  toldWhom: Type.String({ maxLength: 100, title: '告诉了谁' }),
  reason: Type.String({ maxLength: 500, title: '为什么' }),
});
export type TriageInput = {
  difficulty: 'simple' | 'ordinary' | 'complex';
  urgency: 'low' | 'medium' | 'high';
  gravity: 'low' | 'medium' | 'high';
  safety: SafetyAnswers;
  toldWhom: string;
  reason: string;
};

export type TriageFacts = {
  peopleInvolved: number;
  amountCents: number | null;
  supportingUnits: readonly unknown[];
  parties: readonly { kind: string }[];
  violence: Readonly<Record<string, boolean>>;
};

export type Proposal = { difficulty: TriageInput['difficulty']; reasons: string[] };

/** The machine proposes from listed thresholds and says why; a person decides, and may decide otherwise. */
export function proposeDifficulty(facts: TriageFacts, rules: RoutingRules['triage']): Proposal {
  const complex: string[] = [];
  if (facts.peopleInvolved >= rules.complexPeople)
    complex.push(`涉及 ${facts.peopleInvolved} 人，达到 ${rules.complexPeople} 人`);
  if ((facts.amountCents ?? 0) >= rules.complexAmountCents)
    complex.push(`金额达到 ${rules.complexAmountCents / 1_000_000} 万元`);
  if (facts.supportingUnits.length >= 2) complex.push('要三个以上单位一起办');
  if (Object.values(facts.violence).some(Boolean)) complex.push('已有伤害或扬言');
  if (complex.length > 0) return { difficulty: 'complex', reasons: complex };
  const small = facts.amountCents !== null && facts.amountCents <= rules.simpleAmountCents;
  const plain = facts.parties.length === 2 && facts.parties.every((party) => party.kind === 'person');
  if (small && plain)
    return {
      difficulty: 'simple',
      reasons: ['双方都是个人', `金额不超过 ${rules.simpleAmountCents / 1_000_000} 万元`],
    };
  return { difficulty: 'ordinary', reasons: ['不到「复杂」的门槛，也不全符合「简单」'] };
}

export function triage(
  matter: TriageFacts & { receivingCenterId: string },
  input: TriageInput,
  context: Context<RoutingRules>,
): DisputeDecision {
  const duties = safetyDuties(input.safety);
  if (duties.length > 0 && input.toldWhom.trim().length < 2) {
    const sentence = `${duties[0]?.sentence}写明告诉了谁。`;
    throw new Refusal('invalid', 'dutyToReport', sentence, { toldWhom: sentence });
  }
  const proposed = proposeDifficulty({ ...matter, violence: input.safety }, context.rules.triage);
  if (proposed.difficulty !== input.difficulty && input.reason.trim().length < 2)
    throw new Refusal('invalid', 'differsFromProposal', '和建议的难易不同，写一句为什么。', {
      reason: '和建议的难易不同，写一句为什么。',
    });
  const body = [input.reason.trim(), duties.length > 0 ? `已告诉：${input.toldWhom.trim()}` : '']
    .filter(Boolean)
    .join('\n');
  return {
    type: 'triage',
    data: {
      difficulty: input.difficulty,
      proposed: proposed.difficulty,
      urgency: input.urgency,
      gravity: input.gravity,
      duties: duties.map((duty) => duty.code),
    },
    own: {
      difficulty: input.difficulty,
      urgency: input.urgency,
      gravity: input.gravity,
      violence: JSON.stringify(input.safety),
    },
    notes: body ? [{ id: context.newId(), kind: 'triage', visibility: 'shared', body }] : [],
    tell: duties.map((duty) => ({ owner: `c:${matter.receivingCenterId}#centerLeader`, text: duty.sentence })),
  };
}
