import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { DraftInput, SameMatter } from '../../../linking/sameMatter.ts';
import { useSettled } from '../../../ui/useSettled.ts';
import { type ApiError, api } from '../api.ts';
import { queryClient } from '../queries.ts';
import { isBlank, type RegisterForm } from './form.ts';

/** A pause in the typing, not its end: while she says the telephone, the name is looked up. */
const PAUSE_MS = 300;

const aside = (form: RegisterForm): DraftInput => ({
  parties: form.parties
    .filter((party) => !isBlank(party) && party.represents === null)
    .slice(0, 20)
    .map(({ side, kind, name, idKind, idNumber, phone }) => ({ side, kind, name, idKind, idNumber, phone })),
  categoryCode: form.categoryCode,
  regionCode: form.regionCode,
  address: form.address.slice(0, 200),
  title: form.title.slice(0, 60),
  facts: form.facts.slice(0, 2000),
  occurredOn: form.occurredOn || null,
  draftId: form.commandId,
});

/** Enough to compare by: a name with its telephone or paper, two names, or a place with what happened there. */
function isTelling({ parties, regionCode, categoryCode, facts }: DraftInput): boolean {
  const named = parties.filter(({ name }) => name.trim().length >= 2);
  if (named.length >= 2 || named.some(({ phone, idNumber }) => phone.length >= 7 || idNumber.length >= 15)) return true;
  return regionCode.length >= 9 && (categoryCode !== '' || facts.length >= 12);
}

/** What may be the same matter as the one on the form, asked while somebody is still speaking. */
export function useSameMatters(form: RegisterForm) {
  const draft = aside(form);
  const asked = useSettled(JSON.stringify(draft), PAUSE_MS);
  const key = ['same-matters', asked] as const;
  const query = useQuery<SameMatter[], ApiError>({
    queryKey: key,
    queryFn: () => api.post('/api/linking/same-matters', JSON.parse(asked)),
    enabled: isTelling(JSON.parse(asked)),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: false,
  });
  const dismissing = useMutation<void, ApiError, SameMatter>({
    mutationFn: ({ code }) => api.post('/api/linking/dismissals', { draftId: form.commandId, code }),
    onSuccess: (_nothing, { code }) =>
      queryClient.setQueryData<SameMatter[]>(key, (found) => found?.filter((each) => each.code !== code)),
  });
  return { found: isTelling(draft) ? (query.data ?? []) : [], dismiss: dismissing.mutate, problem: dismissing.error };
}
