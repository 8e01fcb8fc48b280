import type { Planned } from './plan.ts';
import type { StripPart } from './strip.ts';
import type { LineState } from './today.ts';

export type PresenceLine = {
  unitId: string;
  unit: string;
  /** As it is called at the counter: 人社. */
  called: string;
  mode: Planned['mode'];
  modeLabel: string;
  from: string;
  to: string;
  counter: number | null;
  state: LineState;
  words: string;
  person: string | null;
  changed: string | null;
  changeId: string | null;
  callMinutes: number | null;
  note: string;
  phone: string | null;
  mayMark: boolean;
};

export type PresenceDay = {
  asOf: string;
  center: { id: string; short: string };
  day: string;
  today: string;
  open: boolean;
  counts: { due: number; here: number; missing: number; onCall: number };
  strip: StripPart[];
  lines: PresenceLine[];
  counters: { number: number; name: string; zone: string | null }[];
  rooms: { number: number; name: string; zone: string | null; kindLabel: string }[];
  mayCall: boolean;
  mayChange: boolean;
};

export type WeekCell = { unitId: string; unit: string; counter: number | null; hours: string; changed: string | null };
export type PresenceWeek = {
  center: { id: string; short: string };
  days: { day: string; open: boolean; name: string }[];
  rows: { counter: number | null; name: string; cells: WeekCell[][] }[];
};

/** What anybody may read: units, counters and times, and nobody's name. */
export type PublicToday = {
  asOf: string;
  center: { id: string; name: string; phone: string | null; address: string | null };
  day: string;
  open: boolean;
  lines: {
    unit: string;
    counter: number | null;
    hours: string;
    state: 'here' | 'coming' | 'later' | 'onCall' | 'away';
    words: string;
  }[];
};
