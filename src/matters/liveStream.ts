import { type Actor, seesMatters } from '../platform/actor.ts';
import type { Signal } from '../platform/signal.ts';

/** What a page hears: that a matter it may see changed, that a list of its did, or that it should ask for everything again. */
export type LiveEvent =
  | { kind: 'matter'; code: string }
  | { kind: 'lists' | 'queue' }
  | { kind: 'job'; id: string }
  | { kind: 'catchUp' };

/** A matter as the house knows it, to be told only to those whom it shows. */
export type SeenMatter = { county: string; id: string; code: string; about: string | null; seenBy: readonly string[] };

type Hearer = Pick<Actor, 'counties' | 'viewers'>;

const holdsOne = ({ viewers }: Hearer, keys: readonly string[]): boolean => keys.some((key) => viewers.includes(key));

/** Whether a post may hear of this, and what of it: nothing that its lists do not show as well. */
export function heardAs(signal: Signal, seen: ReadonlyMap<string, SeenMatter>, hearer: Hearer): LiveEvent | undefined {
  if (!hearer.counties.includes(signal.county)) return undefined;
  if (signal.kind === 'matter') {
    const matter = seen.get(signal.id);
    return matter && seesMatters(hearer) && holdsOne(hearer, matter.seenBy)
      ? { kind: 'matter', code: matter.about ?? matter.code }
      : undefined;
  }
  if (signal.kind === 'session' || !holdsOne(hearer, signal.keys)) return undefined;
  return signal.kind === 'job' ? { kind: 'job', id: signal.id } : { kind: signal.kind };
}

/** Many changes within a moment are said once. */
export function distinct(events: readonly LiveEvent[]): LiveEvent[] {
  if (events.some(({ kind }) => kind === 'catchUp')) return [{ kind: 'catchUp' }];
  return [...new Map(events.map((event) => [JSON.stringify(event), event])).values()];
}
