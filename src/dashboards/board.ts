import { shortCode } from '../platform/disputeCode.ts';
import { dayOf, daysBetween, dueDay } from '../platform/now.ts';
import { ALL, addFigures, type Figures, noFigures } from './boardFigures.ts';
import type { BoardSort, BoardTab } from './boardInput.ts';
import { type Names, rowName } from './boardNames.ts';
import { drillOf } from './boardScope.ts';
import type { BoardRow, BoardTotals } from './boardView.ts';

export type Naming = Names & { tab: BoardTab; digits: number };

/** Days since the limit was over; within the first day 0. */
export const daysOver = (dueAt: Date, now: Date): number => Math.max(daysBetween(dueDay(dueAt), dayOf(now)), 0);

function totalsOf(figures: Figures, hidden: number, network: Names['network'], now: Date): BoardTotals {
  const { key: _, oldest, late, open, party, other, paused, grounds, ...counts } = figures;
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
): { rows: BoardRow[]; totals: BoardTotals; hiddenLate: number } {
  const all = merged([...visible, ...hidden]);
  const unseen = merged(hidden);
  const totals = (key: string) =>
    totalsOf(all.get(key) ?? noFigures(key), unseen.get(key)?.open ?? 0, naming.network, now);
  const rows = [...all].flatMap(([key, { open }]): BoardRow[] => {
    if (key === ALL) return [];
    const name = rowName(key, naming, naming);
    const row = naming.tab === 'clock' ? { ...totals(key), struckOff: null } : totals(key);
    return [{ ...row, key, name, drill: drillOf(naming.tab, key, naming.digits), small: open < smallNumber }];
  });
  return { rows, totals: totals(ALL), hiddenLate: unseen.get(ALL)?.late ?? 0 };
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
