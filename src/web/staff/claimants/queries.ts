import { infiniteQueryOptions, queryOptions, useMutation } from '@tanstack/react-query';
import type { AgreementView } from '../../../agreements/agreementViews.ts';
import type { GroupHead, GroupView } from '../../../agreements/groupViews.ts';
import type { Roster, RosterFilter } from '../../../claimants/claimantViews.ts';
import type { StepDone } from '../../../procedures/views.ts';
import { type ApiError, api, newCommandId } from '../api.ts';
import { queryClient } from '../queries.ts';

const base = (code: string): string => `/api/disputes/${code}`;

/** Below the dispute's own key: whatever asks for the dispute again asks for its list. */
export const rosterQuery = (code: string, filter: RosterFilter, find: string) =>
  infiniteQueryOptions({
    queryKey: ['dispute', code, 'claimants', filter, find],
    queryFn: ({ pageParam: after }) => api.get<Roster>(`${base(code)}/claimants`, { filter, find, after }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** All of them, for choosing among and for writing agreements. */
export const everyoneQuery = (code: string) =>
  queryOptions({
    queryKey: ['dispute', code, 'claimants', 'everyone'],
    queryFn: async () => {
      const rows = [];
      for (let after: number | null = -1; after !== null; ) {
        const page: Roster = await api.get<Roster>(`${base(code)}/claimants`, { filter: 'in', after });
        rows.push(...page.rows);
        after = page.next;
      }
      return rows;
    },
  });

export const groupsQuery = (code: string) =>
  queryOptions({
    queryKey: ['dispute', code, 'groups'],
    queryFn: () => api.get<{ groups: GroupHead[] }>(`${base(code)}/agreement-groups`),
  });
export const groupQuery = (code: string, groupId: string | undefined) =>
  queryOptions({
    queryKey: ['dispute', code, 'groups', groupId],
    queryFn: () => api.get<GroupView>(`${base(code)}/agreement-groups/${groupId}`),
    enabled: groupId !== undefined,
  });
export const agreementQuery = (code: string, agreementId: string | null) =>
  queryOptions({
    queryKey: ['dispute', code, 'agreement', agreementId],
    queryFn: () => api.get<AgreementView>(`${base(code)}/agreements/${agreementId}`),
    enabled: agreementId !== null,
  });

/** One step on the list; the dispute and what hangs below it are asked for again. */
export function useRosterStep(code: string, noun: string, onDone: (sentence: string) => void) {
  return useMutation<StepDone, ApiError, object>({
    mutationFn: (body) => api.post<StepDone>(`${base(code)}/${noun}`, { ...body, commandId: newCommandId() }),
    onSuccess: async ({ sentence }) => {
      onDone(sentence);
      await queryClient.invalidateQueries({ queryKey: ['dispute', code] });
    },
  });
}
