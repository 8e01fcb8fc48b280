import type { AgreementHead } from '../disputes/dispute.ts';
import type { GroupRow, GroupTerms } from './group.ts';

/** A group on one line: 90 份，〔2026〕迎人调字第12–101号，83 份已定稿. */
export type GroupHead = { id: string; count: number; locked: number; signed: number; numbers: string };

export type GroupMember = {
  agreementId: string;
  partyId: string;
  name: string;
  cents: number;
  number: string | null;
  version: number;
  digest: string;
  locked: boolean;
  signed: boolean;
  /** Its words are not those of the group's terms: it was written apart. */
  apart: boolean;
};

export type GroupView = GroupHead & {
  terms: GroupTerms;
  rows: GroupRow[];
  members: GroupMember[];
  totalCents: number;
  /** Over what is not locked yet. */
  digest: string;
};

const numbered = /^(.*第)(\d+)(号)$/;

/** 〔2026〕迎人调字第12–101号 where they follow one another, else how many there are. */
export function spokenNumbers(numbers: readonly string[]): string {
  const read = numbers.map((number) => numbered.exec(number)).filter((each) => each !== null);
  const values = read.map(([, , value]) => Number(value)).toSorted((a, b) => a - b);
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  const same = new Set(read.map(([, front]) => front)).size === 1;
  if (values.length === 0) return '';
  if (!same || last - first + 1 !== values.length) return `${numbers.length} 个编号`;
  return `${read[0]?.[1]}${first === last ? first : `${first}–${last}`}号`;
}

/** Everybody's own is signed once all who stand in it did. */
export const isSigned = ({ partyIds, signedPartyIds }: AgreementHead): boolean =>
  partyIds.every((id) => signedPartyIds.includes(id));

export const groupHead = (id: string, heads: readonly AgreementHead[]): GroupHead => ({
  ...{ id, count: heads.length, locked: heads.filter(({ locked }) => locked).length },
  signed: heads.filter(isSigned).length,
  numbers: spokenNumbers(heads.flatMap(({ number }) => number ?? [])),
});

/** The groups of a dispute, the oldest first. */
export function groupsOf(agreements: readonly AgreementHead[]): GroupHead[] {
  const ids = [...new Set(agreements.flatMap(({ groupId }) => groupId ?? []))];
  return ids.map((id) =>
    groupHead(
      id,
      agreements.filter(({ groupId }) => groupId === id),
    ),
  );
}
