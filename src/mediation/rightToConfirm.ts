import { computeDue } from '../deadlines/due.ts';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import { isLabor } from '../law/questions.ts';
import { type SayingId, say } from '../law/say.ts';
import type { ClockAct } from '../matters/decision.ts';
import { formatDue, startOfDay } from '../platform/now.ts';
import type { Mediator, Unconfirmable } from './mediators.ts';

export type Agreement = {
  form: 'written' | 'oral' | 'onTheSpot';
  effectiveOn: string;
  mediatedBy: Mediator;
  contains: readonly Unconfirmable[];
};

type Right = { saying: SayingId; clock: string };
const confirmation: Right = { saying: 'askTogether', clock: 'confirmationRequest' };
const review: Right = { saying: 'askReview', clock: 'laborReview' };

const isLawfulBody = (mediator: Mediator): boolean => mediator !== 'authority' && mediator !== 'nobody';

/** Which rights of both sides an agreement gives, by who mediated, what it holds and what it is about. */
function rightsOf({ form, mediatedBy, contains }: Agreement, categoryCode: string): Right[] {
  // What was performed on the spot has nothing left to be enforced.
  if (form === 'onTheSpot' || !isLawfulBody(mediatedBy)) return [];
  const refused = contains.some((what) => what !== 'beyondPayment');
  if (!isLabor(categoryCode)) return refused ? [] : [confirmation];
  const payment = mediatedBy === 'committee' && contains.length === 0;
  return [...(payment ? [confirmation] : []), ...(mediatedBy === 'otherBody' ? [] : [review])];
}

/**
 * From the day the agreement takes effect both parties may ask together, the court within 30 days (民事诉讼法 205), in labor
 * disputes the arbitration commission within 15. Their right, so a clock of theirs; what no court confirms is not offered.
 */
export function rightToConfirm(
  agreement: Agreement,
  { categoryCode }: Pick<Dispute, 'categoryCode'>,
  { calendar }: Pick<DisputeContext, 'calendar'>,
): { clocks: ClockAct[]; words: string; offered: string[] } {
  const at = startOfDay(agreement.effectiveOn);
  const rights = rightsOf(agreement, categoryCode).map(({ saying, clock }) => {
    const rule = statutoryClocks.get(clock)?.rule;
    if (!rule) throw new Error(`no limit called ${clock}`);
    const { dueAt } = computeDue(rule, calendar, at);
    return { clock, words: say(saying, { until: dueAt ? `（到${formatDue(dueAt)}）` : '' }) };
  });
  return {
    clocks: rights.flatMap(({ clock: kind }) => [
      { act: 'stop' as const, kind },
      { act: 'start' as const, kind, at },
    ]),
    words: rights.map(({ words }) => `${words}。`).join(''),
    offered: rights.map(({ clock }) => clock),
  };
}
