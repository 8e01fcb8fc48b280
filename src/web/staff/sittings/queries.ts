import { queryOptions } from '@tanstack/react-query';
import type { RoomWeek } from '../../../bookings/views.ts';
import type { SittingStep } from '../../../sittings/procedure.ts';
import { sittingProcedure } from '../../../sittings/procedure.ts';
import type { SittingList, SittingRow, SittingView } from '../../../sittings/sittingViews.ts';
import { api } from '../api.ts';
import { matterChanged, queryClient } from '../queries.ts';

const SOON_MS = 5_000;

/** While it is held others write too: asked for again every few seconds. */
export const sittingQuery = (code: string) =>
  queryOptions({
    queryKey: ['sitting', code],
    queryFn: () => api.get<SittingView>(`/api/sittings/${code}`),
    refetchInterval: ({ state }) => (state.data?.status === 'inSession' ? SOON_MS : false),
  });
export const sittingsQuery = queryOptions({
  queryKey: ['sittings'],
  queryFn: () => api.get<SittingList>('/api/sittings'),
});
export const sittingsAboutQuery = (code: string) =>
  queryOptions({
    queryKey: ['sittings', 'about', code],
    queryFn: () => api.get<{ rows: SittingRow[]; mayCall: boolean }>(`/api/disputes/${code}/sittings`),
  });
/** What the room's screen shows to those who come: another each quarter of a minute. */
export const doorQuery = (code: string) =>
  queryOptions({
    queryKey: ['sitting', code, 'door'],
    queryFn: () => api.get<{ code: string; until: string }>(`/api/sittings/${code}/door`),
    refetchInterval: SOON_MS,
    staleTime: 0,
  });
/** Rooms of a center, and who sits at tables there. */
export const tableQuery = (center: string) =>
  queryOptions({
    queryKey: ['bookings', 'rooms', { center }],
    queryFn: () => api.get<RoomWeek>('/api/bookings', { center }),
  });

export const stepPath = (code: string, step: SittingStep): string =>
  `/api/sittings/${code}/${sittingProcedure[step].noun}`;

/** After an act on a sitting: its page, the lists, its disputes and my work are asked for again. */
export async function sittingChanged(code: string, disputes: readonly { code: string }[]): Promise<void> {
  const keys = [['sitting', code], ['sittings'], ['bookings']];
  await Promise.all([
    ...disputes.map((each) => matterChanged(each.code)),
    ...keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  ]);
}
