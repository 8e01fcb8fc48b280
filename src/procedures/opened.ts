import type { ClockChange } from '../deadlines/clockChanges.ts';
import type { Decision } from '../matters/decision.ts';
import type { Outcome } from './decideStep.ts';
import type { Head } from './head.ts';

/** A matter as it begins, before anything is written. */
export type Opened<T extends Head = Head> = Pick<Outcome, 'viewers' | 'dueAt' | 'todos'> & {
  thing: T;
  /** Its first event with its data, words and rows, and who is told. */
  decision: Decision;
  changes: readonly ClockChange[];
  /** What it is about, where it hangs on another matter. */
  about?: { id: string; code: string };
  /** Clocks that begin before this moment warn nobody of what was over by then. */
  quietUntil?: Date;
};
