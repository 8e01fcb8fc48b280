import { type RawBuilder, sql } from 'kysely';
import type { Clock, RunningClock } from './clock.ts';
import type { Extension } from './extension.ts';
import type { Pause } from './pause.ts';

/** A clock as JSON carries it out of the database: every instant is still text. */
export type ClockRow = Omit<Clock, 'startedAt' | 'stoppedAt' | 'dueAt' | 'pauses' | 'extensions' | 'unitSince'> & {
  startedAt: string;
  stoppedAt: string | null;
  dueAt: string | null;
  unitSince: string | null;
  pauses: (Omit<Pause, 'from' | 'to'> & { from: string; to: string | null })[];
  extensions: (Omit<Extension, 'at'> & { at: string })[];
};

/** The columns of `c`, a row of matter_clock or of its view, as one JSON object for `clockOf`. */
export const clockText = `json_build_object('id', c.id, 'kind', c.kind,
  'rule', c.rule, 'pauses', c.pauses, 'extensions', c.extensions, 'dueHistory', c.due_history, 'binds', c.binds,
  'unitId', c.unit_id, 'unitSince', c.unit_since, 'partyId', c.party_id, 'toTell', c.to_tell, 'calendarVersion', c.calendar_version, 'startedAt', c.started_at,
  'dueAt', c.due_at, 'stoppedAt', c.stopped_at)`;
export const clockJson: RawBuilder<ClockRow> = sql.raw(clockText);

const date = (text: string | null): Date | null => (text === null ? null : new Date(text));

export const pausesOf = (rows: ClockRow['pauses']): Pause[] =>
  rows.map((pause) => ({ ...pause, from: new Date(pause.from), to: date(pause.to) }));
export const extensionsOf = (rows: ClockRow['extensions']): Extension[] =>
  rows.map((extension) => ({ ...extension, at: new Date(extension.at) }));

/** A list that is mostly empty is asked for as text, and read only where something stands in it. */
export const listOf = <T>(text: string): T[] => (text === '[]' ? [] : (JSON.parse(text) as T[]));

export function clockOf(row: ClockRow): Clock {
  return {
    ...row,
    startedAt: new Date(row.startedAt),
    stoppedAt: date(row.stoppedAt),
    dueAt: date(row.dueAt),
    unitSince: date(row.unitSince),
    pauses: pausesOf(row.pauses),
    extensions: extensionsOf(row.extensions),
  };
}

/** What a list reads of a clock that is not stopped: all of it only where it is paused and counted anew (migration 0040). */
export type FaceRow = {
  clockDue: string | null;
  clockRule: Clock['rule'] | null;
  clockBinds: Clock['binds'] | null;
  clockPaused: ClockRow | null;
};

export function faceOf({ clockDue, clockRule, clockBinds, clockPaused }: FaceRow): Clock | RunningClock | null {
  if (clockPaused) return clockOf(clockPaused);
  if (!clockDue || !clockRule || !clockBinds) return null;
  return { rule: clockRule, binds: clockBinds, dueAt: new Date(clockDue), stoppedAt: null };
}
