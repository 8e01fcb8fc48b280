import type { Updateable } from 'kysely';
import type { Decision } from '../matters/decision.ts';
import type { DisputeTable } from '../platform/schema.ts';

/** A decision on a dispute; `own` are columns of `dispute`. */
export type DisputeDecision = Decision<Updateable<DisputeTable>>;
