import { useMutation, useQuery } from '@tanstack/react-query';
import type { TicketView } from '../../../reception/hallView.ts';
import { type ApiError, api } from '../api.ts';
import { hallQuery } from '../hallQuery.ts';
import { openPdf } from '../openPdf.ts';
import { queryClient } from '../queries.ts';

export const hallChanged = () => queryClient.invalidateQueries({ queryKey: hallQuery.queryKey });

export type TicketNoun = 'recalls' | 'servings' | 'finishes' | 'skips' | 'absences' | 'departures' | 'requeues';

/** The line as my counter sees it, and what can be done with a number. */
export function useHall({ onCalled }: { onCalled?: (ticket: TicketView) => void } = {}) {
  const query = useQuery(hallQuery);
  const settle = { onSettled: hallChanged };
  const call = useMutation<TicketView, ApiError>({
    mutationFn: () => api.post('/api/tickets/calls', {}),
    onSuccess: (ticket) => onCalled?.(ticket),
    ...settle,
  });
  const step = useMutation<TicketView, ApiError, { id: string; noun: TicketNoun }>({
    mutationFn: ({ id, noun }) => api.post(`/api/tickets/${id}/${noun}`, {}),
    ...settle,
  });
  const hand = useMutation<TicketView, ApiError, { id: string; counter: number }>({
    mutationFn: ({ id, counter }) => api.post(`/api/tickets/${id}/hand-overs`, { counter }),
    ...settle,
  });
  const sit = useMutation<void, ApiError, number>({
    mutationFn: (counter) => api.put('/api/hall/counter', { counter }),
    ...settle,
  });
  const print = useMutation<Blob, ApiError, string>({
    mutationFn: (id) => api.blob('GET', `/api/tickets/${id}/slip.pdf`),
    onSuccess: (pdf) => void openPdf(pdf),
  });
  const all = [call, step, hand, sit, print];
  return {
    query,
    hall: query.data,
    call,
    step,
    hand,
    sit,
    print,
    busy: all.some(({ isPending }) => isPending),
    problem: all.find(({ error }) => error !== null)?.error ?? null,
    forget: () => {
      for (const each of all) each.reset();
    },
  };
}
export type HallActs = ReturnType<typeof useHall>;
