import { Link } from '@tanstack/react-router';
import type { Accuracy, AccuracyTable } from '../../../routing/accuracy.ts';
import { formatCount } from '../../../ui/money.ts';
import { percent } from '../../../ui/percent.ts';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import type { RulingsSearch } from './search.ts';
import { useRulingsWords } from './words.ts';

type NumberProps = { count: number; search: RulingsSearch; label: string };

/** Every number opens the list that it counts. */
function Figure({ count, search, label }: NumberProps) {
  if (count === 0) return <td className="figure">0</td>;
  return (
    <td className="figure">
      <Link to="/rulings" search={search} aria-label={`${label} ${count}`}>
        {formatCount(count)}
      </Link>
    </td>
  );
}

function Row({ row, table }: { row: Accuracy; table: AccuracyTable }) {
  const t = useRulingsWords();
  const name = row.category === '' ? t.total : row.name;
  const search = (result?: string): RulingsSearch => ({
    from: table.from,
    to: table.to,
    ...(row.category ? { category: row.category } : {}),
    ...(result ? { result } : {}),
  });
  const figures = [
    [row.dispatched, 'all', t.count],
    [row.sentBack, undefined, t.sentBack],
    [row.upheld, 'upheld', t.upheld],
    [row.changed, 'changed', t.changed],
    [row.open, 'open', t.open],
  ] as const;
  return (
    <tr className={row.category === '' ? 'figures-total' : undefined}>
      <th scope="row">{name}</th>
      {figures.map(([count, result, label]) => (
        <Figure key={label} count={count} search={search(result)} label={`${name} ${label}`} />
      ))}
      <td className="figure">
        {row.rate ? (
          <>
            {percent(row.rate.right, row.rate.of, 1)}
            <span className="second">{t.of(row.rate.right, row.rate.of)}</span>
          </>
        ) : (
          <span className="second">{t.few}</span>
        )}
      </td>
    </tr>
  );
}

/** Per category: dispatched, sent back, upheld, changed, and the rate with its denominator. */
export function AccuracyFigures({ table }: { table: AccuracyTable }) {
  const t = useRulingsWords();
  if (table.rows.length === 0) return <p className="second">{t.noFigures}</p>;
  return (
    <TableScroll label={t.accuracy}>
      <table className="table accuracy-table">
        <thead>
          <tr>
            <th scope="col">{t.category}</th>
            {[t.count, t.sentBack, t.upheld, t.changed, t.open, t.rate].map((head) => (
              <th key={head} scope="col" className="figure">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <Row key={row.category} row={row} table={table} />
          ))}
          {table.rows.length > 1 ? <Row row={table.total} table={table} /> : null}
        </tbody>
      </table>
    </TableScroll>
  );
}
