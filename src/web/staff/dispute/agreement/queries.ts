import { queryOptions } from '@tanstack/react-query';
import type { AgreementView } from '../../../../agreements/agreementViews.ts';
import { api } from '../../api.ts';

/** Below the dispute's own key: whatever asks for the dispute again asks for these. */
export const agreementsQuery = (code: string) =>
  queryOptions({
    queryKey: ['dispute', code, 'agreements'],
    queryFn: () => api.get<{ agreements: AgreementView[] }>(`/api/disputes/${code}/agreements`),
  });
