import type { TSchema } from 'typebox';
import type { Calendar } from '../calendar/calendar.ts';
import type { Binds, ClockRule } from '../deadlines/clockRule.ts';
import type { DeliveryRules } from '../delivery/deliveryRules.ts';
import type { Gateway } from '../delivery/gateway.ts';
import type { Decision, Telling } from '../matters/decision.ts';
import type { Listed } from '../matters/listed.ts';
import type { Network } from '../network/lookup.ts';
import type { Directory } from '../people/directory.ts';
import type { Actor } from '../platform/actor.ts';
import type { Queries, Tx } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import type { Refusal } from '../platform/refusal.ts';
import type { Outcome } from './decideStep.ts';
import type { Head, StepContext, Todo } from './head.ts';
import type { Kind, Standing } from './kind.ts';

// Methods, not function properties: a Bound<Dispute> then stands where the engine asks for a Bound<Head>.

export type BoundStep<T extends Head = Head, Rules = unknown> = {
  input: TSchema;
  decide(thing: T, input: never, context: StepContext<T, Rules>): Decision;
  /** What stands in its way now though its row allows it, whatever is typed. */
  hinders?(thing: T, context: StepContext<T, Rules>): Refusal | null;
  /** When hindered there is nothing to act on, and so nothing to say. */
  idle?: boolean;
  /** The code of a second matter that the step is about; it is locked too and stands in the context. */
  other?(input: never): string;
};

/** What is particular to a kind, in pure functions. */
export type Life<T extends Head, Rules = unknown, Step extends string = string> = {
  standing(thing: T): Standing;
  /** The matter as the step leaves it, but for its clocks. */
  after(before: T, decision: Decision, step: Step, context: StepContext<T, Rules>, input: object): T;
  seenBy(thing: T, network: Network): string[];
  owed(thing: T, context: StepContext<T, Rules>): Todo[];
  listedDue(thing: T): Date | null;
  ruleOf(rules: Rules, clockKind: string, thing: T): ClockRule;
  /** The unit that a clock is charged to from its start; null: the receiving center's own. */
  chargedTo(clockKind: string, binds: Binds, thing: T): string | null;
  /** The step that takes this one back, until when, and how that is said; null where none does. */
  undoneBy(
    outcome: Outcome<T>,
    context: StepContext<T, Rules>,
  ): { step: Step; until: Date | null; sentence: string } | null;
  /** The strip after pressing: what is so now, and by when the next thing is due. */
  done(outcome: Outcome<T>, context: StepContext<T, Rules>): string;
};

/** A matter's title, between whom it is, and which unit has it. */
export type MatterName = { id: string; title: string; parties: string; unitId: string | null };

/** A kind's own table and how one of its matters is read: all in one statement, nothing where the actor may not see it. */
export type Store<T extends Head> = {
  table: string;
  find(queries: Queries, countyCode: string, code: string): Promise<T | undefined>;
  /** Its people by name, who hold slips. */
  people?(queries: Queries, countyCode: string, id: string): Promise<{ id: string; name: string }[]>;
  /** What each of these is called where it is mentioned, as far as the actor may see it. `concerned`: it is owed by the actor. */
  names?(
    queries: Queries,
    actor: Actor,
    counties: readonly string[],
    ids: readonly string[],
    concerned: boolean,
  ): Promise<MatterName[]>;
  /** The narrow rows by which lists filter and sort its matters, with columns of `matter` and of the kind's own table. */
  listed?: Listed;
};

/** What happens elsewhere because a step was taken, in the same transaction. */
export type Reaction<T extends Head = Head, Rules = unknown, E = Engine> = {
  react(tx: Tx, after: T, decision: Decision, context: StepContext<T, Rules>, engine: E): Promise<void>;
}['react'];

/** One kind with everything bound to it; server/kinds.ts binds, since only the server knows every module. */
export type Bound<T extends Head = Head, Rules = unknown, Step extends string = string> = {
  kind: Kind<Step>;
  life: Life<T, Rules, Step>;
  store: Store<T>;
  steps: Readonly<Record<Step, BoundStep<T, Rules>>>;
  reactions: Readonly<Record<string, readonly Reaction<T, Rules>[]>>;
  /** What the process does once a step is committed. */
  afterwards?: Readonly<Partial<Record<Step, () => Promise<unknown>>>>;
};

export type Reference<Rules = unknown> = {
  network: Network;
  calendar: Calendar;
  /** The calendar with a county's office hours, or with those of one of its centers. The same object each time. */
  calendarFor(countyCode: string, centerId?: string): Calendar;
  directory: Directory;
  counties: readonly string[];
  /** The rules of today; with a number, those that a matter is pinned to. */
  rulesFor(countyCode: string, version?: number): { rules: Rules };
  /** The number that a matter of this kind keeps today's rules by. */
  pinFor(countyCode: string, kind: Pick<Kind, 'rules'>): number;
};

/** What was said in another matter; `matter` as it then stands, where a step was taken on it. */
export type Elsewhere = { kind: Kind; tell: readonly Telling[]; matter: Head | null; event: string };

/** What all commands stand on. */
export type Engine<Rules = unknown> = Deps & {
  readonly kinds: Readonly<Record<string, Bound>>;
  /** The way out for SMS, where there is one. */
  readonly gateway: Gateway | null;
  reference(): Reference<Rules & { delivery: DeliveryRules }>;
  /** While a step is only foretold: hears what its reactions say in other matters. */
  readonly elsewhere?: (said: Elsewhere) => void;
};
