import type { Dimension, LedgerRules } from '../disputes/ledgerRules.ts';
import { type Status, statusLabels } from '../disputes/procedure.ts';
import type { KnownOrNot } from '../intake/registerInput.ts';
import { sourceWords } from '../intake/sourceWords.ts';
import type { Network } from '../network/lookup.ts';
import { NONE } from './search.ts';

/** One combination of base values and how many matters have it. */
export type Tally = {
  source: string;
  category: string;
  urgency: string | null;
  gravity: string | null;
  difficulty: string | null;
  status: Status;
  place: string;
  count: number;
  late: number;
};

/** A row or a column of a list: what belongs to it, and the filters that open exactly that. */
export type Slot = { label: string; holds(tally: Tally): boolean; filters: Readonly<Record<string, string>> };

export type DimensionTable = {
  title: string;
  rowsBy: Dimension;
  columnsBy: Dimension;
  columns: string[];
  rows: { label: string; cells: DimensionCell[]; total: DimensionCell }[];
  totals: DimensionCell[];
  total: DimensionCell;
};
export type DimensionCell = { count: number; late: number; filters: Readonly<Record<string, string>> };

type Means = { rules: LedgerRules; network: Network; statuses: readonly Status[]; tallies: readonly Tally[] };

const stages: readonly { label: string; statuses: readonly Status[] }[] = [
  { label: '等分流', statuses: ['registered', 'accepted', 'routingDisputed'] },
  { label: '办理中', statuses: ['dispatched', 'inMediation'] },
  { label: '有结果', statuses: ['settled', 'mediationFailed', 'withdrawn', 'terminated', 'closureSubmitted'] },
  { label: '已办结', statuses: ['closed'] },
  { label: '已销号', statuses: ['struckOff', 'archived'] },
  { label: '不予受理', statuses: ['declined'] },
];

/** 轻重缓急: urgent is the highest grade of urgency, grave the highest of gravity. */
const priorities: readonly { label: string; urgent: boolean; grave: boolean }[] = [
  { label: '又急又重', urgent: true, grave: true },
  { label: '急', urgent: true, grave: false },
  { label: '重', urgent: false, grave: true },
  { label: '一般', urgent: false, grave: false },
];
const grade = (high: boolean): string => (high ? 'high' : 'low,medium');

const bySource = (values: readonly string[], label: string): Slot => ({
  label,
  holds: ({ source }) => values.includes(source),
  filters: { source: values.join(',') },
});

/** Of what old ledgers brought the source may be unknown; where nothing was, nobody is asked to read a zero. */
const sourcesIn = (tallies: readonly Tally[]): KnownOrNot[] =>
  (Object.keys(sourceWords) as KnownOrNot[]).filter(
    (source) => source !== 'unknown' || tallies.some((tally) => tally.source === source),
  );

function sourceGroups({ rules, tallies }: Means): Slot[] {
  const grouped = new Set<string>(rules.sourceGroups.flatMap((group) => group.sources));
  const rest = sourcesIn(tallies).filter((source) => !grouped.has(source));
  const groups = rules.sourceGroups.map((group) => bySource(group.sources, group.title));
  return rest.length > 0 ? [...groups, bySource(rest, '其他')] : groups;
}

function places({ network, tallies }: Means): Slot[] {
  return [...new Set(tallies.map(({ place }) => place))].toSorted().map((place) => {
    const region = network.region(place);
    const county = place.length === 6;
    return {
      label: county ? `${region?.short ?? place}（没写到街道、乡镇）` : (region?.short ?? place),
      holds: (tally) => tally.place === place,
      filters: { region: county ? `=${place}` : place },
    };
  });
}

const progress = ({ statuses }: Means): Slot[] =>
  stages.flatMap(({ label, statuses: all }) => {
    const asked = all.filter((status) => statuses.includes(status));
    if (asked.length === 0) return [];
    const name = asked.length === 1 && asked[0] ? statusLabels[asked[0]].zh : label;
    return [{ label: name, holds: ({ status }) => asked.includes(status), filters: { status: asked.join(',') } }];
  });

const notTriaged = (filters: Slot['filters'], empty: (tally: Tally) => boolean): Slot => ({
  label: '还没研判',
  holds: empty,
  filters,
});

const slots: Record<Dimension, (means: Means) => Slot[]> = {
  sourceGroup: sourceGroups,
  source: ({ tallies }) => sourcesIn(tallies).map((source) => bySource([source], sourceWords[source].zh)),
  category: ({ network }) =>
    network.categories.map(({ code, name }) => ({
      label: name,
      holds: ({ category }) => category === code,
      filters: { category: code },
    })),
  priority: () => [
    ...priorities.map(({ label, urgent, grave }) => ({
      label,
      holds: ({ urgency, gravity }: Tally) =>
        urgency !== null && gravity !== null && (urgency === 'high') === urgent && (gravity === 'high') === grave,
      filters: { urgency: grade(urgent), gravity: grade(grave) },
    })),
    notTriaged({ urgency: NONE }, ({ urgency }) => urgency === null),
  ],
  difficulty: () => [
    ...(['simple', 'ordinary', 'complex'] as const).map((value, index) => ({
      label: ['简单', '一般', '复杂'][index] ?? '',
      holds: ({ difficulty }: Tally) => difficulty === value,
      filters: { difficulty: value },
    })),
    notTriaged({ difficulty: NONE }, ({ difficulty }) => difficulty === null),
  ],
  progress,
  place: places,
};

function cellOf(tallies: readonly Tally[], filters: Slot['filters']): DimensionCell {
  const sum = (value: (tally: Tally) => number) => tallies.reduce((all, tally) => all + value(tally), 0);
  return { count: sum(({ count }) => count), late: sum(({ late }) => late), filters };
}

/** One list of the four: rows × columns, each number with the filters that open it. Empty rows are left out. */
export function dimensionTable(list: LedgerRules['dimensions'][number], means: Means): DimensionTable {
  const [rowSlots, columnSlots] = [slots[list.rows](means), slots[list.columns](means)];
  const rows = rowSlots.flatMap((row) => {
    const inRow = means.tallies.filter(row.holds);
    const total = cellOf(inRow, row.filters);
    if (total.count === 0 && list.rows !== 'sourceGroup' && list.rows !== 'priority') return [];
    const cells = columnSlots.map((column) =>
      cellOf(inRow.filter(column.holds), { ...row.filters, ...column.filters }),
    );
    return [{ label: row.label, cells, total }];
  });
  return {
    title: list.title,
    rowsBy: list.rows,
    columnsBy: list.columns,
    columns: columnSlots.map(({ label }) => label),
    rows,
    totals: columnSlots.map((column) => cellOf(means.tallies.filter(column.holds), column.filters)),
    total: cellOf(means.tallies, {}),
  };
}
