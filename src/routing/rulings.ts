import type { Network } from '../network/lookup.ts';
import { regionPath } from '../network/network.ts';
import type { Actor } from '../platform/actor.ts';
import { shortCode } from '../platform/disputeCode.ts';

/** What became of a dispatch: `open` waits for a ruling, `ended` was withdrawn meanwhile, `kept` never came back. */
export const results = ['open', 'upheld', 'changed', 'ended', 'kept'] as const;
export type Result = (typeof results)[number];

/** A dispatch as the database has it, with what was said about it. */
export type RulingDbRow = {
  countyCode: string;
  id: string;
  code: string;
  categoryCode: string;
  regionCode: string;
  at: Date;
  sortAt: string;
  unitId: string;
  sentBackAt: Date | null;
  betterUnitId: string | null;
  result: 'upheld' | 'changed' | 'ended' | null;
  basis: string | null;
  basisSince: string | null;
  reason: string | null;
  toUnitId: string | null;
  ruledAt: Date | null;
  words: string | null;
  dutyChanged: boolean;
  rulingDue: Date | null;
};

export type RulingRow = {
  id: string;
  code: string;
  codeShort: string;
  category: string;
  place: string;
  dispatchedAt: string;
  from: string;
  /** What of the duty list the dispatch relied on. */
  basis: string | null;
  sentBackAt: string | null;
  better: string | null;
  reason: string | null;
  result: Result;
  to: string | null;
  ruledAt: string | null;
  words: string | null;
  dutyChanged: boolean;
  /** Until when it is to be ruled on. */
  due: string | null;
};
export type RulingPage = { asOf: string; rows: RulingRow[]; next: string | null };

/** An earlier ruling of the same category: of a matter that this post may not know of, without code and words. */
export type Precedent = {
  at: string;
  from: string;
  to: string;
  outcome: 'upheld' | 'changed';
  code: string | null;
  codeShort: string | null;
  words: string | null;
};

export type RulingFilter = {
  category?: string;
  /** Without one: whatever was sent back. */
  result?: Result | 'all';
  /** A unit reads its own only. */
  unitId?: string;
  from: Date;
  to: Date;
  after?: { at: string; id: string };
  limit: number;
};

const withoutWords: ReadonlySet<string> = new Set(['supervisor', 'politicalLegalMember']);

/** Reasons are for the center and the units concerned; those who read ledgers read what was decided, not the words. */
function readsWords(actor: Actor, row: RulingDbRow): boolean {
  if (withoutWords.has(actor.role)) return false;
  return actor.centerId !== null || [row.unitId, row.toUnitId].includes(actor.unitId);
}

export function rulingRow(row: RulingDbRow, actor: Actor, network: Network): RulingRow {
  const name = (id: string | null) => (id === null ? null : (network.unit(id)?.short ?? id));
  const words = readsWords(actor, row);
  return {
    id: row.id,
    code: row.code,
    codeShort: shortCode(row.code, network.region(row.countyCode)?.short ?? ''),
    category: network.category(row.categoryCode)?.name ?? row.categoryCode,
    place: regionPath(row.regionCode.slice(0, 9), (code) => network.region(code)?.short, 'county'),
    dispatchedAt: row.at.toISOString(),
    from: name(row.unitId) ?? '',
    basis: row.basis && `${row.basis}（${row.basisSince ?? ''}起）`,
    sentBackAt: row.sentBackAt?.toISOString() ?? null,
    better: name(row.betterUnitId),
    reason: words ? row.reason : null,
    result: row.result ?? (row.sentBackAt ? 'open' : 'kept'),
    to: name(row.toUnitId),
    ruledAt: row.ruledAt?.toISOString() ?? null,
    words: words ? row.words : null,
    dutyChanged: row.dutyChanged,
    due: row.rulingDue?.toISOString() ?? null,
  };
}
