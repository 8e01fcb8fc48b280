import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PaperKey } from '../../../papers/catalogue.ts';
import type { FiledResult, FiledView, ScanLine, ScanView, Subject } from '../../../scans/scanViews.ts';
import { type ApiError, api } from '../api.ts';
import type { JobView } from '../useJob.ts';

export type Places = { codeShort: string; title: string; ended: string | null; subjects: Subject[] };
export type Wanted = { code: string; form: PaperKey; subjectId: string | null; pages: number[] };

/** Asked again while one is being read. */
export const useScans = () =>
  useQuery({
    queryKey: ['scans'],
    queryFn: () => api.get<ScanLine[]>('/api/scans'),
    refetchInterval: ({ state }) => (state.data?.some((scan) => scan.state === 'reading') ? 1000 : false),
  });

export const scanQuery = (id: string) =>
  queryOptions({
    queryKey: ['scan', id],
    queryFn: () => api.get<ScanView>(`/api/scans/${id}`),
    refetchInterval: ({ state }) => (state.data?.state === 'reading' ? 1000 : false),
  });

export const pictureOf = (id: string, page: number, size: 'small' | 'large'): string =>
  `/api/scans/${id}/pages/${page}/${size}`;

/** All that was chosen is one scan: ten photos of one pile belong together. */
export function usePutScan(onDone: (id: string) => void) {
  const client = useQueryClient();
  return useMutation<{ id: string; job: JobView<unknown> }, ApiError, readonly File[]>({
    mutationFn: (files) => {
      const body = new FormData();
      for (const file of files) body.append('file', file, file.name);
      return api.post('/api/scans', body);
    },
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['scans'] });
      onDone(id);
    },
  });
}

export function useReadAgain(id: string) {
  const client = useQueryClient();
  return useMutation<unknown, ApiError, void>({
    mutationFn: () => api.post(`/api/scans/${id}/readings`, {}),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['scans'] });
      void client.invalidateQueries({ queryKey: ['scan', id] });
    },
  });
}

export function useFiling(id: string, onDone: (results: FiledResult[], papers: readonly Wanted[]) => void) {
  const client = useQueryClient();
  return useMutation<FiledResult[], ApiError, readonly Wanted[]>({
    mutationFn: (papers) => api.post(`/api/scans/${id}/filings`, { papers }),
    onSuccess: async (results, papers) => {
      await client.invalidateQueries({ queryKey: ['scan', id] });
      void client.invalidateQueries({ queryKey: ['scans'] });
      onDone(results, papers);
    },
  });
}

export function useAside(id: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation<ScanView, ApiError, { pages: number[]; reason: string | null }>({
    mutationFn: (body) => api.post(`/api/scans/${id}/asides`, body),
    onSuccess: (view) => {
      client.setQueryData(['scan', id], view);
      void client.invalidateQueries({ queryKey: ['scans'] });
      onDone();
    },
  });
}

/** The places of a matter, once a whole code stands there. */
export const usePlaces = (code: string) =>
  useQuery<Places, ApiError>({
    queryKey: ['paper-places', code],
    enabled: /^\d{15}$/.test(code),
    retry: false,
    queryFn: () => api.get<Places>(`/api/disputes/${code}/paper-places`),
  });

export const filedQuery = (code: string) =>
  queryOptions({
    queryKey: ['filed-papers', code],
    queryFn: () => api.get<FiledView[]>(`/api/disputes/${code}/filed-papers`),
  });

export function useTakeOut(code: string, onDone: (sentence: string) => void) {
  const client = useQueryClient();
  return useMutation<{ sentence: string }, ApiError, { filedId: string; reason: string }>({
    mutationFn: (body) => api.post(`/api/disputes/${code}/scan-unfilings`, { ...body, commandId: crypto.randomUUID() }),
    onSuccess: async ({ sentence }) => {
      await client.invalidateQueries({ queryKey: ['filed-papers', code] });
      onDone(sentence);
    },
  });
}
