import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { type Layout, readLayout, usualColumns, withFirst, writeLayout } from '../../../ledger/columns.ts';
import type { LedgerSearch } from '../../../ledger/search.ts';
import { api } from '../api.ts';
import { queryClient } from '../queries.ts';
import { usePost } from '../useMe.ts';
import { viewsQuery } from './queries.ts';

/**
 * Which columns stand there: the address says so, else the view, else what this post chose, else what posts like it begin
 * with. Without a view a change is kept for the post; within one it stays in the address until it is saved to the view.
 */
export function useLayout(search: LedgerSearch) {
  const navigate = useNavigate();
  const { role } = usePost();
  const saved = useQuery(viewsQuery).data;
  const view = saved?.views.find(({ id }) => id === search.view);
  const text = search.cols ?? view?.columns ?? saved?.layout ?? usualColumns(role).join(',');
  const layout = withFirst(readLayout(text));
  const keep = useMutation({
    mutationFn: (columns: string) =>
      api.put('/api/ledger/layout', { columns, defaultViewId: saved?.defaultViewId ?? null }),
    onMutate: (columns) =>
      queryClient.setQueryData(viewsQuery.queryKey, (old) => (old ? { ...old, layout: columns } : old)),
  });
  // The view that the ledger opens with, once, where the address asks for nothing.
  const opened = useRef(false);
  useEffect(() => {
    if (!saved || opened.current) return;
    opened.current = true;
    const first = saved.views.find(({ id }) => id === saved.defaultViewId);
    if (first && Object.keys(search).length === 0)
      void navigate({ to: '/ledger', search: { ...first.search, view: first.id }, replace: true });
  }, [saved, search, navigate]);
  const setLayout = (next: Layout) => {
    const columns = writeLayout(next);
    if (view) void navigate({ to: '/ledger', search: { ...search, cols: columns } });
    else keep.mutate(columns);
  };
  return { saved, view, layout, setLayout };
}
