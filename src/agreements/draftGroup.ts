import type { AgreementHead, Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import type { Change, Insert } from '../matters/decision.ts';
import { Refusal } from '../platform/refusal.ts';
import { tellOwner } from '../waits/whoseLimit.ts';
import { resign } from './draftAgreement.ts';
import type { DraftGroupInput } from './group.ts';
import { groupHeads, namesOf, type Written, writeGroup } from './writeGroup.ts';

type Version = { inserts: Insert[]; changes: Change[]; fresh: boolean; signed: readonly string[] };

/** A new agreement of somebody, or the next version of his; nothing where no letter changed. */
function versionOf(
  { agreement, words, digest }: Written,
  head: AgreementHead | undefined,
  { groupId, reason }: { groupId: string; reason: string },
  { now, actor, newId }: DisputeContext,
): Version | null {
  if (head?.digest === digest) return null;
  const id = head?.id ?? newId();
  const version = (head?.version ?? 0) + 1;
  const { form, partyIds } = agreement;
  const set = { form, version, digest, party_ids: [...partyIds] };
  const row = { id: newId(), agreement_id: id, version, words, digest, at: now, by_post_id: actor.postId, reason };
  const kept: Insert = { into: 'agreement_version', values: { ...row, terms: JSON.stringify(agreement) } };
  if (head)
    return {
      ...{ inserts: [kept], changes: [{ table: 'agreement', id, set: { ...set, locked_at: null } }], fresh: false },
      signed: head.signedPartyIds,
    };
  const first: Insert = { into: 'agreement', values: { id, ...set, group_id: groupId, created_at: now } };
  return { inserts: [first, kept], changes: [], fresh: true, signed: [] };
}

/** Nobody of the group is forgotten when it is written anew: his old agreement would stand beside the new ones. */
function refuseForgotten(heads: readonly AgreementHead[], { rows, keep }: DraftGroupInput, dispute: Dispute): void {
  const named = new Set([...rows.map(({ partyId }) => partyId), ...keep]);
  const forgotten = heads.filter(({ partyIds }) => !partyIds.some((id) => named.has(id)));
  if (forgotten.length === 0) return;
  const common = new Set(heads[0]?.partyIds.filter((id) => heads.every(({ partyIds }) => partyIds.includes(id))));
  const ids = forgotten.flatMap(({ partyIds }) => partyIds.filter((id) => heads.length === 1 || !common.has(id)));
  const sentence = `${namesOf(ids, dispute)}有协议，没有写进来：写上他的金额，或者标成单独写的。`;
  throw new Refusal('invalid', 'forgotten', sentence, { rows: sentence });
}

/** The same terms for many and each one's own sum: as many agreements, each with words, digest and version of its own. */
export function draftGroup(dispute: Dispute, input: DraftGroupInput, context: DisputeContext): DisputeDecision {
  const { terms, rows, keep } = input;
  const written = writeGroup(terms, rows, dispute);
  const heads = input.groupId === null ? [] : groupHeads(dispute, input.groupId);
  refuseForgotten(heads, input, dispute);
  const groupId = input.groupId ?? context.newId();
  const apart = new Set(keep);
  const group = { groupId, reason: input.reason.trim() };
  const versions = written
    .filter(({ partyId }) => !apart.has(partyId))
    .flatMap((each) => {
      const head = heads.find(({ partyIds }) => partyIds.includes(each.partyId));
      return versionOf(each, head, group, context) ?? [];
    });
  if (versions.length === 0) throw new Refusal('conflict', 'sameWords', '和上一稿一个字也没有变，不用再存。');
  const kept = { terms: JSON.stringify(terms), rows: JSON.stringify(rows) };
  const fresh = versions.filter((each) => each.fresh).length;
  const inserts = versions.flatMap((each) => each.inserts);
  const of = (table: Insert['into']) => inserts.filter(({ into }) => into === table);
  return {
    type: 'draftGroup',
    data: { groupId, written: fresh, changed: versions.length - fresh },
    inserts: [
      ...(input.groupId === null
        ? [{ into: 'agreement_group' as const, values: { id: groupId, ...kept, created_at: context.now } }]
        : []),
      ...of('agreement'),
      ...of('agreement_version'),
    ],
    // Whoever signed the words before has signed nothing now (signing/keepSignature.sql.ts voids it), and is told once.
    tell: [...new Set(versions.flatMap(({ signed }) => signed))].map((partyId) => tellOwner(dispute, partyId, resign)),
    changes: [
      ...(input.groupId === null ? [] : [{ table: 'agreement_group' as const, id: groupId, set: kept }]),
      ...versions.flatMap((each) => each.changes),
    ],
  };
}
