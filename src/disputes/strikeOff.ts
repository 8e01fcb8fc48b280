import { Type } from 'typebox';
import { runningClocks } from '../deadlines/leading.ts';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import type { Decision } from '../matters/decision.ts';
import { StepInput } from '../matters/fields.ts';
import { formatDue } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import { ratingOpenUntil } from './ratingBox.ts';

export const StrikeOffInput = StepInput({ note: Type.Optional(Type.String({ maxLength: 500, title: '说明' })) });
export type StrikeOffInput = { note?: string };

/** Off the supervision list, and only with nothing open: the zero of 13710. Ratings are time-boxed and never block. */
export function strikeOff(dispute: Dispute, input: StrikeOffInput, context: DisputeContext): Decision {
  if (dispute.contested) throw new Refusal('conflict', 'contested', '当事人说没有解决，先答复再销号。');
  if (!dispute.returnVisited) throw new Refusal('conflict', 'noReturnVisit', '先做回访（联系不上也要记），再销号。');
  const law = runningClocks(dispute.clocks).find(({ kind, binds }) => binds === 'ours' && statutoryClocks.has(kind));
  if (law) {
    const until = law.dueAt ? `（到 ${formatDue(law.dueAt)}）` : '';
    throw new Refusal('conflict', 'lawOpen', `法定时限「${law.rule.label}」还在走${until}，先写明它怎么结束，再销号。`);
  }
  const waitUntil = ratingOpenUntil(dispute.closedAt ?? context.now, context.rules.handling.ratingDays);
  if (!dispute.rated && context.now < waitUntil)
    throw new Refusal('conflict', 'ratingOpen', `评价还开着（到 ${formatDue(waitUntil)}），评完或到期再销号。`);
  const note = input.note?.trim();
  return {
    type: 'strikeOff',
    data: { rated: dispute.rated },
    notes: note ? [{ id: context.newId(), kind: 'strikeOff', visibility: 'shared', body: note }] : [],
  };
}
