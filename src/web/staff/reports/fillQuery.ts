import { queryOptions } from '@tanstack/react-query';
import type { FillView } from '../../../reports/formView.ts';
import { api } from '../api.ts';

export const fillQuery = (id: string) =>
  queryOptions({
    queryKey: ['reports', 'fill', id],
    queryFn: () => api.get<FillView>(`/api/report-fills/${id}`),
  });
