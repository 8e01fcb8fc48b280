import { queryOptions } from '@tanstack/react-query';
import type { NoticePage, NoticeView } from '../../../../supervision/noticeViews.ts';
import { api } from '../../api.ts';
import { matterChanged, queryClient } from '../../queries.ts';

export const noticeQuery = (code: string) =>
  queryOptions({
    queryKey: ['supervision-notice', code],
    queryFn: () => api.get<NoticeView>(`/api/supervision-notices/${code}`),
  });

export type NoticeSearch = { state?: string; unit?: string; level?: string; listed?: string; after?: string };

export const noticesPageQuery = (search: NoticeSearch) =>
  queryOptions({
    queryKey: ['supervision-notices', search],
    queryFn: () => api.get<NoticePage>('/api/supervision-notices', search),
  });

/** After an act on a notice: its page, the lists, its dispute and my work are asked for again. */
export async function noticeChanged(code: string, about: string): Promise<void> {
  const keys = [['supervision-notice', code], ['supervision-notices'], ['supervision']];
  await Promise.all([matterChanged(about), ...keys.map((queryKey) => queryClient.invalidateQueries({ queryKey }))]);
}
