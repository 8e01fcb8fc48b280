import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { mayEnter } from '../../../people/doors.ts';
import type { ReportView } from '../../../reports/reportView.ts';
import type { SnapshotBrief } from '../../../reports/snapshotView.ts';
import { asOfText, dueText, tableTime } from '../../../ui/dates.ts';
import { Loading, PageState } from '../../../ui/PageState.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { api } from '../api.ts';
import { HowCounted } from '../definitions/HowCounted.tsx';
import { usePost } from '../useMe.ts';
import { ComparedPicture } from './ComparedPicture.tsx';
import { HandIn, PaperActs } from './ReportActs.tsx';
import { kindKey, ReportBar } from './ReportBar.tsx';
import { ReportTable } from './ReportTables.tsx';
import type { ReportSearch } from './search.ts';
import { useReportWords } from './words.ts';
import '../figures.css';
import './reports.css';

/** What was handed in before, newest first. */
function Snapshots() {
  const t = useReportWords();
  const query = useQuery({
    queryKey: ['reports', 'snapshots'],
    queryFn: () => api.get<SnapshotBrief[]>('/api/reports/snapshots'),
  });
  return (
    <section className="report-section no-print">
      <h2>{t.snapshots}</h2>
      <PageState query={query} loading={<Loading rows={2} />}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="second">{t.noSnapshots}</p>
          ) : (
            <ul className="plain-list">
              {rows.map(({ id, title, handedBy, handedAt }) => (
                <li key={id}>
                  <Link to="/reports/snapshots/$id" params={{ id }}>
                    {title}
                  </Link>{' '}
                  <span className="second">{t.by(handedBy, tableTime(handedAt))}</span>
                </li>
              ))}
            </ul>
          )
        }
      </PageState>
    </section>
  );
}

function Body({ view, search }: { view: ReportView; search: ReportSearch }) {
  const t = useReportWords();
  const { this: own, former } = view.spans;
  const what = `${view.place} ${own.title}${view.kind === 'mediation' ? t.mediation : ''}`;
  const ask = { ...view.ask };
  return (
    <>
      <ReportBar view={view} search={search} />
      <div className="row row-apart">
        <p className="second">
          {t.comparedWith(former.title, dueText(former.asOf))}
          {view.underWay ? `。${t.underWay}` : ''} <HowCounted of="asOf" />
        </p>
        <div className="row no-print">
          <PaperActs ask={ask} fileName={what} />
          <HandIn ask={ask} what={what} />
        </div>
      </div>
      {view.hidden && <p className="second">{t.hidden}</p>}
      {view.undated > 0 && <p className="second">{t.undated(view.undated)}</p>}
      {view.waiting > 0 && <p className="second">{t.waiting(view.waiting)}</p>}
      <div className="report-picture">
        <ComparedPicture view={view} />
      </div>
      <div className={kindKey(view) === 'mediation' ? 'report-tables report-tables-wide' : 'report-tables'}>
        {view.tables.map((table) => (
          <ReportTable key={table.title} view={view} table={table} />
        ))}
      </div>
      <Snapshots />
    </>
  );
}

function Elsewhere() {
  const t = useReportWords();
  const { role } = usePost();
  return (
    <span className="row no-print">
      {mayEnter('reportForms', role) && <Link to="/reports/forms">{t.forms}</Link>}
      {mayEnter('burden', role) && <Link to="/reports/burden">{t.burden}</Link>}
    </span>
  );
}

/** Ready-made reports of a day, a week, a month; every number opens to its list. */
export function ReportsPage() {
  const t = useReportWords();
  const search = useSearch({ from: '/app/reports' });
  const query = useQuery({
    queryKey: ['reports', 'report', search],
    queryFn: () => api.get<ReportView>('/api/reports', search),
    placeholderData: keepPreviousData,
  });
  usePageTitle(t.title);
  const view = query.data;
  return (
    <div className="page" aria-busy={query.isFetching}>
      <div className="page-head">
        <h1>{t.title}</h1>
        {view && <span>{view.place}</span>}
        <Elsewhere />
        {view && <span className="page-head-end">{t.asOf(asOfText(view.asOf))}</span>}
      </div>
      <PageState query={query} loading={<Loading rows={12} />}>
        {(data) => <Body view={data} search={search} />}
      </PageState>
    </div>
  );
}
