import type { Directory } from '../people/directory.ts';
import { shortCode } from '../platform/disputeCode.ts';
import type { CallState } from './callOut.ts';
import { minutesUp } from './minutes.ts';

export type CallRow = {
  id: string;
  unitId: string;
  unit: string;
  state: CallState;
  ended: boolean;
  reason: string;
  place: string;
  code: string | null;
  codeShort: string | null;
  calledAt: string;
  calledBy: string;
  called: string[];
  promisedMinutes: number;
  answeredAt: string | null;
  etaMinutes: number | null;
  answer: string;
  insteadUnit: string | null;
  arrivedAt: string | null;
  /** From the call to the arrival, or until now while one waits. */
  minutes: number;
  late: boolean;
  /** What this post may do now. */
  acts: { answer: boolean; arrive: boolean; cancel: boolean; leave: boolean };
};

export type CallFigureRow = {
  unitId: string;
  unit: string;
  calls: number;
  answered: number;
  arrived: number;
  inTime: number;
  refused: number;
  medianMinutes: number | null;
  small: boolean;
};

export type CallPage = {
  asOf: string;
  from: string;
  to: string;
  smallNumber: number;
  rows: CallRow[];
  figures: CallFigureRow[];
};

type DbCall = {
  id: string;
  unit_id: string;
  state: CallState;
  reason: string;
  place: string;
  code: string | null;
  called_at: Date;
  called_by_post_id: string;
  called_post_ids: string[];
  promised_minutes: number;
  answered_at: Date | null;
  eta_minutes: number | null;
  answer: string;
  instead_unit_id: string | null;
  arrived_at: Date | null;
  ended_at: Date | null;
};

type Around = {
  now: Date;
  nameOf: (unitId: string) => string;
  countyShort: string;
  directory: Directory;
  desk: boolean;
  ownUnitId: string;
};

export function callRow(row: DbCall, around: Around): CallRow {
  const { now, nameOf, countyShort, directory, desk, ownUnitId } = around;
  const over = row.ended_at !== null || row.state === 'cancelled';
  const minutes = minutesUp(row.called_at, row.arrived_at ?? (over ? (row.ended_at ?? now) : now));
  const waits = row.state === 'called' || row.state === 'coming';
  const mine = row.unit_id === ownUnitId;
  const person = (postId: string) => directory.post(postId)?.name ?? '';
  return {
    id: row.id,
    unitId: row.unit_id,
    unit: nameOf(row.unit_id),
    state: row.state,
    ended: over,
    reason: row.reason,
    place: row.place,
    code: row.code,
    codeShort: row.code === null ? null : shortCode(row.code, countyShort),
    calledAt: row.called_at.toISOString(),
    calledBy: person(row.called_by_post_id),
    called: row.called_post_ids.map(person).filter(Boolean),
    promisedMinutes: row.promised_minutes,
    answeredAt: row.answered_at?.toISOString() ?? null,
    etaMinutes: row.eta_minutes,
    answer: row.answer,
    insteadUnit: row.instead_unit_id === null ? null : nameOf(row.instead_unit_id),
    arrivedAt: row.arrived_at?.toISOString() ?? null,
    minutes,
    late: (waits || row.arrived_at !== null) && minutes > row.promised_minutes,
    acts: {
      answer: waits && (mine || desk),
      arrive: (waits || (row.state === 'refused' && !over)) && (mine || desk),
      cancel: waits && desk,
      leave: row.state === 'arrived' && !over && (mine || desk),
    },
  };
}
