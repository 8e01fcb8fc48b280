import { queryOptions } from '@tanstack/react-query';
import type { Phrase } from '../../../../reassigning/phrases.ts';
import { api } from '../../api.ts';

export const allPhrasesQuery = queryOptions({
  queryKey: ['phrases', 'all'],
  queryFn: () => api.get<Phrase[]>('/api/phrases', { all: true }),
});
export const phrasesQuery = (step: string) =>
  queryOptions({
    queryKey: ['phrases', step],
    queryFn: () => api.get<Phrase[]>('/api/phrases', { step }),
    staleTime: 300_000,
  });
