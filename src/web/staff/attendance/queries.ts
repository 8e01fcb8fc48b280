import { queryOptions, useMutation } from '@tanstack/react-query';
import type { AbsencePage } from '../../../attendance/absenceViews.ts';
import type { AlarmGuide, AlarmRow } from '../../../attendance/alarmViews.ts';
import type { CallPage } from '../../../attendance/callViews.ts';
import type { DutyLogPage, RosterPage } from '../../../attendance/rosterViews.ts';
import type { PresenceDay, PresenceWeek } from '../../../attendance/views.ts';
import { type ApiError, api } from '../api.ts';
import { noticesQuery, queryClient } from '../queries.ts';

/** Whoever sits at a counter sees within this time that somebody came or went. */
const SOON_MS = 20_000;
const AT_ONCE_MS = 8_000;

type Where = { center?: string | undefined; day?: string | undefined };

export const presenceQuery = (where: Where = {}) =>
  queryOptions({
    queryKey: ['presence', 'day', where],
    queryFn: () => api.get<PresenceDay>('/api/presence', where),
    refetchInterval: SOON_MS,
  });
export const presenceWeekQuery = (where: Where) =>
  queryOptions({
    queryKey: ['presence', 'week', where],
    queryFn: () => api.get<PresenceWeek>('/api/presence/week', where),
  });
export const callsQuery = (center?: string) =>
  queryOptions({
    queryKey: ['presence', 'calls', center],
    queryFn: () => api.get<CallPage>('/api/call-outs', { center }),
    refetchInterval: SOON_MS,
  });
export const alarmGuideQuery = (center: string) =>
  queryOptions({
    queryKey: ['alarms', 'guide', center],
    queryFn: () => api.get<AlarmGuide>('/api/alarms/guide', { center }),
    staleTime: 60_000,
  });
export const runningAlarmsQuery = queryOptions({
  queryKey: ['alarms', 'running'],
  queryFn: () => api.get<AlarmRow[]>('/api/alarms/running'),
  refetchInterval: AT_ONCE_MS,
});
export const alarmsQuery = (center?: string) =>
  queryOptions({
    queryKey: ['alarms', 'list', center],
    queryFn: () => api.get<{ asOf: string; from: string; to: string; rows: AlarmRow[] }>('/api/alarms', { center }),
  });
export const rosterQuery = (where: { center?: string | undefined; month?: string | undefined }) =>
  queryOptions({ queryKey: ['duty', 'roster', where], queryFn: () => api.get<RosterPage>('/api/roster', where) });
export const dutyLogQuery = (where: Where) =>
  queryOptions({ queryKey: ['duty', 'log', where], queryFn: () => api.get<DutyLogPage>('/api/duty-log', where) });
export const absencesQuery = queryOptions({
  queryKey: ['absences'],
  queryFn: () => api.get<AbsencePage>('/api/absences'),
});

type Family = 'presence' | 'alarms' | 'duty' | 'absences' | 'work';
export type Done = { sentence?: string };

/** One act and its answer; what it touched is asked for again. */
export function useAct<Body, Answer = Done>(
  path: string | ((body: Body) => string),
  touches: readonly Family[],
  onDone: (answer: Answer) => void = () => {},
  method: 'post' | 'put' = 'post',
) {
  return useMutation<Answer, ApiError, Body>({
    mutationFn: (body) => api[method]<Answer>(typeof path === 'string' ? path : path(body), body),
    onSuccess: async (answer) => {
      onDone(answer);
      const keys = [...touches.map((family) => [family]), [...noticesQuery.queryKey]];
      await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    },
  });
}
