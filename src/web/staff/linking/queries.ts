import { queryOptions } from '@tanstack/react-query';
import type { LinksView } from '../../../linking/linksView.ts';
import type { Pair } from '../../../linking/pairView.ts';
import type { SameMatter } from '../../../linking/sameMatter.ts';
import { api } from '../api.ts';

export const linksQuery = (code: string, version: number) =>
  queryOptions({
    queryKey: ['links', code, version],
    queryFn: () => api.get<LinksView>(`/api/disputes/${code}/links`),
  });

export const alikeQuery = (code: string) =>
  queryOptions({
    queryKey: ['alike', code],
    queryFn: () => api.get<SameMatter[]>(`/api/disputes/${code}/alike`),
  });

export type PairPage = { asOf: string; pairs: Pair[]; next: string | null };

export const pairsQuery = (after: string | undefined) =>
  queryOptions({
    queryKey: ['pairs', after ?? ''],
    queryFn: () => api.get<PairPage>('/api/linking/pairs', { after }),
  });
