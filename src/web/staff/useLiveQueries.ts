import { useEffect } from 'react';
import { live, useLive } from './live.ts';
import { noticesQuery, queryClient } from './queries.ts';

/**
 * What is asked for again by itself: my work and notices, whose pages show it only on demand, the hall's line, finished jobs. Lists that
 * would move are left alone: they say how much changed (shell/Changes.tsx).
 */
export function useLiveQueries(post: string | undefined): void {
  useEffect(() => (post === undefined ? undefined : live.start()), [post]);
  useLive((event) => {
    if (event.kind === 'queue' || event.kind === 'catchUp') void queryClient.invalidateQueries({ queryKey: ['hall'] });
    if (event.kind === 'queue') return;
    if (event.kind === 'job') {
      void queryClient.invalidateQueries({ queryKey: ['job', event.id] });
      return;
    }
    void queryClient.invalidateQueries({ queryKey: ['work'] });
    void queryClient.invalidateQueries({ queryKey: noticesQuery.queryKey });
  });
}
