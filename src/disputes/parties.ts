import { partiesLine } from '../intake/register.ts';
import type { Change, Insert } from '../matters/decision.ts';
import type { Dispute, PartyBrief } from './dispute.ts';

type Named = Pick<PartyBrief, 'side' | 'name' | 'left'> & Partial<Pick<PartyBrief, 'representsPartyId'>>;

/** 郭秀兰等90人｜任建军: the sides of a dispute on one line, without those who left. */
export const lineOf = (parties: readonly Named[]): string =>
  partiesLine(
    parties
      .filter(({ left }) => !left)
      .map(({ side, name, representsPartyId = null }) => ({
        side,
        name,
        represents: representsPartyId === null ? null : 0,
      })),
  );

/** The parties as a step leaves them: who joined, what each asks for now, who left. */
export function partiesAfter(
  { parties }: Pick<Dispute, 'parties'>,
  inserts: readonly Insert[],
  changes: readonly Change[],
): readonly PartyBrief[] {
  const joined = inserts.flatMap((each): PartyBrief[] => {
    if (each.into !== 'party') return [];
    const { id, side, kind, name, minor = false, claim_cents: claim = null } = each.values;
    const alone = { representsPartyId: null, chosenPartyId: null, left: false };
    return [{ ...{ id, side, kind, name, minor: minor === true, ...alone }, claimCents: claim as number | null }];
  });
  const set = new Map(changes.flatMap((each) => (each.table === 'party' ? [[each.id, each.set] as const] : [])));
  if (joined.length + set.size === 0) return parties;
  return [...parties, ...joined].map((party) => {
    const { claim_cents: claim, left_at: leftAt, chosen_party_id: chosen } = set.get(party.id) ?? {};
    return {
      ...party,
      ...(claim === undefined ? {} : { claimCents: claim as number | null }),
      ...(leftAt === undefined ? {} : { left: leftAt !== null }),
      ...(chosen === undefined ? {} : { chosenPartyId: chosen }),
    };
  });
}
