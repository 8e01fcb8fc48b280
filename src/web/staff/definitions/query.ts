import { queryOptions } from '@tanstack/react-query';
import type { DefinitionsView } from '../../../definitions/definitionsView.ts';
import { api } from '../api.ts';

/** Of this moment, whenever it is looked at. */
export const definitionsQuery = queryOptions({
  queryKey: ['definitions'],
  queryFn: () => api.get<DefinitionsView>('/api/definitions'),
  staleTime: 0,
});
