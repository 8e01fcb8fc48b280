import { type ColumnKey, columnOf, type Layout } from '../../../ledger/columns.ts';

export const widthOf = ({ key, width }: Layout[number]): number => width ?? columnOf(key).width;

export const widened = (layout: Layout, name: ColumnKey, by: number): Layout =>
  layout.map((each) =>
    each.key === name ? { key: name, width: Math.min(Math.max(widthOf(each) + by, 60), 800) } : each,
  );

/** One place to the left or right; the first place is the code's. */
export function moved(layout: Layout, name: ColumnKey, step: 1 | -1): Layout {
  const at = layout.findIndex(({ key }) => key === name);
  const to = at + step;
  const column = layout[at];
  if (column === undefined || to < 1 || to >= layout.length) return layout;
  return layout.toSpliced(at, 1).toSpliced(to, 0, column);
}

export const hidden = (layout: Layout, name: ColumnKey): Layout => layout.filter(({ key }) => key !== name);
