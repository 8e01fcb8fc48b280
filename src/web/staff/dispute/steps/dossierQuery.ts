import { queryOptions } from '@tanstack/react-query';
import type { DossierView } from '../../../../dossier/dossier.ts';
import { api } from '../../api.ts';

export const dossierQuery = (code: string) =>
  queryOptions({
    queryKey: ['dispute', code, 'dossier'],
    queryFn: () => api.get<DossierView>(`/api/disputes/${code}/dossier`),
  });
