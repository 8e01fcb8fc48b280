import { type Static, Type } from 'typebox';
import type { Clock } from '../deadlines/clock.ts';
import type { ClockChange } from '../deadlines/clockChanges.ts';
import type { Columns } from '../matters/decision.ts';
import { dayOf } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Outcome } from './decideStep.ts';
import type { Head } from './head.ts';
import type { Kind, Row } from './kind.ts';

export const TakeBackInput = Type.Object(
  { reason: Type.String({ minLength: 2, maxLength: 200, title: '点错了什么' }) },
  { additionalProperties: false },
);
export type TakeBackInput = Static<typeof TakeBackInput>;

type ClockColumns = { id: string; set: Columns };
/** How things stood: columns of the two rows as they were, clocks that changed as they were, clocks that began. */
export type Undo = { status: string; matter: Columns; own: Columns; clocks: ClockColumns[]; started: string[] };

const camel = (column: string): string => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The old values of these columns, or nothing when the matter as it is read does not hold one of them. */
function former(before: Head, columns: object | undefined): Columns | null {
  const entries = Object.keys(columns ?? {}).map(
    (column) => [column, (before as unknown as Columns)[camel(column)]] as const,
  );
  return entries.some(([, value]) => value === undefined) ? null : Object.fromEntries(entries);
}

function clockBefore(change: Exclude<ClockChange, { kind: 'start' }>, clocks: readonly Clock[]): ClockColumns | null {
  const clock = clocks.find(({ id }) => id === change.id);
  if (!clock) return null;
  if (change.kind === 'stop') return { id: clock.id, set: { stopped_at: null, stop_reason: null } };
  if (change.kind === 'recharge') return { id: clock.id, set: { unit_id: clock.unitId, unit_since: clock.unitSince } };
  // A clock that was counted anew has been paused or given time: that is somebody's decision, not a slip.
  return null;
}

/** What would take this step back; nothing where it is more than one press, or more happened than one. */
export function undoOf(
  row: Pick<Row, 'press'>,
  outcome: Pick<Outcome, 'before' | 'decision' | 'changes'>,
): Undo | null {
  const { before, decision, changes } = outcome;
  if (!row.press) return null;
  if ((decision.inserts?.length ?? 0) > 0 || (decision.changes?.length ?? 0) > 0 || decision.files) return null;
  const [matter, own] = [former(before, decision.matter), former(before, decision.own)];
  // Of two changes to one clock the first says how it was.
  const clocks = changes.flatMap((change) => (change.kind === 'start' ? [] : [clockBefore(change, before.clocks)]));
  if (matter === null || own === null || clocks.includes(null)) return null;
  const started = changes.flatMap((change) => (change.kind === 'start' ? [change.clock.id] : []));
  return { status: before.status, matter, own, clocks: clocks as ClockColumns[], started };
}

/** The last step as it was kept, and what has left the house since. */
export type Taken = {
  eventId: string;
  seq: number;
  step: string;
  postId: string;
  at: Date;
  version: number;
  undo: Undo;
  /** Messages about it that went out: sent, printed, told by phone. */
  out: number;
};

type By = { postId: string; now: Date; version: number };

/** Why it cannot be taken back, or nothing. */
export function refusalToTakeBack(
  { steps }: Kind,
  taken: Taken | undefined,
  { postId, now, version }: By,
): Refusal | undefined {
  const no = (code: string, sentence: string) => new Refusal('conflict', code, sentence);
  if (!taken || taken.version !== version) return no('nothingToTakeBack', '之后已经有人接着办了，撤不回来。按流程改。');
  const label = steps[taken.step]?.label ?? taken.step;
  if (taken.postId !== postId) return new Refusal('forbidden', 'notYourStep', `「${label}」是别人点的，由点的人撤回。`);
  if (dayOf(taken.at) !== dayOf(now)) return no('anotherDay', `「${label}」不是今天点的，撤不回来。按流程改。`);
  if (taken.out > 0) return no('leftTheHouse', `「${label}」已经告诉了当事人，撤不回来。按流程改，再告诉他一次。`);
  return undefined;
}

/** The matter as it stood before, by what was kept; everything else as it is. */
export function restored<T extends Head>(now: T, { undo }: Pick<Taken, 'undo'>, at: Date): T {
  const columns = Object.entries({ ...undo.matter, ...undo.own }).map(([column, value]) => [
    camel(column),
    /_(at|until)$/.test(column) ? moment(value) : value,
  ]);
  const clocks = now.clocks.map((clock): Clock => {
    if (undo.started.includes(clock.id)) return { ...clock, stoppedAt: clock.stoppedAt ?? at };
    const was = undo.clocks.find(({ id }) => id === clock.id)?.set;
    return was ? { ...clock, ...clockFields(was) } : clock;
  });
  return { ...now, ...Object.fromEntries(columns), status: undo.status, version: now.version + 1, clocks };
}

const moment = (value: unknown): Date | null => (value === null ? null : new Date(value as string));

function clockFields(set: Columns): Partial<Clock> {
  const fields: Partial<Clock> = {};
  if ('stopped_at' in set) fields.stoppedAt = null;
  if ('unit_id' in set) Object.assign(fields, { unitId: set.unit_id, unitSince: moment(set.unit_since) });
  return fields;
}
