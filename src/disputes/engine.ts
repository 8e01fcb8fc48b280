import type { TSchema } from 'typebox';
import type { Calendar } from '../calendar/calendar.ts';
import type { Registration } from '../intake/register.ts';
import type { Decision } from '../matters/decision.ts';
import type { Network } from '../network/lookup.ts';
import type { Directory } from '../people/directory.ts';
import type { Tx } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import type { StepName } from './procedure.ts';
import type { CountyRules } from './rules.ts';

export type BoundStep = {
  input: TSchema;
  decide(dispute: Dispute, input: never, context: DisputeContext): Decision;
  /** The code of a second dispute that the step is about; it is locked too and stands in the context. */
  other?(input: never): string;
};

/** What happens elsewhere because a step was taken, in the same transaction. */
export type Reaction = (
  tx: Tx,
  dispute: Dispute,
  decision: Decision,
  context: DisputeContext,
  engine: Engine,
) => Promise<void>;

/** What else is kept of a dispute in the transaction that registers it. */
export type OnRegistered = (engine: Engine, tx: Tx, dispute: Dispute, registration: Registration) => void;

export type DisputeReference = {
  network: Network;
  calendar: Calendar;
  /** The calendar with a county's office hours, or with those of one of its centers. The same object each time. */
  calendarFor(countyCode: string, centerId?: string): Calendar;
  directory: Directory;
  counties: readonly string[];
  rulesFor(countyCode: string, version?: number): { version: number; rules: CountyRules };
};

/** What the commands of a dispute stand on; the server binds steps and reactions, since only it knows every module. */
export type Engine = Deps & {
  readonly steps: Readonly<Record<StepName, BoundStep>>;
  readonly reactions: Readonly<Record<string, readonly Reaction[]>>;
  readonly onRegistered?: readonly OnRegistered[];
  /** What the process does once a step is committed. */
  readonly afterwards?: Readonly<Partial<Record<StepName, () => Promise<unknown>>>>;
  reference(): DisputeReference;
};
