import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WorkList } from '../../../procedures/views.ts';
import { workQuery } from '../queries.ts';
import { countChanges } from './work.ts';

/** The list as it stood when it was opened: what changes meanwhile is counted, and shown when the person asks. */
export function useShownWork() {
  const query = useQuery(workQuery);
  const { data, isFetchedAfterMount } = query;
  const [kept, setKept] = useState<{ list: WorkList; fresh: boolean } | undefined>(undefined);
  // Until the first answer after opening the page the list may still be last hour's: that one is taken over at once.
  if (data && (!kept || (!kept.fresh && isFetchedAfterMount))) setKept({ list: data, fresh: isFetchedAfterMount });
  const shown = kept?.list ?? data;
  return {
    query: { ...query, data: shown },
    changes: shown && data ? countChanges(shown.items, data.items) : 0,
    showChanges: () => data && setKept({ list: data, fresh: true }),
  };
}
