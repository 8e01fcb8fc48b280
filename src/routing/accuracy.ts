/** How many dispatches of a category came back, and how the rulings went; restricted matters are counted as well. */
export type Counts = {
  dispatched: number;
  sentBack: number;
  upheld: number;
  changed: number;
  /** Sent back, and nobody has ruled yet. */
  open: number;
};
export type Accuracy = Counts & { category: string; name: string; rate: Rate | null };
export type AccuracyTable = {
  asOf: string;
  from: string;
  to: string;
  smallNumber: number;
  rows: Accuracy[];
  total: Accuracy;
};

/** Dispatches that were right, out of those of which one knows: what waits for a ruling is left out on both sides. */
export type Rate = { right: number; of: number };

/** Null where there are too few to compare anything. */
export function rateOf({ dispatched, changed, open }: Counts, smallNumber: number): Rate | null {
  const of = dispatched - open;
  return of < smallNumber ? null : { right: of - changed, of };
}

const none: Counts = { dispatched: 0, sentBack: 0, upheld: 0, changed: 0, open: 0 };

export const sumOf = (rows: readonly Counts[]): Counts =>
  rows.reduce(
    (sum, row) => ({
      dispatched: sum.dispatched + row.dispatched,
      sentBack: sum.sentBack + row.sentBack,
      upheld: sum.upheld + row.upheld,
      changed: sum.changed + row.changed,
      open: sum.open + row.open,
    }),
    none,
  );

/** What one unit got of a category, and what of it did not come back: 「近一年 96% 没退回，142/148」. */
export type UnitRecord = { unitId: string; dispatched: number; sentBack: number };
export type UnitKept = { unitId: string; kept: number; of: number };

/** Only of units that got enough to speak of. */
export function keptOf(records: readonly UnitRecord[], smallNumber: number): UnitKept[] {
  return records
    .filter(({ dispatched }) => dispatched >= smallNumber)
    .map(({ unitId, dispatched, sentBack }) => ({ unitId, kept: dispatched - sentBack, of: dispatched }));
}
