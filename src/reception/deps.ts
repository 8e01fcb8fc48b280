import type { Calendar } from '../calendar/calendar.ts';
import type { Book } from '../network/book.ts';
import type { Network } from '../network/lookup.ts';
import type { Directory } from '../people/directory.ts';
import type { Actor } from '../platform/actor.ts';
import type { Deps } from '../platform/deps.ts';
import { refuse } from '../platform/refusal.ts';
import type { HallRules } from './hallRules.ts';

/** What the hall's routes stand on; the reference is the server's. */
export type HallDeps = Deps & {
  reference(): {
    readonly network: Network;
    readonly book: Book;
    readonly directory: Directory;
    calendarFor(countyCode: string, centerId?: string): Calendar;
    rulesFor(countyCode: string): { readonly rules: { readonly hall: HallRules } };
  };
};

export const tags = ['接待 reception'];

export function placeOf(actor: Actor): { countyCode: string; centerId: string } {
  if (actor.centerId === null) refuse('forbidden', 'notAtCenter', '排号和接待在综治中心里做，现在的岗位不在中心。');
  return { countyCode: actor.countyCode, centerId: actor.centerId };
}

export const hallRulesOf = (deps: Pick<HallDeps, 'reference'>, countyCode: string): HallRules =>
  deps.reference().rulesFor(countyCode).rules.hall;

/** The center's counters in use, by number. */
export function countersIn(book: Book, centerId: string): { number: number; name: string }[] {
  return [...book.counters.values()]
    .filter((counter) => counter.centerId === centerId && counter.active)
    .map(({ number, name }) => ({ number, name }))
    .toSorted((one, other) => one.number - other.number);
}
