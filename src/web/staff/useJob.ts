import { useQuery } from '@tanstack/react-query';
import { api } from './api.ts';

/** Long work as the server tells it. `result` is there once the state is done. */
export type JobView<Result> = {
  id: string;
  kind: string;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  done: number;
  total: number;
  result: Result | null;
  problem: string | null;
  startedAt: string;
  endedAt: string | null;
};

/** Asks twice a second while the job runs, and no more once it has ended. */
export function useJob<Result>(id: string | null) {
  return useQuery({
    queryKey: ['job', id],
    enabled: id !== null,
    queryFn: () => api.get<JobView<Result>>(`/api/jobs/${id}`),
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'running' ? 500 : false),
  });
}

export const stopJob = (id: string): Promise<unknown> => api.post(`/api/jobs/${id}/cancellations`, {});
