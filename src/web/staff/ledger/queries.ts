import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { LedgerSearch } from '../../../ledger/search.ts';
import type { LedgerPage, LedgerViews } from '../../../ledger/views.ts';
import { api } from '../api.ts';
import { queryClient } from '../queries.ts';

export const ledgerQuery = (search: LedgerSearch, columns: string) =>
  queryOptions({
    queryKey: ['ledger', 'page', search, columns],
    queryFn: () => api.get<LedgerPage>('/api/ledger', { ...search, cols: columns, limit: 50 }),
    // The rows stay until the next ones are there: nothing blinks.
    placeholderData: keepPreviousData,
  });

export const viewsQuery = queryOptions({
  queryKey: ['ledgerViews'],
  queryFn: () => api.get<LedgerViews>('/api/ledger/views'),
  staleTime: 60_000,
});

export const viewsChanged = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['ledgerViews'] });
