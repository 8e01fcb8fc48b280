import { queryOptions } from '@tanstack/react-query';
import type { HolderView, HoldingsView } from '../../../../reassigning/holderView.ts';
import { api } from '../../api.ts';
import { queryClient } from '../../queries.ts';

export type Outcome = {
  runId: string;
  done: number;
  refused: number;
  rows: { code: string; codeShort: string; done: boolean; sentence: string }[];
};
export type Foreseen = { code: string; codeShort: string; tells: { who: string; text: string }[]; why: string | null };

export const holdersQuery = queryOptions({
  queryKey: ['handovers', 'holders'],
  queryFn: () => api.get<HolderView[]>('/api/handovers/holders'),
});
export const holdingsQuery = (post: string) =>
  queryOptions({
    queryKey: ['handovers', 'holdings', post],
    queryFn: () => api.get<HoldingsView>('/api/handovers/holdings', { post }),
  });
export async function handoversChanged(): Promise<void> {
  const keys = [['handovers'], ['work'], ['dispute'], ['ledger'], ['notices']];
  await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
