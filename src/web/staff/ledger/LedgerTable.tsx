import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import type { LedgerRow } from '../../../disputes/views.ts';
import { ClockFaceText } from '../../../ui/Clock.tsx';
import { tableDay } from '../../../ui/dates.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { statusWord } from '../procedureWords.ts';
import { useListKeys } from '../work/useListKeys.ts';
import { type LedgerSearch, withOrder } from './filters.ts';
import { useLedgerWords } from './words.ts';

type OrderProps = { search: LedgerSearch; order: 'due' | 'opened'; title: string; children: ReactNode };

/** People look for the order in the headings: both that exist are there. */
function OrderHead({ search, order, title, children }: OrderProps) {
  const t = useLedgerWords();
  const here = (search.order ?? 'due') === order;
  return (
    <th scope="col" aria-sort={here ? (order === 'due' ? 'ascending' : 'descending') : 'none'}>
      <Link to="/ledger" search={withOrder(search, order)} title={title + (here ? t.ordered : '')}>
        {children}
        <span aria-hidden="true">{here ? (order === 'due' ? ' ↑' : ' ↓') : ''}</span>
      </Link>
    </th>
  );
}

function Row({ row }: { row: LedgerRow }) {
  const t = useLedgerWords();
  const language = useLanguage();
  return (
    <tr data-row={row.code}>
      <td className="ledger-code">
        <Link to="/disputes/$code" params={{ code: row.code }} search={{}} data-open="">
          {row.codeShort}
        </Link>
      </td>
      <td className="ledger-what">
        <span className="two-lines" title={`${row.title} ${row.partiesLine}`}>
          {row.title} <span className="work-parties">{row.partiesLine}</span>
          {row.restricted && <span className="second"> {t.restricted}</span>}
        </span>
      </td>
      <td className="ledger-category">{row.category}</td>
      <td className="ledger-place">
        <span className="two-lines" title={row.place}>
          {row.place}
        </span>
      </td>
      <td className="ledger-unit">
        <span className="two-lines" title={row.leadUnit ?? undefined}>
          {row.leadUnit ?? <span className="third">{t.noUnit}</span>}
        </span>
      </td>
      <td className="ledger-clock">
        {row.clock ? <ClockFaceText face={row.clock} /> : <span className="third">{t.noClock}</span>}
      </td>
      <td className="ledger-stage">{statusWord(row.status, row.statusLabel, language)}</td>
      <td className="nowrap ledger-opened">{tableDay(row.openedAt)}</td>
      <td className="nowrap ledger-first">{row.firstContact}</td>
    </tr>
  );
}

export function LedgerTable({ rows, search }: { rows: readonly LedgerRow[]; search: LedgerSearch }) {
  const t = useLedgerWords();
  const box = useRef<HTMLElement>(null);
  useListKeys(box, []);
  return (
    <TableScroll label={t.title} ref={box}>
      <table className="table ledger-table">
        <thead>
          <tr>
            <th scope="col">{t.code}</th>
            <th scope="col">{t.what}</th>
            <th scope="col">{t.category}</th>
            <th scope="col">{t.where}</th>
            <th scope="col">{t.unit}</th>
            <OrderHead search={search} order="due" title={t.orderDue}>
              {t.clock}
            </OrderHead>
            <th scope="col">{t.stage}</th>
            <OrderHead search={search} order="opened" title={t.orderOpened}>
              {t.opened}
            </OrderHead>
            <th scope="col">{t.first}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.code} row={row} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
