import type { Network } from '../network/lookup.ts';
import { regionPath } from '../network/network.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { dayOf, daysBetween, dueDay } from '../platform/now.ts';
import { ALL, addFigures, type Figures, noFigures } from './boardFigures.ts';
import type { BoardSort, BoardTab } from './boardInput.ts';
import { drillOf } from './boardScope.ts';
import type { BoardRow, BoardTotals } from './boardView.ts';

export type Naming = { tab: BoardTab; digits: number; network: Pick<Network, 'unit' | 'region' | 'category'> };

const levels: Readonly<Record<number, string>> = { 9: '街道', 12: '村社区', 15: '网格' };

/** 「迎泽街道」; a place that is not filled in as deep as its neighbors says so. */
function nameOf(key: string, label: string | null, { tab, digits, network }: Naming): string {
  if (tab === 'unit') return network.unit(key)?.short ?? key;
  if (tab === 'category') return network.category(key)?.name ?? '没有分类';
  if (tab === 'clock') return label ?? key;
  const name = regionPath(key, (code) => network.region(code)?.short, key.length > 6 ? 'township' : undefined);
  return key.length < digits ? `${name || key}（没填到${levels[digits] ?? '区县'}）` : name || key;
}

/** Days since the limit was over; within the first day 0. */
export const daysOver = (dueAt: Date, now: Date): number => Math.max(daysBetween(dueDay(dueAt), dayOf(now)), 0);

function totalsOf(figures: Figures, hidden: number, network: Naming['network'], now: Date): BoardTotals {
  const { key: _, label: __, oldest, late, open, party, other, paused, grounds, ...counts } = figures;
  return {
    ...counts,
    open,
    late,
    lateRate: { numerator: late, denominator: open },
    paused: { all: paused, grounds },
    others: { party, other },
    hidden,
    oldestLate: oldest && {
      days: daysOver(oldest.dueAt, now),
      code: oldest.code,
      codeShort: oldest.code && shortCode(oldest.code, network.region(oldest.countyCode)?.short ?? ''),
      title: oldest.title,
    },
  };
}

type Counted = { visible: readonly Figures[]; hidden: readonly Figures[] };

function merged(all: readonly Figures[]): Map<string, Figures> {
  const rows = new Map<string, Figures>();
  for (const each of all) rows.set(each.key, addFigures(rows.get(each.key) ?? noFigures(each.key), each));
  return rows;
}

/** What was counted, as rows with names and one row of everything; a dispute stands in it once. */
export function boardRows(
  { visible, hidden }: Counted,
  naming: Naming,
  { smallNumber, now }: { smallNumber: number; now: Date },
): { rows: BoardRow[]; totals: BoardTotals } {
  const all = merged([...visible, ...hidden]);
  const unseen = merged(hidden);
  const totals = (key: string) =>
    totalsOf(all.get(key) ?? noFigures(key), unseen.get(key)?.open ?? 0, naming.network, now);
  const rows = [...all].flatMap(([key, { label, open }]): BoardRow[] => {
    if (key === ALL) return [];
    const name = nameOf(key, label, naming);
    return [{ ...totals(key), key, name, drill: drillOf(naming.tab, key, naming.digits), small: open < smallNumber }];
  });
  return { rows, totals: totals(ALL) };
}

const rate = ({ late, open }: BoardRow): number => (open === 0 ? 0 : late / open);
const byName = (a: BoardRow, b: BoardRow): number => a.name.localeCompare(b.name, 'zh');

const orders: Record<BoardSort, (a: BoardRow, b: BoardRow) => number> = {
  soon: (a, b) => b.soon - a.soon || b.threeDays - a.threeDays || b.late - a.late || b.open - a.open,
  late: (a, b) => b.late - a.late || b.soon - a.soon,
  // Three of five late says nothing about a unit: small numbers stand below, in no order of rate.
  rate: (a, b) => Number(a.small) - Number(b.small) || (a.small ? 0 : rate(b) - rate(a)),
  oldest: (a, b) => (b.oldestLate?.days ?? -1) - (a.oldestLate?.days ?? -1),
  open: (a, b) => b.open - a.open,
  name: () => 0,
};

export function sortBoard(rows: readonly BoardRow[], sort: BoardSort): BoardRow[] {
  return rows.toSorted((a, b) => orders[sort](a, b) || byName(a, b) || (a.key < b.key ? -1 : 1));
}
