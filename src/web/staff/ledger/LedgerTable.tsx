import { type CSSProperties, type RefObject, useEffect, useRef, useState } from 'react';
import { columnOf } from '../../../ledger/columns.ts';
import { sorts } from '../../../ledger/search.ts';
import type { LedgerRow } from '../../../ledger/views.ts';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { useListKeys } from '../work/useListKeys.ts';
import { Cell } from './Cell.tsx';
import { HeadMenu, type HeadProps, sortOf } from './HeadMenu.tsx';
import { widthOf } from './layout.ts';
import { useLedgerWords } from './words.ts';

type Props = HeadProps & {
  rows: readonly LedgerRow[];
  /** Codes that are ticked, or null where this post does nothing with several at once. */
  ticked: ReadonlySet<string> | null;
  onTick: (code: string) => void;
};

/** Whether the columns need more room than there is: then the table scrolls in itself, also up and down, so that its head stays. */
function useWide(box: RefObject<HTMLElement | null>, width: number): boolean {
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWide(element.clientWidth < width));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, width]);
  return wide;
}

/** The rows with the columns that somebody chose; ↑↓ move, Enter opens, x ticks. */
export function LedgerTable({ rows, ticked, onTick, ...head }: Props) {
  const t = useLedgerWords();
  const box = useRef<HTMLElement>(null);
  const { layout, search } = head;
  useListKeys(box, ticked ? [['X', onTick]] : []);
  const now = sortOf(search);
  const ariaSort = (key: (typeof layout)[number]['key']) => {
    if (!columnOf(key).sorts?.includes(now)) return undefined;
    return sorts[now].direction === 'asc' ? 'ascending' : 'descending';
  };
  const width = layout.reduce((sum, column) => sum + widthOf(column), 0);
  const wide = useWide(box, width);
  return (
    <TableScroll label={t.title} ref={box} className={wide ? 'ledger-wide' : 'ledger-fits'}>
      <table className="table ledger-table" style={{ '--ledger-width': `${width}px` } as CSSProperties}>
        <colgroup>
          {layout.map((column) => (
            <col key={column.key} style={{ width: widthOf(column) }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {layout.map(({ key }) => (
              <th key={key} scope="col" aria-sort={ariaSort(key)}>
                <HeadMenu name={key} {...head} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code} data-row={row.code} className={ticked?.has(row.code) ? 'row-here' : undefined}>
              {layout.map(({ key }) => (
                <Cell
                  key={key}
                  name={key}
                  row={row}
                  before={
                    key === 'code' && ticked ? (
                      <input
                        type="checkbox"
                        className="ledger-tick no-print"
                        aria-label={t.tick(row.codeShort)}
                        checked={ticked.has(row.code)}
                        onChange={() => onTick(row.code)}
                      />
                    ) : null
                  }
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
