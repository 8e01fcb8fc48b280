import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import type { FigureList, FigureListRow, VisitListRow } from '../../../reports/reportView.ts';
import { tableDay, tableTime } from '../../../ui/dates.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { formatCount } from '../../../ui/money.ts';
import { Empty, Loading, PageState } from '../../../ui/PageState.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { api } from '../api.ts';
import { HowCounted } from '../definitions/HowCounted.tsx';
import { useListKeys } from '../work/useListKeys.ts';
import type { FigureSearch } from './search.ts';
import { useReportWords } from './words.ts';
import './reports.css';

const plain = (value: number, unit: string): string =>
  unit === '元' ? value.toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',') : formatCount(value);

function Disputes({ rows, unit }: { rows: readonly FigureListRow[]; unit: string }) {
  const t = useReportWords();
  const adds = unit !== '件';
  return (
    <table className="table report-list">
      <HeadRow heads={[t.code, t.what, t.where, t.lead, t.status, t.when, ...(adds ? [`${t.adds}（${unit}）`] : [])]} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.code} data-row={row.code}>
            <th scope="row">
              <Link to="/disputes/$code" params={{ code: row.code }} data-open="">
                {row.codeShort}
              </Link>
            </th>
            <td>
              {row.title}
              {row.restricted && <span className="second"> {t.restricted}</span>}
            </td>
            <td>
              {row.category} · {row.place}
            </td>
            <td>{row.unit}</td>
            <td>{row.statusLabel}</td>
            <td>{tableDay(row.at)}</td>
            {adds && <td className="number">{plain(row.value, unit)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Visits({ rows }: { rows: readonly VisitListRow[] }) {
  const t = useReportWords();
  return (
    <table className="table report-list">
      <HeadRow heads={[t.when, t.center, t.services, t.heads, t.matter]} />
      <tbody>
        {rows.map(({ id, at, center, services, headCount, code }) => (
          <tr key={id} data-row={id}>
            <th scope="row">{tableTime(at)}</th>
            <td>{center}</td>
            <td>{services.join('、')}</td>
            <td className="number">{headCount}</td>
            <td>
              {code ? (
                <Link to="/disputes/$code" params={{ code }} data-open="">
                  {code}
                </Link>
              ) : (
                t.empty
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Ready({ list, search }: { list: FigureList; search: FigureSearch }) {
  const t = useReportWords();
  const box = useRef<HTMLElement>(null);
  useListKeys(box, []);
  const none = list.disputes.length + list.visits.length === 0;
  if (none) return <Empty>{list.hidden > 0 ? t.onlyHidden(list.hidden) : t.emptyList}</Empty>;
  const visits = list.visits.length > 0;
  return (
    <>
      <TableScroll label={t.list} ref={box}>
        {visits ? <Visits rows={list.visits} /> : <Disputes rows={list.disputes} unit={list.unit} />}
      </TableScroll>
      {list.next && (
        <p className="pages no-print">
          <Link to="/reports/figures" search={{ ...search, after: list.next }}>
            {t.nextPage}
          </Link>
        </p>
      )}
    </>
  );
}

function Head({ list }: { list: FigureList }) {
  const t = useReportWords();
  const ofVisits = list.what === 'visits' || list.what === 'personTimes';
  const total = ofVisits ? t.visitsCount(formatCount(list.total)) : t.count(formatCount(list.total));
  const sum = list.unit === '件' || list.unit === '批' ? '' : `，${t.sum(plain(list.value, list.unit), list.unit)}`;
  return (
    <span className="page-head-end">
      {total}
      {sum}
      {list.hidden > 0 && `，${t.hiddenRows(list.hidden)}`} · {t.asOf(tableTime(list.asOf))}
    </span>
  );
}

/** The list behind a figure, by the condition that counted it. */
export function FigurePage() {
  const t = useReportWords();
  const search = useSearch({ from: '/app/reports/figures' });
  const query = useQuery({
    queryKey: ['reports', 'figures', search],
    queryFn: () => api.get<FigureList>('/api/reports/figures', search),
    placeholderData: keepPreviousData,
  });
  const list = query.data;
  const title = list ? [list.title, ...list.named.map(({ words }) => words)].join(' · ') : t.list;
  usePageTitle(title);
  return (
    <div className="page" aria-busy={query.isFetching}>
      <p className="no-print">
        <button type="button" className="link-button" onClick={() => window.history.back()}>
          {t.back}
        </button>
      </p>
      <div className="page-head">
        <h1>{title}</h1>
        {list && (
          <span>
            {list.place} · {list.from} — {list.to}
          </span>
        )}
        {list && <Head list={list} />}
      </div>
      {list && (
        <p className="second">
          {list.text} <HowCounted of={list.what} />
        </p>
      )}
      <p className="second no-print">{t.keys}</p>
      <PageState query={query} loading={<Loading rows={10} />}>
        {(found) => <Ready list={found} search={search} />}
      </PageState>
    </div>
  );
}
