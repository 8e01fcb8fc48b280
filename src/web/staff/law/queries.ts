import { queryOptions } from '@tanstack/react-query';
import type { SentenceLine } from '../../../law/sentenceLine.ts';
import { api } from '../api.ts';
import { queryClient } from '../queries.ts';

export const sentencesQuery = queryOptions({
  queryKey: ['law', 'sentences'],
  queryFn: () => api.get<{ sentences: SentenceLine[]; mayReview: boolean }>('/api/legal-sentences'),
});

export const lawChanged = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['law'] });

/** What a reviewer looks for, by how sentences stand; 'second' are those whose text nobody here has seen. */
export const views = ['all', 'open', 'pending', 'reviewed', 'second'] as const;
export type View = (typeof views)[number];

export type LawSearch = { view?: View };
export const readLawSearch = ({ view }: Record<string, unknown>): LawSearch =>
  views.includes(view as View) ? { view: view as View } : {};

export function isIn(view: View, { standing, status }: SentenceLine): boolean {
  if (view === 'all') return true;
  if (view === 'second') return status === 'V2';
  return view === 'open' ? standing !== 'reviewed' && standing !== 'pending' : standing === view;
}
