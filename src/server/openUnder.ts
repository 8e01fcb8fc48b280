import type { Calendar } from '../calendar/calendar.ts';
import { withOffice } from '../calendar/officeHours.ts';
import type { ClockRule } from '../deadlines/clockRule.ts';
import type { CountyRules } from '../disputes/rules.ts';
import { CITY_CODE } from '../network/network.ts';
import { canonicalJson } from '../platform/eventChain.ts';
import type { OpenClock, OpenMatter, RunsBy, WhatIf } from '../replays/moves.ts';
import type { Reference } from './reference.ts';

/** The counties that work by a county's rules: itself; of the city also all that have none of their own. */
export function countiesUnder({ rulesOn, counties, day }: Reference, countyCode: string): string[] {
  if (countyCode !== CITY_CODE) return [countyCode];
  return counties.filter((each) => rulesOn(each, day).countyCode === CITY_CODE);
}

/** The rule of a clock by these rules; nothing where counties do not choose it, as with the limits of a law. */
export const ruleUnder = (
  rules: Pick<CountyRules, 'clocks'>,
  kind: string,
  difficulty: string | null,
): ClockRule | undefined => rules.clocks[kind === 'handle' ? `handle.${difficulty ?? 'ordinary'}` : kind];

/** The calendar with a draft's office hours; the very same one where they do not differ. */
export function calendarUnder(reference: Reference, countyCode: string, rules: CountyRules): Calendar {
  const held = reference.rulesOn(countyCode, reference.day).value;
  if (canonicalJson(held.office) === canonicalJson(rules.office)) return reference.calendarFor(countyCode);
  return withOffice(reference.calendar, rules.office);
}

function runsBy(reference: Reference, matter: OpenMatter, clock: OpenClock, rules: CountyRules, version: number) {
  if (matter.kind !== 'dispute') return {};
  const rule = ruleUnder(rules, clock.kind, matter.difficulty);
  const pinned = reference.rulesFor(matter.countyCode, matter.settingsVersion).rules;
  const usual = ruleUnder(pinned, clock.kind, matter.difficulty);
  // A length that somebody set for this one clock, as the days given for material, stays as it was set.
  const setByHand = usual === undefined || usual.length !== clock.rule.length || usual.unit !== clock.rule.unit;
  return rule === undefined || setByHand ? { settingsVersion: version } : { rule, settingsVersion: version };
}

/** What a draft would do to the matters that are open. `version` is the number it will get. */
export function openUnder(reference: Reference, rules: CountyRules, version: number, now: Date): WhatIf {
  const calendars = new Map<string, Calendar>();
  const calendarOf = (countyCode: string): Calendar => {
    const known = calendars.get(countyCode) ?? calendarUnder(reference, countyCode, rules);
    calendars.set(countyCode, known);
    return known;
  };
  return {
    now,
    before: ({ countyCode }) => reference.calendarFor(countyCode),
    after: (matter, clock): RunsBy => ({
      calendar: calendarOf(matter.countyCode),
      ...runsBy(reference, matter, clock, rules, version),
    }),
  };
}
