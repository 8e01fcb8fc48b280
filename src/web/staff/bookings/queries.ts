import { queryOptions, useMutation } from '@tanstack/react-query';
import type { FeedView, PersonWeek, RoomWeek, TryView } from '../../../bookings/views.ts';
import { type ApiError, api } from '../api.ts';
import { queryClient } from '../queries.ts';

type Where = { center?: string | undefined; day?: string | undefined };
const SOON_MS = 30_000;

export const roomWeekQuery = (where: Where) =>
  queryOptions({
    queryKey: ['bookings', 'rooms', where],
    queryFn: () => api.get<RoomWeek>('/api/bookings', where),
    refetchInterval: SOON_MS,
  });
/** Somebody's week; without a post the own. */
export const personWeekQuery = (post: string | undefined, day: string | undefined) =>
  queryOptions({
    queryKey: ['bookings', 'person', post, day],
    queryFn: () =>
      post === undefined
        ? api.get<PersonWeek>('/api/bookings/mine', { day })
        : api.get<PersonWeek>('/api/bookings/people', { post, day }),
  });
export const tryQuery = (body: { roomIds: string[]; postIds: string[] }, enabled: boolean) =>
  queryOptions({
    queryKey: ['bookings', 'trial', body],
    queryFn: () => api.post<TryView>('/api/bookings/trials', body),
    enabled: enabled && body.roomIds.length + body.postIds.length > 0,
    retry: false,
    staleTime: 0,
  });
export const feedQuery = queryOptions({
  queryKey: ['bookings', 'feed'],
  queryFn: () => api.get<FeedView>('/api/bookings/feed'),
});

/** One act; what it touched is asked for again. */
export function useBookingAct<Answer = void>(path: string, onDone: (answer: Answer) => void) {
  return useMutation<Answer, ApiError, object>({
    mutationFn: (body) => api.post<Answer>(path, body),
    onSuccess: async (answer) => {
      onDone(answer);
      await queryClient.invalidateQueries({ queryKey: ['bookings'] });
    },
  });
}
