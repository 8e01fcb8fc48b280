import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { Insert } from '../matters/decision.ts';
import { invalid } from '../platform/refusal.ts';
import { type Head, signatureRow, standIns } from './signing.ts';

function sentenceOf(missing: readonly { name: string }[]): string {
  const named = missing
    .slice(0, 5)
    .map(({ name }) => name)
    .join('、');
  return `还有 ${missing.length} 人没签：${named}${missing.length > 5 ? '等' : ''}。签完再记；已经在纸上签了的，打勾说明。`;
}

/**
 * What is settled was signed by all: on the screen, on paper as recorded, or on paper as is said now and recorded with it. An oral
 * agreement holds from when it was made (人民调解法 30): nobody signs it.
 */
export function restOnPaper(
  dispute: Dispute,
  heads: readonly Head[],
  { signedOnPaper = false }: { signedOnPaper?: boolean },
  { now, actor, newId }: DisputeContext,
): Insert[] {
  const missing = heads.flatMap((head) =>
    dispute.parties.flatMap((party) => {
      const { id, left } = party;
      return head.partyIds.includes(id) && !head.signedPartyIds.includes(id) && !left ? [{ head, party }] : [];
    }),
  );
  const people = [...new Map(missing.map(({ party }) => [party.id, party])).values()];
  if (people.length > 0 && !signedOnPaper) throw invalid('notAllSigned', 'signedOnPaper', sentenceOf(people));
  return missing.map(({ head, party }) => {
    const signerPartyId = party.minor ? (standIns(dispute, party)[0]?.id ?? party.id) : party.id;
    const hand = { agreementId: head.id, digest: head.digest, partyId: party.id, signerPartyId };
    return signatureRow(newId(), head, hand, 'paper', { now, postId: actor.postId });
  });
}
