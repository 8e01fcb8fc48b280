import type { Hit } from '../../../finding/searchView.ts';
import { makeCatalog } from '../../../ui/i18n.ts';

export const useReasonWords = makeCatalog({
  zh: {
    code: '编号',
    title: '事由',
    name: (name: string) => `当事人 ${name}`,
    idNumber: (name: string) => `${name} 证件后四位`,
    phone: (name: string) => `${name} 电话后四位`,
    address: (words: string) => `地址 ${words}`,
    facts: (words: string) => `经过「${words}」`,
  },
  en: {
    code: 'code',
    title: 'title',
    name: (name: string) => `party ${name}`,
    idNumber: (name: string) => `${name}, end of paper`,
    phone: (name: string) => `${name}, end of phone`,
    address: (words: string) => `address ${words}`,
    facts: (words: string) => `facts “${words}”`,
  },
});

export type ReasonWords = ReturnType<typeof useReasonWords>;

/** Why a matter was found, in the words of what the post may read of it. */
export function reasonText(reason: Hit['reason'], words: ReasonWords, hit: Pick<Hit, 'category' | 'place'>): string {
  if ('name' in reason) return words[reason.by](reason.name);
  if ('words' in reason) return words[reason.by](reason.words);
  return reason.by === 'place' ? `${hit.category} ${hit.place}` : words[reason.by];
}
