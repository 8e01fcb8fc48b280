import type { Calendar } from '../calendar/calendar.ts';
import type { Network } from '../network/lookup.ts';
import type { Directory } from '../people/directory.ts';
import type { Actor } from '../platform/actor.ts';

/**
 * All that a decision may know besides the thing and the input. `rules` are the county's settings as pinned on the
 * matter; `newId` makes identifiers, so that a decision stays a function of its arguments.
 */
export type Context<Rules> = {
  readonly actor: Actor;
  readonly now: Date;
  readonly rules: Rules;
  readonly calendar: Calendar;
  readonly network: Network;
  readonly directory: Directory;
  newId(): string;
};
