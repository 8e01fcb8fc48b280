import type { Dispute } from '../disputes/dispute.ts';
import { refuse } from '../platform/refusal.ts';
import type { LockedGroup } from './group.ts';
import { type LockedTerms, lockedTerms } from './lockedTerms.ts';
import { owedBy } from './owedBy.ts';
import { groupHeads, namesOf, writeOne } from './writeGroup.ts';

/** What each agreement of the group holds: written again from terms and sums, and compared with what was locked. */
export function lockedGroup(group: LockedGroup, dispute: Pick<Dispute, 'agreements' | 'parties'>): LockedTerms[] {
  const heads = groupHeads(dispute, group.groupId);
  const open = heads.filter(({ locked }) => !locked).flatMap(({ partyIds }) => partyIds.slice(0, 1));
  if (open.length > 0)
    return refuse('conflict', 'notLocked', `${namesOf(open, dispute)}的协议还没有定稿。先定稿，再记结果。`);
  return heads.map((head) => {
    const apart = group.apart.find(({ agreementId }) => agreementId === head.id);
    if (apart) return lockedTerms(apart, dispute);
    const row = group.rows.find(({ partyId }) => head.partyIds.includes(partyId));
    const written = row && writeOne(group.terms, row, dispute.parties);
    if (written?.digest !== head.digest) {
      const who = namesOf(head.partyIds.slice(0, 1), dispute);
      return refuse('conflict', 'otherWords', `${who}的协议送来的和定稿的不一样。刷新以后再记。`);
    }
    const { agreement, text } = written;
    const { form, totalCents } = agreement;
    return { form, totalCents, terms: text.terms.join('\n'), items: owedBy(agreement, dispute.parties) };
  });
}
