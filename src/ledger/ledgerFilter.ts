import type { Status } from '../disputes/procedure.ts';
import type { DueValue, Sort } from './search.ts';

export type Days = { from?: Date; to?: Date };
export type Numbers = { from?: number; to?: number };
/** Values of which one must be there; null among them stands for "nothing written yet". */
export type Some = readonly (string | null)[];

/** What is asked of one ledger, read from an address and known to make sense. */
export type LedgerFilter = {
  status: readonly Status[];
  category?: readonly string[];
  /** Codes of places; each holds what lies below it. */
  region?: readonly string[];
  unit?: Some;
  handler?: Some;
  center?: readonly string[];
  first?: readonly string[];
  source?: readonly string[];
  difficulty?: Some;
  urgency?: Some;
  gravity?: Some;
  outcome?: Some;
  due?: DueValue | Days;
  opened?: Days;
  closed?: Days;
  amount?: Numbers;
  people?: Numbers;
  supervised?: readonly string[];
  reopened?: true;
  contested?: true;
  /** `own`: received or led by the actor's center or unit; `elsewhere`: by neither. */
  whose?: readonly string[];
  /** The matters that a search for words found, in the actor's own sight. */
  matters?: readonly string[];
};

export type From = { at: string; id: string; direction: 'after' | 'before' };
export type LedgerPageAsked = { sort: Sort; limit: number; from?: From };

/** A value that was asked for and no longer exists, or never did: said, never silently ignored. */
export type Dropped = { name: string; value: string };
