import type { Day } from '../platform/now.ts';
import { Refusal, refuse } from '../platform/refusal.ts';
import { type Drafter, type Remarks, type RuleDraft, requireDrafter, requireState } from './draft.ts';

type Handed = { readonly remarks: Remarks; readonly differences: number; readonly today: Day };

/** What keeps a draft from being handed in or published, field by field. */
function problemsOf(draft: RuleDraft, { remarks, today }: Handed): Record<string, string> {
  const problems: Record<string, string> = { ...remarks.problems };
  if (draft.effectiveFrom === null) problems.effectiveFrom = '写明从哪一天起生效';
  else if (draft.effectiveFrom < today) problems.effectiveFrom = '生效的日子已经过了，最早是今天';
  if (draft.basis.trim().length < 2) problems.basis = '写明依据：文件号，或者哪次会议定的';
  return problems;
}

export function requireReady(draft: RuleDraft, handed: Handed): void {
  const problems = problemsOf(draft, handed);
  const count = Object.keys(problems).length;
  if (count > 0) throw new Refusal('invalid', 'invalidInput', `有 ${count} 处要改。`, problems);
  if (handed.differences === 0) refuse('conflict', 'nothingChanged', '和原来的一样，一处也没有改，不用发布。');
}

/** Hands a draft to whoever publishes: from here on it stands still. */
export function submitDraft(draft: RuleDraft, actor: Drafter, handed: Handed): RuleDraft {
  requireDrafter(actor, draft.countyCode);
  requireState(draft, 'draft', 'returned');
  requireReady(draft, handed);
  return { ...draft, state: 'submitted' };
}

export function withdrawDraft(draft: RuleDraft, actor: Drafter): RuleDraft {
  requireDrafter(actor, draft.countyCode);
  requireState(draft, 'draft', 'returned', 'submitted');
  return { ...draft, state: 'withdrawn' };
}
