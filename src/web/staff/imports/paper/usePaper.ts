import { useMutation, useQuery } from '@tanstack/react-query';
import type { PaperView } from '../../../../imports/paperViews.ts';
import { type ApiError, api } from '../../api.ts';
import { openPdf } from '../../openPdf.ts';
import { queryClient } from '../../queries.ts';

const queryKey = ['paper-pads'];
export const usePaper = () => useQuery({ queryKey, queryFn: () => api.get<PaperView>('/api/paper-pads') });

export const paperChanged = (): Promise<void> => queryClient.invalidateQueries({ queryKey });

type Print = { size: number } | { id: string };

/** A pad comes out as paper at once: its PINs are never to be had again. */
export function usePads() {
  const print = useMutation<{ opened: boolean; address: string }, ApiError, Print>({
    mutationFn: async (asked) => {
      const path = 'id' in asked ? `/api/paper-pads/${asked.id}/prints` : '/api/paper-pads';
      const body = 'id' in asked ? undefined : { size: asked.size };
      return openPdf(await api.blob('POST', path, { body }));
    },
    onSuccess: paperChanged,
  });
  return { print };
}

export const useVoid = (code: string) =>
  useMutation<undefined, ApiError, string>({
    mutationFn: (reason) => api.post(`/api/paper-codes/${code}/voids`, { reason }),
    onSuccess: paperChanged,
  });
