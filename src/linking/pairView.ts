import { statusLabels } from '../disputes/procedure.ts';
import type { Network } from '../network/lookup.ts';
import { regionPath } from '../network/network.ts';
import { shortCode } from '../platform/disputeCode.ts';
import type { Candidate } from './candidate.ts';

/** One of a pair, in words that stand side by side. */
export type PairSide = {
  code: string;
  codeShort: string;
  title: string;
  partiesLine: string;
  category: string;
  place: string;
  occurredOn: string | null;
  openedAt: string;
  unit: string;
  statusLabel: string;
  facts: string;
  /** Whether it can still go together with the other: nothing is decided yet about how it ends. */
  joins: boolean;
};

export type Pair = { later: PairSide; earlier: PairSide; reasons: string[]; foundAt: string };

const settled: ReadonlySet<string> = new Set([
  'settled',
  'mediationFailed',
  'withdrawn',
  'terminated',
  'closureSubmitted',
]);

function sideOf({ seen, matter, partiesLine, facts }: Candidate, network: Network): PairSide {
  const region = regionPath(matter.regionCode, (code) => network.region(code)?.short, 'county');
  return {
    code: seen.code,
    codeShort: shortCode(seen.code, network.region(seen.code.slice(0, 6))?.short ?? ''),
    title: seen.title,
    partiesLine,
    category: network.category(matter.categoryCode)?.name ?? '',
    place: `${region} ${matter.address}`.trim(),
    occurredOn: matter.occurredOn,
    openedAt: matter.openedAt.toISOString(),
    unit: network.unit(seen.leadUnitId ?? seen.receivingCenterId)?.short ?? '',
    statusLabel: statusLabels[seen.status].zh,
    facts,
    joins: !settled.has(seen.status),
  };
}

export function pairOf(later: Candidate, earlier: Candidate, reasons: string[], foundAt: Date, network: Network): Pair {
  return { later: sideOf(later, network), earlier: sideOf(earlier, network), reasons, foundAt: foundAt.toISOString() };
}
