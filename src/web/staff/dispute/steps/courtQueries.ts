import { queryOptions } from '@tanstack/react-query';
import type { AccuracyTable } from '../../../../routing/accuracy.ts';
import type { Precedent } from '../../../../routing/rulings.ts';
import { api } from '../../api.ts';

export const accuracyQuery = (period: { from?: string | undefined; to?: string | undefined } = {}) =>
  queryOptions({
    queryKey: ['rulings', 'accuracy', period],
    queryFn: () => api.get<AccuracyTable>('/api/routing-accuracy', period),
  });

export const precedentsQuery = (category: string, county: string) =>
  queryOptions({
    queryKey: ['rulings', 'precedents', category, county],
    queryFn: () => api.get<Precedent[]>('/api/precedents', { category, county }),
  });
