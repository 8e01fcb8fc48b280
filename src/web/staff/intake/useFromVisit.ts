import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isService } from '../../../reception/services.ts';
import type { VisitLine } from '../../../reception/visitLine.ts';
import { api } from '../api.ts';
import type { Registration } from './useRegistration.ts';

/** A visit of today that turned out to be a dispute: what was written then is in the form, and it is counted once. */
export function useFromVisit({ draft, change }: Registration): void {
  const { visit } = useSearch({ from: '/app/reception' });
  const { data } = useQuery({
    queryKey: ['visits', 'one', visit],
    queryFn: () => api.get<VisitLine>(`/api/visits/${visit}`),
    enabled: visit !== undefined,
  });
  const taken = draft.value.visitId;
  useEffect(() => {
    if (!data || data.isDispute || taken === data.id) return;
    const given = data.services.flatMap(({ service }) => (isService(service) ? [service] : []));
    change((old) => ({
      ...old,
      visitId: data.id,
      headCount: String(data.headCount),
      services: given.includes('mediation') ? given : [...given, 'mediation'],
      facts: old.facts === '' ? data.memo : old.facts,
    }));
  }, [data, taken, change]);
}
