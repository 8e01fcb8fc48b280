import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { SearchAnswer } from '../../../finding/searchView.ts';
import type { PostView } from '../../../people/me.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { useSettled } from '../../../ui/useSettled.ts';
import { api } from '../api.ts';
import { workQuery } from '../queries.ts';
import { groupsOf } from './palette.ts';
import { useReasonWords } from './reasonText.ts';
import { recentOf, recentPagesOf } from './recent.ts';

const STILL_MS = 120;

/** What was found for the text as it stands; `waiting` until the server has answered for exactly this text. */
export function usePalette(text: string, post: PostView) {
  const language = useLanguage();
  const words = useReasonWords();
  const asked = useSettled(text.trim(), STILL_MS);
  const query = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => api.get<SearchAnswer>('/api/search', { text: asked }, { signal }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    staleTime: 0,
    retry: false,
  });
  const owed = useInfiniteQuery({ ...workQuery(), refetchOnMount: false }).data;
  const work = owed?.pages.flatMap(({ items }) => items) ?? [];
  const answer = text.trim() === '' ? undefined : query.data;
  const groups = groupsOf({
    text,
    post,
    language,
    work,
    recent: recentOf(post.id),
    recentPages: recentPagesOf(post.id),
    answer,
    words,
  });
  const waiting = text.trim() !== '' && (asked !== text.trim() || query.isPlaceholderData || query.isPending);
  return {
    groups,
    rows: groups.flatMap((group) => group.rows),
    answer,
    waiting: waiting && !query.isError,
    error: query.error,
  };
}
