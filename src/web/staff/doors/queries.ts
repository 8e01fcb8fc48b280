import { queryOptions } from '@tanstack/react-query';
import type { DoorsAbout, DoorView } from '../../../doors/doorViews.ts';
import { api } from '../api.ts';
import { matterChanged, queryClient } from '../queries.ts';

export const doorsAboutQuery = (code: string) =>
  queryOptions({
    queryKey: ['doors-about', code],
    queryFn: () => api.get<DoorsAbout>(`/api/disputes/${code}/doors`),
  });

export const doorQuery = (code: string) =>
  queryOptions({ queryKey: ['door', code], queryFn: () => api.get<DoorView>(`/api/doors/${code}`) });

/** After an act on a door: its page, the list at its dispute, the dispute that hears of it, my work. */
export async function doorChanged(code: string, about: string): Promise<void> {
  const keys = [
    ['door', code],
    ['doors-about', about],
  ];
  await Promise.all([matterChanged(about), ...keys.map((queryKey) => queryClient.invalidateQueries({ queryKey }))]);
}
