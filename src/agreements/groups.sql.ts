import type { Dispute } from '../disputes/dispute.ts';
import type { Queries } from '../platform/db.ts';
import { refuse } from '../platform/refusal.ts';
import type { GroupRow, GroupTerms } from './group.ts';
import { type GroupMember, type GroupView, groupHead, isSigned } from './groupViews.ts';
import { groupDigest, groupHeads, writeOne } from './writeGroup.ts';

/** A group with its terms and sums, and how each of its agreements stands; no version's words are sent. */
export async function readGroup(queries: Queries, dispute: Dispute, groupId: string): Promise<GroupView> {
  const kept = await queries
    .selectFrom('visible_agreement_group')
    .select(['terms', 'rows'])
    .where('county_code', '=', dispute.countyCode)
    .where('matter_id', '=', dispute.id)
    .where('id', '=', groupId)
    .executeTakeFirst();
  if (!kept) return refuse('notFound', 'noSuchGroup', '没有这一组协议。刷新以后再看。');
  const [terms, rows] = [kept.terms as unknown as GroupTerms, kept.rows as unknown as GroupRow[]];
  const heads = groupHeads(dispute, groupId);
  const names = new Map(dispute.parties.map(({ id, name }) => [id, name]));
  const members = heads.flatMap((head): GroupMember[] => {
    const partyId = head.partyIds.find((id) => !terms.partyIds.includes(id));
    if (partyId === undefined) return [];
    const row = rows.find((each) => each.partyId === partyId);
    const { id: agreementId, number, version, digest, locked } = head;
    const apart = !row || writeOne(terms, row, dispute.parties).digest !== digest;
    const whose = { partyId, name: names.get(partyId) ?? '', cents: row?.cents ?? 0 };
    return [{ ...{ agreementId, number, version, digest, locked, apart }, ...whose, signed: isSigned(head) }];
  });
  return {
    ...groupHead(groupId, heads),
    ...{ terms, rows, members, totalCents: members.reduce((sum, { cents }) => sum + cents, 0) },
    digest: groupDigest(heads.filter(({ locked }) => !locked)),
  };
}
