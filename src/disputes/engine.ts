import type { Registration } from '../intake/register.ts';
import type { Tx } from '../platform/db.ts';
import type { Bound, Engine as EngineOf, Reaction as ReactionOf, Reference } from '../procedures/engine.ts';
import type { Dispute } from './dispute.ts';
import type { DisputeRules } from './kind.ts';
import type { StepName } from './procedure.ts';
import type { CountyRules } from './rules.ts';

export type DisputeReference = Reference<CountyRules>;
export type BoundDispute = Bound<Dispute, DisputeRules, StepName>;

/** What else is kept of a dispute in the transaction that registers it. */
export type OnRegistered = (engine: Engine, tx: Tx, dispute: Dispute, registration: Registration) => void;

/** What everything about disputes stands on; the server binds kinds and reactions, since only it knows every module. */
export type Engine = EngineOf<CountyRules> & {
  readonly kinds: { readonly dispute: BoundDispute };
  readonly onRegistered?: readonly OnRegistered[];
};

export type Reaction<E = Engine> = ReactionOf<Dispute, DisputeRules, E>;
