import type { Calendar } from '../calendar/calendar.ts';
import { officeCalendars } from '../calendar/officeHours.ts';
import { disputeKind } from '../disputes/kind.ts';
import { type CountyRules, ruleUnder } from '../disputes/rules.ts';
import { CITY_CODE } from '../network/network.ts';
import { canonicalJson } from '../platform/eventChain.ts';
import type { OpenClock, OpenMatter, RunsBy, WhatIf } from '../replays/moves.ts';
import { pinOf } from '../settings/pins.ts';
import type { SettingVersion } from '../settings/settings.ts';
import type { Reference } from './reference.ts';

/** The counties that work by a county's rules: itself; of the city also all that have none of their own. */
export function countiesUnder({ rulesOn, counties, day }: Reference, countyCode: string): string[] {
  if (countyCode !== CITY_CODE) return [countyCode];
  return counties.filter((each) => rulesOn(each, day).countyCode === CITY_CODE);
}

type Calendars = (centerId?: string) => Calendar;

/** The calendars of a county's centers with a draft's office hours; the very same ones where they do not differ. */
export function calendarsUnder(reference: Reference, rules: CountyRules): (countyCode: string) => Calendars {
  const known = new Map<string, Calendars>();
  const made = (countyCode: string): Calendars => {
    const held = reference.rulesOn(countyCode, reference.day).value;
    if (canonicalJson(held.office) !== canonicalJson(rules.office))
      return officeCalendars(reference.calendar, rules.office);
    return (centerId) => reference.calendarFor(countyCode, centerId);
  };
  return (countyCode) => {
    const calendars = known.get(countyCode) ?? made(countyCode);
    known.set(countyCode, calendars);
    return calendars;
  };
}

type Rules = SettingVersion<CountyRules>;

/** A draft that leaves a dispute's own parts as they are today gives it no other rule and no other number. */
function runsBy(reference: Reference, matter: OpenMatter, clock: OpenClock, made: Rules) {
  const pin = pinOf(made, disputeKind.rules);
  if (matter.kind !== disputeKind.name || pin === reference.pinFor(matter.countyCode, disputeKind)) return {};
  const rule = ruleUnder(made.value, clock.kind, matter.difficulty);
  const pinned = reference.rulesFor(matter.countyCode, matter.settingsVersion).rules;
  const usual = ruleUnder(pinned, clock.kind, matter.difficulty);
  // A length that somebody set for this one clock, as the days given for material, stays as it was set.
  const setByHand = usual === undefined || usual.length !== clock.rule.length || usual.unit !== clock.rule.unit;
  return rule === undefined || setByHand ? { settingsVersion: pin } : { rule, settingsVersion: pin };
}

/** What a version would do to the matters that are open. */
export function openUnder(reference: Reference, made: Rules, now: Date): WhatIf {
  const calendars = calendarsUnder(reference, made.value);
  return {
    now,
    before: ({ countyCode, receivingCenterId }) => reference.calendarFor(countyCode, receivingCenterId),
    after: (matter, clock): RunsBy => ({
      calendar: calendars(matter.countyCode)(matter.receivingCenterId),
      ...runsBy(reference, matter, clock, made),
    }),
  };
}
