import { queryOptions } from '@tanstack/react-query';
import type { FreeDay } from '../../../reception/freeSlots.ts';
import type { TicketView } from '../../../reception/hallView.ts';
import type { VisitLine } from '../../../reception/visitLine.ts';
import { api } from '../api.ts';
import { live } from '../live.ts';

export type Hall = {
  center: string;
  counter: number | null;
  counters: { number: number; name: string; takenBy: number }[];
  groups: { prefix: string; name: string }[];
  priorities: { code: string; label: string }[];
  current: TicketView | null;
  waiting: TicketView[];
  elsewhere: TicketView[];
  atCounters: TicketView[];
  over: TicketView[];
  asOf: string;
};

/** Who works in the hall: the strip and its pages are theirs. */
export const worksInHall = (role: string): boolean => ['receptionist', 'dispatcher', 'centerLeader'].includes(role);

/** Told when the line moves (../live.ts), the strip asks rarely by itself. */
const halfMinute = 30_000;
const fiveSeconds = 5_000;

export const hallQuery = queryOptions({
  queryKey: ['hall'],
  queryFn: () => api.get<Hall>('/api/hall'),
  refetchInterval: () => (live.get() === 'live' ? halfMinute : fiveSeconds),
  staleTime: 1_000,
});

export type VisitList = { day: string; asOf: string; items: VisitLine[]; next: string | null };

export type CenterFigures = {
  id: string;
  name: string;
  own: boolean;
  visits: number;
  people: number;
  groups: number;
  disputes: number;
  confidential: number;
  services: { service: string; label: string; visits: number; people: number }[];
};
export type VisitTotals = { from: string; to: string; asOf: string; groupFrom: number; centers: CenterFigures[] };

export type AppointmentLine = {
  id: string;
  code: string;
  slot: string;
  slotText: string;
  service: string;
  name: string;
  phone: string;
  madeBy: string;
  state: 'booked' | 'arrived' | 'cancelled';
  stateLabel: string;
};
export type AppointmentDay = {
  day: string;
  asOf: string;
  items: AppointmentLine[];
  days: FreeDay[];
  services: { service: string; label: string }[];
};

export type HallDevice = {
  id: string;
  kind: 'kiosk' | 'display' | 'counter';
  kindLabel: string;
  name: string;
  counter: number | null;
  madeAt: string;
  seenAt: string | null;
  revokedAt: string | null;
};
