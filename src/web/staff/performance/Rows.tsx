import { Link } from '@tanstack/react-router';
import type { Performance, PerformanceRow } from '../../../closing/performance.ts';
import { dayText } from '../../../ui/dates.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { formatMoney } from '../../../ui/money.ts';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import type { PerformanceSearch } from './search.ts';
import { usePerformanceWords } from './words.ts';

function StateOf({ row }: { row: PerformanceRow }) {
  const t = usePerformanceWords();
  const part = row.state === 'open' && row.paidCents > 0 ? t.state_part(formatMoney(row.paidCents)) : null;
  if (!row.late) return <>{part ?? t[`state_${row.state}`]}</>;
  return (
    <span className="clock clock-overdue">
      <StateIcon shape="overdue" /> {t.overdue}
      {part ? ` · ${part}` : ''}
    </span>
  );
}

/** One by one, in the order of their days. */
export function Rows({ data, search }: { data: Performance; search: PerformanceSearch }) {
  const t = usePerformanceWords();
  const { after, ...start } = search;
  return (
    <>
      <TableScroll label={t.rows}>
        <table className="table">
          <caption>{t.rows}</caption>
          <HeadRow heads={[t.day, t.what, t.between, t.money, t.state, t.keeper]} />
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.id}>
                <td className="nowrap">{row.dueOn ? dayText(row.dueOn) : t.noDay}</td>
                <td>
                  <div>{row.obligation}</div>
                  <Link to="/disputes/$code" params={{ code: row.code }} search={{}}>
                    {row.codeShort}
                  </Link>
                  <div className="second">
                    {row.title} · {row.statusLabel}
                  </div>
                </td>
                <td>{t.to(row.payer, row.payee)}</td>
                <td className="nowrap">{row.amountCents === null ? t.deed : formatMoney(row.amountCents)}</td>
                <td className="nowrap">
                  <StateOf row={row} />
                </td>
                <td>{row.keeper}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <nav className="row pages no-print" aria-label={t.more}>
        {after ? (
          <Link to="/promises" search={start}>
            {t.first}
          </Link>
        ) : null}
        {data.next ? (
          <Link to="/promises" search={{ ...search, after: data.next }}>
            {t.more}
          </Link>
        ) : null}
      </nav>
    </>
  );
}
