import type { GroupRow } from './group.ts';

type Person = { partyId: string; name: string; claimCents: number | null };
export type GroupFindings = {
  /** On the list, and in no agreement of the group. */
  without: string[];
  twice: string[];
  /** More than was claimed. */
  over: string[];
  sumCents: number;
  differs: boolean;
};

/** What to look at before many sign: nobody forgotten, nobody twice, sums that come to what was agreed on. It advises, as the lint does. */
export function groupFindings(
  rows: readonly Pick<GroupRow, 'partyId' | 'cents'>[],
  people: readonly Person[],
  agreedCents: number | null,
): GroupFindings {
  const sums = new Map(rows.map(({ partyId, cents }) => [partyId, cents]));
  const named = (found: readonly Person[]) => found.map(({ name }) => name);
  const sumCents = rows.reduce((sum, { cents }) => sum + cents, 0);
  const times = (id: string) => rows.filter(({ partyId }) => partyId === id).length;
  return {
    without: named(people.filter(({ partyId }) => !sums.has(partyId))),
    twice: rows.length === sums.size ? [] : named(people.filter(({ partyId }) => times(partyId) > 1)),
    over: named(
      people.filter(({ partyId, claimCents }) => claimCents !== null && (sums.get(partyId) ?? 0) > claimCents),
    ),
    sumCents,
    differs: agreedCents !== null && agreedCents !== sumCents,
  };
}
