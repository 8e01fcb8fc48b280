import { queryOptions } from '@tanstack/react-query';
import type { TicketView } from '../../reception/hallView.ts';
import { api } from './api.ts';
import { live } from './live.ts';

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

/** Told when the line moves (live.ts), the strip asks rarely by itself. */
const halfMinute = 30_000;
const fiveSeconds = 5_000;

export const hallQuery = queryOptions({
  queryKey: ['hall'],
  queryFn: () => api.get<Hall>('/api/hall'),
  refetchInterval: () => (live.get() === 'live' ? halfMinute : fiveSeconds),
  staleTime: 1_000,
});
