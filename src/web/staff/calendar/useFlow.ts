import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { RunView } from '../../../replays/calendarViews.ts';
import { type ApiError, api } from '../api.ts';
import { type JobView, useJob } from '../useJob.ts';
import { refreshCalendar } from './useCalendar.ts';

type Started = { id: string };
export type Published = { matters: number; clocks: number; caughtUp: number };
type Under = { id: string; kind: 'preview' | 'publication'; version: number };

/** The way from a draft to new dates: a plan is made, shown, and carried out; both can be stopped. */
export function useFlow(year: number) {
  const [under, setUnder] = useState<Under | null>(null);
  const job = useJob<Published>(under?.id ?? null);
  const look = useMutation<Started, ApiError, { revision: number }>({
    mutationFn: (body) => api.post(`/api/calendar/${year}/previews`, body),
    onSuccess: ({ id }) => setUnder({ id, kind: 'preview', version: 0 }),
  });
  const publish = useMutation<Started, ApiError, RunView>({
    mutationFn: ({ id }) => api.post(`/api/calendar/${year}/publications`, { run: id }),
    onSuccess: ({ id }, { version }) => setUnder({ id, kind: 'publication', version }),
  });
  const view: JobView<Published> | undefined = under ? job.data : undefined;
  const ended = view !== undefined && view.state !== 'running';
  useEffect(() => {
    if (ended) void refreshCalendar();
  }, [ended]);
  return {
    look,
    publish,
    under,
    job: view,
    busy: under !== null && !ended,
    forget: () => setUnder(null),
  };
}
