import { queryOptions } from '@tanstack/react-query';
import type { HandoverRun } from '../../../reassigning/handoverView.ts';
import { api } from '../api.ts';

export type Handovers = { runs: HandoverRun[]; given: number };

export const handoversQuery = (side: 'received' | 'given') =>
  queryOptions({
    queryKey: ['handovers', side],
    queryFn: () => api.get<Handovers>('/api/handovers', { side }),
    refetchInterval: 60_000,
  });

/** How many lines of what I was given I have not said 收到 to. */
export const waitingOf = (handovers: Handovers | undefined): number =>
  (handovers?.runs ?? []).flatMap(({ lines }) => lines).filter(({ state }) => state === 'waiting').length;
