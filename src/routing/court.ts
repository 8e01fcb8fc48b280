import type { Clock } from '../deadlines/clock.ts';
import { type ClockRule, spokenLength } from '../deadlines/clockRule.ts';
import { computeDue } from '../deadlines/due.ts';
import type { Due } from '../deadlines/steps.ts';
import type { Context } from '../matters/context.ts';
import { formatDue } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import type { CourtRules, RoutingRules } from './rules.ts';

export type Questionable = {
  leadUnitId: string | null;
  /** Whom the last ruling gave it to. */
  ruledUnitId: string | null;
  dispatchedAt: Date | null;
  clocks: readonly Pick<Clock, 'kind' | 'startedAt'>[];
};

const sendBackRule = ({ sendBackWithin: { length, unit } }: CourtRules): ClockRule => ({
  kind: 'sendBack',
  label: '退回',
  length,
  unit,
  countFirstDay: unit !== 'workingDay',
  rollHoliday: false,
  warnBefore: { length: 0, unit: 'hour' },
  basis: '收到后多久内可以退回：没有统一规定',
  status: 'G',
});

/** When the unit got it: signing starts anew each time a matter is given to a unit. */
function givenAt({ clocks, dispatchedAt }: Questionable): Date | null {
  const starts = clocks.filter(({ kind }) => kind === 'acknowledge').map(({ startedAt }) => startedAt);
  return starts.toSorted((a, b) => b.getTime() - a.getTime())[0] ?? dispatchedAt;
}

/** Until when the unit may send it back, with the arithmetic; null where nothing says when it got it. */
export function sendBackLimit(
  matter: Questionable,
  { calendar, rules }: Pick<Context<RoutingRules>, 'calendar' | 'rules'>,
): { since: Date; due: Due } | null {
  const since = givenAt(matter);
  return since && { since, due: computeDue(sendBackRule(rules.court), calendar, since) };
}

/** Why this unit may not, or no longer, send it back; null where it may. Each refusal names the way that is left. */
export function hindersSendBack(
  matter: Questionable,
  context: Pick<Context<RoutingRules>, 'calendar' | 'rules' | 'now' | 'network'>,
): Refusal | null {
  const { court } = context.rules;
  if (court.final && matter.ruledUnitId !== null && matter.ruledUnitId === matter.leadUnitId) {
    const unit = context.network.unit(matter.ruledUnitId)?.short ?? '';
    const sentence = `这件事已经裁定由${unit}办，不能再退回。办不了的，签收后写明理由提级，或者请中心转办。`;
    return new Refusal('conflict', 'alreadyRuled', sentence);
  }
  const limit = sendBackLimit(matter, context);
  if (!limit?.due.dueAt || context.now <= limit.due.dueAt) return null;
  const { length, unit } = court.sendBackWithin;
  const sentence =
    `退回要在收到后${spokenLength(length, unit)}内提出：${formatDue(limit.since)} 收到，` +
    `到 ${formatDue(limit.due.dueAt)}，已经过了。可以请中心转办，或者签收后提级。`;
  return new Refusal('conflict', 'sendBackTooLate', sentence);
}
