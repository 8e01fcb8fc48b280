import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { jobs } from './jobs.ts';
import { noteRecentPage } from './recent.ts';

const pages = new Set<string>(Object.values(jobs).map(({ to }) => to));

/** Pages of the menu, for 更多 and the search box. */
export function useNoteRecentPage(postId: string | undefined): void {
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => {
    if (postId && pages.has(path)) noteRecentPage(postId, path);
  }, [postId, path]);
}
