import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WorkList } from '../../../procedures/views.ts';
import { workQuery } from '../queries.ts';
import { countChanges, itemsOf, type Whose } from './work.ts';

type Kept = { whose: Whose; pages: WorkList[]; fresh: boolean };

/** The list as it stood when it was opened: what changes meanwhile is counted, and shown when the person asks. */
export function useShownWork(whose: Whose) {
  const query = useInfiniteQuery(workQuery(whose));
  const { data, isFetchedAfterMount } = query;
  const [kept, setKept] = useState<Kept | undefined>(undefined);
  const own = kept?.whose === whose ? kept : undefined;
  // Until the first answer after opening the page the list may still be last hour's: that one is taken over at once.
  if (data && (!own || (!own.fresh && isFetchedAfterMount)))
    setKept({ whose, pages: data.pages, fresh: isFetchedAfterMount });
  // A further page is shown behind what stands there.
  else if (data && own && data.pages.length > own.pages.length)
    setKept({ ...own, pages: [...own.pages, ...data.pages.slice(own.pages.length)] });
  const pages = own?.pages ?? data?.pages;
  return {
    query: { ...query, data: pages },
    changes: pages && data ? countChanges(itemsOf(pages), itemsOf(data.pages)) : 0,
    showChanges: () => data && setKept({ whose, pages: data.pages, fresh: true }),
  };
}
