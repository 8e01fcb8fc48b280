import { queryOptions } from '@tanstack/react-query';
import type { MediationBodies } from '../../../mediation/bodyViews.ts';
import { api } from '../api.ts';

export const bodiesQuery = queryOptions({
  queryKey: ['mediation-bodies'],
  queryFn: () => api.get<MediationBodies>('/api/mediation-bodies'),
});
