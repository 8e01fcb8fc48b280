import { useMutation, useQuery } from '@tanstack/react-query';
import type { SpecialDay } from '../../../calendar/calendar.ts';
import type { DraftView, YearView } from '../../../calendar/yearView.ts';
import type { RunView } from '../../../replays/calendarViews.ts';
import { type ApiError, api } from '../api.ts';
import { queryClient } from '../queries.ts';

export const yearKey = (year: number) => ['calendar', year] as const;

export const useYear = (year: number) =>
  useQuery({ queryKey: yearKey(year), queryFn: () => api.get<YearView>(`/api/calendar/${year}`) });

/** The newest plan of the year, for those who may publish it. */
export const useRuns = (year: number, enabled: boolean) =>
  useQuery({
    queryKey: ['calendar', year, 'runs'],
    enabled,
    queryFn: () => api.get<RunView[]>(`/api/calendar/${year}/previews`),
  });

export const refreshCalendar = () => queryClient.invalidateQueries({ queryKey: ['calendar'] });

export type DraftPart = Partial<{ source: string; publishedOn: string | null; days: SpecialDay[] }>;

/** Each change is saved at once; what was there before the first is what is in force. */
export function useDraft(view: YearView | undefined) {
  const year = view?.year ?? 0;
  const draft = view?.draft ?? null;
  const base = {
    source: draft?.source ?? view?.source ?? '',
    publishedOn: draft ? draft.publishedOn : (view?.publishedOn ?? null),
    days: draft?.days ?? view?.days ?? [],
  };
  const save = useMutation<DraftView, ApiError, DraftPart>({
    mutationFn: (part) =>
      api.post(`/api/calendar/${year}/drafts`, { revision: draft?.revision ?? 0, ...base, ...part }),
    onSuccess: (saved) => {
      queryClient.setQueryData<YearView>(yearKey(year), (held) => held && { ...held, draft: saved });
    },
    onError: () => void refreshCalendar(),
  });
  const discard = useMutation<unknown, ApiError, void>({
    mutationFn: () => api.post(`/api/calendar/${year}/withdrawals`, {}),
    onSuccess: () => void refreshCalendar(),
  });
  return { base, save, discard };
}
