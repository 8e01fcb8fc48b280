import type { Calendar } from '../calendar/calendar.ts';
import type { ClockRule } from '../deadlines/clockRule.ts';
import type { Network } from '../network/lookup.ts';
import type { Directory } from '../people/directory.ts';
import type { Deps } from '../platform/deps.ts';
import type { SupervisionRules } from './supervisionRules.ts';

type Rules = { clocks: Readonly<Record<string, ClockRule>>; supervision: SupervisionRules };

/** What supervision stands on; the engine of disputes has it all. */
export type SupervisionEngine = Deps & {
  reference(): {
    network: Network;
    /** The calendar with a county's own office hours, or with the duty days of one of its centers too. */
    calendarFor(countyCode: string, centerId?: string): Calendar;
    directory: Directory;
    counties: readonly string[];
    rulesFor(countyCode: string, version?: number): { version: number; rules: Rules };
  };
};

export const calendarOf = (engine: SupervisionEngine, countyCode: string, centerId?: string): Calendar =>
  engine.reference().calendarFor(countyCode, centerId);

export function replyRuleOf(engine: SupervisionEngine, countyCode: string): ClockRule {
  const rule = engine.reference().rulesFor(countyCode).rules.clocks.supervisionReply;
  if (!rule) throw new Error(`no rule for the reply to a notice in ${countyCode}`);
  return rule;
}
