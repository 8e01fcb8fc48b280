import type { Dispute } from '../disputes/dispute.ts';
import { refuse } from '../platform/refusal.ts';
import type { Agreement } from './agreement.ts';
import { digestOfText } from './digest.ts';
import { type Owed, owedBy } from './owedBy.ts';
import { plainText, textOf } from './textOf.ts';

export type Locked = { agreementId: string; agreement: Agreement };
export type LockedTerms = { form: Agreement['form']; totalCents: number | null; terms: string; items: Owed[] };

/**
 * Of an agreement that was locked, form, terms, total and what is owed are its own, whatever was typed beside it. Its terms come
 * along and are put into sentences again: the digest says whether they are those that were locked.
 */
export function lockedTerms(
  { agreementId, agreement }: Locked,
  { agreements, parties }: Pick<Dispute, 'agreements' | 'parties'>,
): LockedTerms {
  const head = agreements.find(({ id }) => id === agreementId);
  if (!head?.locked) return refuse('conflict', 'notLocked', '这份协议还没有定稿。先定稿，再记结果。');
  const text = textOf(agreement, parties);
  if (digestOfText(plainText(text)) !== head.digest)
    return refuse('conflict', 'otherWords', '送来的内容和定稿的不一样。刷新以后再记。');
  const { form, totalCents } = agreement;
  return { form, totalCents, terms: text.terms.join('\n'), items: owedBy(agreement, parties) };
}
