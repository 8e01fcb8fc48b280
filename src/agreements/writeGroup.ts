import { presentOf } from '../claimants/claimant.ts';
import type { AgreementHead, Dispute } from '../disputes/dispute.ts';
import { Refusal, refuse } from '../platform/refusal.ts';
import { spokenNames } from '../ui/spokenNames.ts';
import type { Agreement } from './agreement.ts';
import { checkAgreement } from './checkAgreement.ts';
import { digestOfText } from './digest.ts';
import { agreementFor, type GroupRow, type GroupTerms, partiesFor } from './group.ts';
import { type AgreementText, plainText, textOf } from './textOf.ts';

export type Written = { partyId: string; agreement: Agreement; text: AgreementText; words: string; digest: string };

/** The agreements of a group as they stand, in the order of the roster. */
export function groupHeads({ agreements, parties }: Pick<Dispute, 'agreements' | 'parties'>, groupId: string) {
  const place = new Map(parties.map(({ id }, index) => [id, index]));
  const heads = agreements.filter((head) => head.groupId === groupId);
  if (heads.length === 0) refuse('notFound', 'noSuchGroup', '没有这一组协议。刷新以后再看。');
  return heads.toSorted((a, b) => placeOf(a, place) - placeOf(b, place));
}
const placeOf = ({ partyIds }: AgreementHead, place: ReadonlyMap<string, number>) =>
  Math.min(...partyIds.map((id) => place.get(id) ?? 0));

/** Over what is locked together: each one, its version and its words. */
export const groupDigest = (heads: readonly Pick<AgreementHead, 'id' | 'version' | 'digest'>[]): string =>
  digestOfText(
    heads
      .map(({ id, version, digest }) => `${id} ${version} ${digest}`)
      .toSorted()
      .join('\n'),
  );

/** A group pays each one his own sum, by one term and to somebody on the list. */
function checkRows(terms: GroupTerms, rows: readonly GroupRow[], { parties }: Pick<Dispute, 'parties'>): void {
  if (terms.terms.filter(({ own }) => own).length !== 1)
    throw new Refusal('invalid', 'oneOwnSum', '正好有一条写「各人的金额」。', {
      'terms.terms': '正好有一条写「各人的金额」。',
    });
  const present = new Set(presentOf(parties).map(({ id }) => id));
  const seen = new Set<string>();
  const fields: Record<string, string> = {};
  for (const [index, { partyId, cents, instalments }] of rows.entries()) {
    const sum = instalments?.reduce((all, each) => all + each.cents, 0) ?? cents;
    if (seen.has(partyId)) fields[`rows.${index}.partyId`] = '同一个人写了两次。';
    else if (!present.has(partyId)) fields[`rows.${index}.partyId`] = '他不在名单上，或者已经退出。';
    if (sum !== cents) fields[`rows.${index}.cents`] = '分期加起来和他的金额不一样。';
    seen.add(partyId);
  }
  const count = Object.keys(fields).length;
  if (count > 0) throw new Refusal('invalid', 'invalidRows', `各人的金额有 ${count} 处要改。`, fields);
}

/** One person's agreement in words. */
export function writeOne(terms: GroupTerms, row: GroupRow, parties: Dispute['parties']): Written {
  const own = partiesFor([row.partyId, ...terms.partyIds], parties);
  const agreement = agreementFor(terms, row, own);
  const text = textOf(agreement, own);
  const words = plainText(text);
  return { partyId: row.partyId, agreement, text, words, digest: digestOfText(words) };
}

/** All agreements of a group; what no sentence can be made of is refused at the first of them. */
export function writeGroup(terms: GroupTerms, rows: readonly GroupRow[], dispute: Pick<Dispute, 'parties'>): Written[] {
  checkRows(terms, rows, dispute);
  const written = rows.map((row) => writeOne(terms, row, dispute.parties));
  for (const { agreement } of written.slice(0, 1)) checkAgreement(agreement, dispute.parties);
  return written;
}

export const namesOf = (ids: readonly string[], { parties }: Pick<Dispute, 'parties'>): string => {
  const wanted = new Set(ids);
  return spokenNames(parties.filter(({ id }) => wanted.has(id)).map(({ name }) => name));
};
