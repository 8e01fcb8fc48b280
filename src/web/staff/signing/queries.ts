import { queryOptions, useMutation } from '@tanstack/react-query';
import type { StepDone } from '../../../procedures/views.ts';
import type { OwnWordsView, PlaceView, SigningView } from '../../../signing/signingViews.ts';
import { type ApiError, api } from '../api.ts';
import { queryClient } from '../queries.ts';

/** Below the dispute's own key: whatever happens to the dispute is asked for again. */
export const tableQuery = (code: string) =>
  queryOptions({
    queryKey: ['dispute', code, 'signing'],
    queryFn: () => api.get<SigningView>(`/api/disputes/${code}/signing`),
  });

export const wordsQuery = (code: string, { agreementId, partyId, digest }: PlaceView) =>
  queryOptions({
    queryKey: ['dispute', code, 'signing', agreementId, partyId, digest],
    queryFn: () => api.get<OwnWordsView>(`/api/disputes/${code}/signing/${agreementId}/${partyId}`),
  });

/** One step at the table; afterwards the table is looked at anew. */
export function useTableAct(code: string, noun: string, onDone: (done: StepDone) => void) {
  return useMutation<StepDone, ApiError, object>({
    mutationFn: (body) => api.post<StepDone>(`/api/disputes/${code}/${noun}`, body),
    onSuccess: async (done) => {
      await queryClient.invalidateQueries({ queryKey: ['dispute', code] });
      onDone(done);
    },
    // Somebody else may have signed meanwhile.
    onError: () => queryClient.invalidateQueries({ queryKey: ['dispute', code, 'signing'] }),
  });
}

export const paperOf = (code: string, { agreementId }: { agreementId: string }): string =>
  `/api/disputes/${code}/agreements/${agreementId}/agreement.pdf`;
