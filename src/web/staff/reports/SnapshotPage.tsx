import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Recount } from '../../../reports/recount.ts';
import type { Snapshot } from '../../../reports/snapshotView.ts';
import { tableTime } from '../../../ui/dates.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { Loading, PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { type ApiError, api } from '../api.ts';
import { PaperActs } from './ReportActs.tsx';
import { Definitions, ReportTable } from './ReportTables.tsx';
import { useReportWords } from './words.ts';
import '../figures.css';
import './reports.css';

function Differences({ result }: { result: Recount }) {
  const t = useReportWords();
  if (result.differences.length === 0) return <Strip>{t.same}</Strip>;
  return (
    <section className="report-section">
      <Strip tone="soon">{t.differs(result.differences.length)}</Strip>
      <TableScroll label={t.recount}>
        <table className="table report-table">
          <HeadRow heads={[t.item, t.figure, t.was, t.isNow]} />
          <tbody>
            {result.differences.map(({ table, row, column, before, after }) => (
              <tr key={`${table} ${row} ${column}`}>
                <th scope="row">{row}</th>
                <td>{column}</td>
                <td className="number">{before}</td>
                <td className="number">{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

function Body({ snapshot }: { snapshot: Snapshot }) {
  const t = useReportWords();
  const count = useMutation<Recount, ApiError>({
    mutationFn: () => api.get<Recount>(`/api/reports/snapshots/${snapshot.id}/recounts`),
  });
  return (
    <>
      <p>
        {t.by(snapshot.handedBy, tableTime(snapshot.handedAt))} · {t.hash}{' '}
        <code className="report-hash">{snapshot.hash}</code>
      </p>
      {snapshot.intact ? <p className="second">{t.intact}</p> : <Strip tone="late">{t.broken}</Strip>}
      <div className="row no-print">
        <Button type="primary" loading={count.isPending} onClick={() => count.mutate()}>
          {t.recount}
        </Button>
        <PaperActs ask={{ snapshot: snapshot.id }} fileName={snapshot.title} />
      </div>
      {count.error && (
        <p role="alert" className="late-text">
          {count.error.message}
        </p>
      )}
      {count.data && <Differences result={count.data} />}
      <div className="report-tables">
        {snapshot.view.tables.map((table) => (
          <ReportTable key={table.title} view={snapshot.view} table={table} />
        ))}
      </div>
      <Definitions view={snapshot.view} />
    </>
  );
}

/** A report as it was handed in; counted again, it says what changed since. */
export function SnapshotPage() {
  const t = useReportWords();
  const { id } = useParams({ from: '/app/reports/snapshots/$id' });
  const query = useQuery({
    queryKey: ['reports', 'snapshots', id],
    queryFn: () => api.get<Snapshot>(`/api/reports/snapshots/${id}`),
  });
  usePageTitle(query.data?.title ?? t.snapshot);
  return (
    <div className="page">
      <p className="no-print">
        <Link to="/reports">{t.back}</Link>
      </p>
      <div className="page-head">
        <h1>{query.data?.title ?? t.snapshot}</h1>
        {query.data && <span className="page-head-end">{t.asOf(tableTime(query.data.asOf))}</span>}
      </div>
      <PageState query={query} loading={<Loading rows={10} />}>
        {(snapshot) => <Body snapshot={snapshot} />}
      </PageState>
    </div>
  );
}
