import { computeDue } from '../deadlines/due.ts';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import type { DisputeContext } from '../disputes/dispute.ts';
import { formatDue, startOfDay } from '../platform/now.ts';

type Agreement = { form: 'written' | 'oral' | 'onTheSpot'; effectiveOn: string };

/**
 * From the day the agreement takes effect both parties have 30 days to ask the court together to confirm it (人民调解法
 * art. 33). Their right, so a clock of theirs; what was performed on the spot has nothing left to be enforced.
 */
export function rightToConfirm({ form, effectiveOn }: Agreement, { calendar }: Pick<DisputeContext, 'calendar'>) {
  const rule = statutoryClocks.get('confirmationRequest')?.rule;
  if (!rule || form === 'onTheSpot') return { clocks: [], words: '' };
  const at = startOfDay(effectiveOn);
  const { dueAt } = computeDue(rule, calendar, at);
  const until = dueAt ? `（到${formatDue(dueAt)}）` : '';
  const { kind } = rule;
  const clocks = [
    { act: 'stop' as const, kind },
    { act: 'start' as const, kind, at },
  ];
  return { clocks, words: `，也可以在协议生效起30日内双方一起申请司法确认${until}` };
}
