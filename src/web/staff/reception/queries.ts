import type { FreeDay } from '../../../reception/freeSlots.ts';
import type { VisitLine } from '../../../reception/visitLine.ts';
import { queryClient } from '../queries.ts';

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

export const devicesChanged = () => queryClient.invalidateQueries({ queryKey: ['hallDevices'] });
