import type { DisputeDecision } from '../intake/disputeDecision.ts';
import type { Telling } from '../matters/decision.ts';

/** Steps whose words to the resident are true for everybody in the matter and name nobody's own affairs. */
const forAll: ReadonlySet<string> = new Set([
  'accept',
  'dispatch',
  'undoDispatch',
  'acknowledge',
  'sendBack',
  'rule',
  'transfer',
  'escalate',
  'assign',
  'fail',
  'terminate',
  'submitClosure',
  'returnClosure',
]);

/** Where the words were meant for the parties of the leading dispute only. */
const instead: Readonly<Record<string, string>> = {
  report: '办理单位写了进展，正在办。',
  settle: '一起办的那一件达成了协议。协议只管签字的人；您的事还要怎么办，办理人会来问您。',
};

/** Steps on the leading dispute that stand in the history of those who follow. */
export const passedSteps: readonly string[] = [...forAll, 'report', 'settle', 'reassign', 'undoReassign', 'reorganize'];

/** What the resident of a dispute that follows is told of a step on the leading one. */
export function passedOn({ type, tell = [] }: Pick<DisputeDecision, 'type' | 'tell'>): Telling[] {
  const words = instead[type];
  if (words) return [{ owner: 'resident', text: words }];
  return forAll.has(type) ? tell.filter(({ owner }) => owner === 'resident') : [];
}
