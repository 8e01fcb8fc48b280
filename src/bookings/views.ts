import type { Day } from '../platform/now.ts';

/** One thing taken for a time; `about` and `by` are null where the reader may not know. Times are ISO. */
export type BookingView = {
  id: string;
  groupId: string;
  roomId: string | null;
  postId: string | null;
  from: string;
  to: string;
  state: 'held' | 'needsRoom';
  about: string | null;
  /** Where it is in the workbench: a matter, or the sitting that it is booked for. */
  page: string | null;
  by: string | null;
  rooms: string[];
  people: string[];
  roomIds: string[];
  postIds: string[];
  centerId: string;
  /** Whether the reader may give it up or move it; `own`: it is the reader's own time. */
  mayChange: boolean;
  own: boolean;
};
export type WeekDay = { day: Day; name: string; open: boolean };
export type RoomView = { id: string; name: string; kind: string; zone: string | null; active: boolean };
export type PersonView = { postId: string; name: string; unit: string };
export type RoomWeek = {
  asOf: string;
  today: Day;
  center: { id: string; short: string };
  days: WeekDay[];
  rooms: RoomView[];
  people: PersonView[];
  rows: BookingView[];
  mayBook: boolean;
};
export type PersonWeek = { asOf: string; today: Day; person: string; days: WeekDay[]; rows: BookingView[] };
export type TryView = {
  clashes: string[];
  warnings: string[];
  free: { from: string; to: string; text: string }[];
};
export type FeedView = { since: string | null; askedAt: string | null };
