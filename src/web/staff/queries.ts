import { infiniteQueryOptions, QueryClient, queryOptions } from '@tanstack/react-query';
import type { DisputeView } from '../../disputes/views.ts';
import type { LawRules } from '../../law/countyRoutes.ts';
import type { Me } from '../../people/me.ts';
import type { WorkList } from '../../procedures/views.ts';
import { ApiError, api } from './api.ts';
import { live } from './live.ts';

const minute = 60_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      gcTime: 10 * minute,
      retry: (failures, error) => failures < 2 && error instanceof ApiError && error.kind === 'offline',
    },
    mutations: { retry: false },
  },
});

/** Who I am, which posts I have. The one request that an expired log-in answers with the log-in page. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => api.get<Me>('/api/me', undefined, { reLogin: false }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Told of changes, a page asks rarely by itself; untold, each minute. */
const whileUntold = (): number => (live.get() === 'live' ? 10 * minute : minute);

/** My work, a page at a time; all of what is loaded is asked for again together. */
export const workQuery = (whose: 'all' | 'mine' | 'desk' = 'all') =>
  infiniteQueryOptions({
    queryKey: ['work', whose],
    queryFn: ({ pageParam: after }) => api.get<WorkList>('/api/work', { whose, after }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    refetchInterval: whileUntold,
  });

export const disputeQuery = (code: string) =>
  queryOptions({ queryKey: ['dispute', code], queryFn: () => api.get<DisputeView>(`/api/disputes/${code}`) });

export type Notice = { id: string; at: string; text: string; code: string | null; page: string | null; read: boolean };
export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: () => api.get<Notice[]>('/api/notices'),
  refetchInterval: whileUntold,
});

export type RegionEntry = {
  code: string;
  name: string;
  short: string;
  level: 'city' | 'county' | 'township' | 'community' | 'grid';
  parentCode: string | null;
  initials: string;
};
export type UnitEntry = {
  id: string;
  name: string;
  short: string;
  kind: string;
  level: string;
  regionCode: string;
  initials: string;
  phone: string | null;
};
export type CategoryEntry = { code: string; name: string; initials: string };

/** Reference data: it changes when an administrator changes it. */
const lasting = { staleTime: 30 * minute, gcTime: 60 * minute };
export const regionsQuery = (county: string) =>
  queryOptions({
    queryKey: ['regions', county],
    queryFn: () => api.get<RegionEntry[]>('/api/regions', { county }),
    ...lasting,
  });
export const unitsQuery = (county: string) =>
  queryOptions({
    queryKey: ['units', county],
    queryFn: () => api.get<UnitEntry[]>('/api/units', { county }),
    ...lasting,
  });
export const categoriesQuery = queryOptions({
  queryKey: ['categories'],
  queryFn: () => api.get<CategoryEntry[]>('/api/categories'),
  ...lasting,
});

/** After an act on a matter: its page, my work and the ledgers are asked for again. */
export async function matterChanged(code: string): Promise<void> {
  live.mine(code);
  const keys = [['dispute', code], ['work'], ['ledger'], ['rulings'], ['notices']];
  await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}

/** The ways that the reader's county adds to those of the law. */
export const lawRulesQuery = queryOptions({
  queryKey: ['settings', 'law'],
  queryFn: async () => (await api.get<{ rules: { law: LawRules } }>('/api/settings')).rules.law,
  staleTime: 300_000,
});
