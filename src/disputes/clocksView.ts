import type { Clock } from '../deadlines/clock.ts';
import { type ClockView, viewClocks } from '../deadlines/clockView.ts';
import { defaultClockRules } from '../deadlines/rules.13710.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import { seesFacts } from './sight.ts';
import type { DisputeView, Sight } from './views.ts';

/** What was promised, and by whom, stands in the name of its clock: who does not see what it is about reads the day alone. */
const wordless = (clock: Clock): Clock =>
  clock.kind === 'promise' ? { ...clock, rule: { ...clock.rule, label: defaultClockRules.promise.label } } : clock;

/** Each side may have its own days for the same thing. */
function withParty(clock: ClockView, parties: DisputeView['parties']): ClockView {
  const name = parties.find(({ id }) => id === clock.partyId)?.name;
  return name ? { ...clock, label: `${clock.label}（${name}）` } : clock;
}

/** The clocks of a dispute as far as this post may read them. */
export function clocksOf(
  { clocks }: Pick<Dispute, 'clocks'>,
  { calendar, now }: DisputeContext,
  sight: Sight,
  parties: DisputeView['parties'],
): ClockView[] {
  const plans = seesFacts(sight);
  return viewClocks(plans ? clocks : clocks.map(wordless), calendar, now, { plans }).map((clock) =>
    withParty(clock, parties),
  );
}
