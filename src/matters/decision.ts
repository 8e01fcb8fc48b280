import type { Insertable, Updateable } from 'kysely';
import type { MatterTable, Schema } from '../platform/schema.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Who may read a note or a file: the resident too, of the residents one party, every official of the matter, one unit, or its
 * author alone.
 */
export type Visibility = 'resident' | `party:${string}` | 'shared' | `unit:${string}` | `sealed:${string}`;

export type NewNote = { id: string; kind: string; visibility: Visibility; body: string };

export type NewFiles = { uploads: readonly string[]; visibility: Visibility };

type ChildTable = Exclude<keyof Schema, `visible_${string}`>;
/** `again`: the row may stand there already, known by this column; then it is set so. */
export type Insert = {
  [T in ChildTable]: {
    into: T;
    values: Omit<Insertable<Schema[T]>, 'county_code' | 'matter_id'>;
    again?: { by: string; set: Updateable<Schema[T]> };
  };
}[ChildTable];
/** `by`: the column that `id` stands in, where it is not `id`. */
export type Change = {
  [T in ChildTable]: { table: T; id: string; by?: string; set: Updateable<Schema[T]> };
}[ChildTable];

/** What has to be sealed before it is kept: it goes into no event and no note. A number that is not said stays as it was. */
export type Secret = { partyId: string; idNumber?: string; phone?: string; account?: string };

/** One line of a form as it is kept beside the event; null: taken away. */
export type Answer = { field: string; value: string | null; protect: boolean };

export type Columns = Readonly<Record<string, unknown>>;

type Ground =
  | 'material'
  | 'appraisal'
  | 'court'
  | 'otherUnit'
  | 'partyAbsent'
  | 'forceMajeure'
  | 'otherObstacle'
  | 'incapable'
  | 'hearing'
  | 'agreement';
type MoreTime = {
  length: number;
  unit: 'naturalDay' | 'workingDay' | 'month';
  reason: string;
  plan: string;
  approvedBy: string;
};

/** Of one clock alone, from when it happened: what a court or another body decided of its own limit. */
type ThatClock = { clockId?: string; at?: Date };

/**
 * What happens to clocks besides the starts and stops of the procedure row; `keep` and `stop` overrule the row, `length`,
 * `label` and `basis` the rule's own; `at` is when it really happened, if that was earlier; `why` explains the old date. A stop that
 * names a unit leaves the clocks of other units; a start that names one runs beside theirs.
 */
export type ClockAct =
  | ({ act: 'pause'; kinds: readonly string[]; reason: string; approvedBy: string; ground?: Ground } & ThatClock)
  | ({ act: 'resume' } & ThatClock)
  | {
      act: 'start';
      kind: string;
      length?: number;
      label?: string;
      basis?: string;
      at?: Date;
      unitId?: string;
      partyId?: string;
    }
  | { act: 'stop'; kind: string; at?: Date; unitId?: string; clockId?: string }
  | { act: 'charge'; from: string; to: string }
  | { act: 'remind'; clockId: string; toTell: readonly string[] }
  | { act: 'keep'; kind: string }
  | { act: 'extend'; clockId: string; extension: MoreTime; why: string };

/** Somebody to be told: `owner` is a viewer key (p:… c:…#role u:…#role) or 'resident'; partyIds: only these residents. */
export type Telling = { owner: string; text: string; partyIds?: readonly string[] };

/** An entry of the duty list 职责清单 from a day on; its supporting units stay as they are. */
export type DutyChange = {
  regionCode: string;
  categoryCode: string;
  target: 'unit' | 'township' | 'center';
  unitId: string | null;
  basis: string;
  reason: string;
  status: 'G' | 'V';
  effectiveFrom: string;
};

/**
 * What a decision decided. One transaction writes it all, with one event row of type `type`; `data` holds ids, names of
 * fields and digests only. `to` is given where the procedure row leaves the choice of status to the decision.
 */
export type Decision<Own = Columns> = {
  type: string;
  to?: string;
  data?: { readonly [key: string]: Json };
  matter?: Updateable<MatterTable>;
  /** Columns of the kind's own table. */
  own?: Own;
  notes?: readonly NewNote[];
  inserts?: readonly Insert[];
  changes?: readonly Change[];
  clocks?: readonly ClockAct[];
  tell?: readonly Telling[];
  /** What was uploaded before and becomes part of the matter. */
  files?: NewFiles;
  /** Numbers of people, sealed by what is kept in the same transaction. */
  secrets?: readonly Secret[];
  /** What a form says, line by line, kept in the same transaction; it goes into no event. */
  answers?: readonly Answer[];
  /** A new version of the duty list that goes with it. */
  duty?: DutyChange;
};
