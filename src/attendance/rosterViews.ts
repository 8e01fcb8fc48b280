import type { DutyShift } from './attendanceRules.ts';
import type { Part } from './roster.ts';

export type RosterSlot = { shift: string; part: Part; postId: string; name: string; phone: string; mine: boolean };
export type RosterDay = { day: string; off: boolean; name: string; slots: RosterSlot[] };
export type SwapRow = { id: string; sentence: string; reason: string; askedOfMe: boolean; mine: boolean };
export type RosterPage = {
  center: { id: string; short: string };
  month: string;
  today: string;
  state: 'none' | 'draft' | 'published';
  drawnBy: string | null;
  publishedBy: string | null;
  shifts: DutyShift[];
  days: RosterDay[];
  people: { postId: string; name: string; roleLabel: string; leads: boolean }[];
  swaps: SwapRow[];
  /** How many shifts, and how many of them on days off, each person stands. */
  loads: { postId: string; name: string; shifts: number; off: number }[];
  mayDraw: boolean;
  mayPublish: boolean;
};

/** The figures of a day, as counted when they were asked for. */
export type DayFacts = {
  visits: number;
  people: number;
  registered: number;
  dispatched: number;
  closed: number;
  alarms: number;
  drills: number;
  calls: number;
  callsArrived: number;
};
export type ShiftEntry = {
  id: string;
  at: string;
  body: string;
  who: string;
  open: boolean;
  settledAt: string | null;
  settledBy: string | null;
  settledWords: string;
  day: string;
};
export type ShiftHandover = {
  givenBy: string;
  givenAt: string;
  takenBy: string | null;
  takenAt: string | null;
  words: string;
  chainHead: string;
  chainMatches: boolean | null;
  mayTake: boolean;
};
export type ShiftView = {
  code: string;
  name: string;
  from: string;
  to: string;
  running: boolean;
  onDuty: { part: Part; name: string; phone: string; mine: boolean }[];
  entries: ShiftEntry[];
  handover: ShiftHandover | null;
  mayWrite: boolean;
  mayGive: boolean;
};
export type DutyLogPage = {
  asOf: string;
  center: { id: string; short: string; name: string };
  day: string;
  today: string;
  facts: DayFacts;
  chain: { head: string; count: number };
  shifts: ShiftView[];
  /** What earlier shifts left open. */
  openBefore: ShiftEntry[];
};
