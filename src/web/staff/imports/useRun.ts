import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { RowView, RunDetail, RunView } from '../../../imports/importViews.ts';
import type { Mapping } from '../../../imports/mapping.ts';
import { type ApiError, api } from '../api.ts';
import { queryClient } from '../queries.ts';
import { type JobView, useJob } from '../useJob.ts';

const key = (id: string) => ['imports', id];

export const useRuns = () => useQuery({ queryKey: ['imports'], queryFn: () => api.get<RunView[]>('/api/imports') });

export const useUpload = (onDone: (run: RunDetail) => void) =>
  useMutation<RunDetail, ApiError, File>({
    mutationFn: (file) => api.upload('/api/imports', [file]),
    onSuccess: (run) => {
      queryClient.setQueryData(key(run.id), run);
      onDone(run);
    },
  });

export type Flow = ReturnType<typeof useFlow>;

/** One import as it stands on the server, and everything that can be done with it. A reload loses nothing. */
export function useFlow(id: string) {
  const run = useQuery({ queryKey: key(id), queryFn: () => api.get<RunDetail>(`/api/imports/${id}`) });
  const job = useJob<unknown>(run.data?.jobId ?? null);
  const state = job.data?.state;
  const refresh = () =>
    Promise.all([key(id), ['import-rows', id]].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  // What a job did is asked for once it ended.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state of the job is what it waits for
  useEffect(() => {
    if (state !== undefined && state !== 'running') void refresh();
  }, [state]);
  const keep = (changed: RunDetail) => queryClient.setQueryData(key(id), changed);
  const save = useMutation<RunDetail, ApiError, Mapping>({
    mutationFn: (mapping) => api.put(`/api/imports/${id}/mapping`, { revision: run.data?.revision ?? 0, mapping }),
    onSuccess: keep,
    onError: () => void refresh(),
  });
  const point = useMutation<RunDetail, ApiError, { sheet: number; headerRow: number | null; headerRows: 1 | 2 }>({
    mutationFn: (at) => api.post(`/api/imports/${id}/tables`, at),
    onSuccess: keep,
  });
  const act = useMutation<JobView<unknown>, ApiError, 'checks' | 'applications' | 'undos'>({
    mutationFn: (noun) => api.post(`/api/imports/${id}/${noun}`),
    onSuccess: async (started) => {
      queryClient.setQueryData(['job', started.id], started);
      await refresh();
      for (const queryKey of [['work'], ['ledger']]) void queryClient.invalidateQueries({ queryKey });
    },
  });
  const choose = useMutation<undefined, ApiError, { rowNumbers: number[] | null; chosen: boolean }>({
    mutationFn: (choice) => api.post(`/api/imports/${id}/choices`, choice),
    onSuccess: refresh,
  });
  const drop = useMutation<undefined, ApiError, undefined>({
    mutationFn: () => api.post(`/api/imports/${id}/withdrawals`),
  });
  return { run, job: job.data ?? null, save, point, act, choose, drop, refresh };
}

type Page = { rows: RowView[]; next: number | null };

export const useRows = (id: string, result: string) =>
  useInfiniteQuery({
    queryKey: ['import-rows', id, result],
    queryFn: ({ pageParam }) => api.get<Page>(`/api/imports/${id}/rows`, { result, after: pageParam }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
