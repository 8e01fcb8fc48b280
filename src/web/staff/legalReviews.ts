import { queryOptions, useQuery } from '@tanstack/react-query';
import type { LegalSentence } from '../../law/sentence.ts';
import type { SentenceStanding } from '../../law/sentenceLine.ts';
import { makeCatalog } from '../../ui/i18n.ts';
import { api } from './api.ts';

type Unread = { id: string; standing: SentenceStanding; status: LegalSentence['status'] };

const unreviewedQuery = queryOptions({
  queryKey: ['law', 'unreviewed'],
  queryFn: () => api.get<Unread[]>('/api/legal-sentences/unreviewed'),
  staleTime: 300_000,
});

const useWords = makeCatalog({
  zh: {
    unreviewed: '没有经律师审核',
    pending: '律师的审核还没有发布',
    expired: '律师的审核到期了',
    changed: '审核以后改过',
    V2: '转引，待核原文',
  },
  en: {
    unreviewed: 'not reviewed by a lawyer',
    pending: 'review not published yet',
    expired: 'review has run out',
    changed: 'changed since its review',
    V2: 'second hand, text not seen',
  },
});

/** What staff are told beside a sentence of law that nobody answers for: '' where a lawyer read it. */
export function useLegalCaution(): (id: string) => string {
  const t = useWords();
  const { data = [] } = useQuery(unreviewedQuery);
  return (id) => {
    const unread = data.find((each) => each.id === id);
    if (!unread || unread.standing === 'reviewed') return '';
    return [unread.status === 'V2' ? t.V2 : '', t[unread.standing]].filter(Boolean).join('，');
  };
}
