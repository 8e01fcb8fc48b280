import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { BurdenView } from '../../../reports/burdenView.ts';
import { readAddress } from '../../../sheets/formGrid.ts';
import { asOfText } from '../../../ui/dates.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { formatCount } from '../../../ui/money.ts';
import { Empty, Loading, PageState } from '../../../ui/PageState.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { api } from '../api.ts';
import { useBurdenWords } from './burdenWords.ts';
import { WhatIf } from './WhatIf.tsx';
import './reports.css';

function Forms({ view }: { view: BurdenView }) {
  const t = useBurdenWords();
  const used = view.forms.filter(({ times }) => times > 0);
  if (used.length === 0) return <Empty>{t.none}</Empty>;
  return (
    <TableScroll label={t.forms}>
      <table className="table report-list">
        <HeadRow heads={[t.form, t.required, t.optional, t.once, t.times, t.hours, t.who]} />
        <tbody>
          {used.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.title}</th>
              <td className="number">{row.required}</td>
              <td className="number">{row.optional}</td>
              <td className="number">{t.seconds(row.seconds)}</td>
              <td className="number">{formatCount(row.times)}</td>
              <td className="number">{row.hours.toFixed(1)}</td>
              <td>{row.byRole.map(({ label, times }) => t.roleTimes(label, formatCount(times))).join('、')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Superiors({ view }: { view: BurdenView }) {
  const t = useBurdenWords();
  if (view.superiors.length === 0) return <p>{t.noSuperiors}</p>;
  return (
    <TableScroll label={t.superiors}>
      <table className="table report-list">
        <HeadRow heads={[t.form, t.cells, t.counted, t.filled, t.byHand, t.hours, t.without]} />
        <tbody>
          {view.superiors.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              <td className="number">{row.cells}</td>
              <td className="number">{row.counted}</td>
              <td className="number">{row.times}</td>
              <td className="number">{row.byHand}</td>
              <td className="number">{row.hours.toFixed(1)}</td>
              <td className="number">{row.hoursWithout.toFixed(1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Twice({ view }: { view: BurdenView }) {
  const t = useBurdenWords();
  if (view.twice.length === 0) return <p>{t.noTwice}</p>;
  return (
    <ul className="plain-list list-whole">
      {view.twice.map(({ question, asked }) => (
        <li key={question}>
          {question}
          <span className="second">
            {' '}
            {asked.map(({ form, address }) => t.where(form, readAddress(address).ref)).join('、')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function ByRole({ view }: { view: BurdenView }) {
  const t = useBurdenWords();
  return (
    <TableScroll label={t.byRole}>
      <table className="table report-table">
        <HeadRow heads={[t.role, t.hours]} />
        <tbody>
          {view.byRole.map(({ role, label, hours }) => (
            <tr key={role}>
              <th scope="row">{label}</th>
              <td className="number">{hours.toFixed(1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** What forms ask of people a year, beside what is asked of units. */
export function BurdenPage() {
  const t = useBurdenWords();
  const query = useQuery({
    queryKey: ['reports', 'burden'],
    queryFn: () => api.get<BurdenView>('/api/reports/burden'),
  });
  usePageTitle(t.title);
  const view = query.data;
  const section = (title: string, content: React.ReactNode) => (
    <section className="report-section">
      <h2>{title}</h2>
      {content}
    </section>
  );
  return (
    <div className="page">
      <p className="no-print">
        <Link to="/reports">{t.back}</Link>
      </p>
      <div className="page-head">
        <h1>{t.title}</h1>
        {view && (
          <span>
            {view.place} · {t.year(view.from)}
          </span>
        )}
        {view && <span className="page-head-end">{t.asOf(asOfText(view.asOf))}</span>}
      </div>
      <p className="second">{t.note}</p>
      <PageState query={query} loading={<Loading rows={8} />}>
        {(data) => (
          <>
            <p>
              <strong>{t.sum(data.hours.toFixed(1))}</strong>
            </p>
            {section(t.forms, <Forms view={data} />)}
            {section(t.byRole, <ByRole view={data} />)}
            {section(t.whatIf, <WhatIf view={data} />)}
            {section(t.superiors, <Superiors view={data} />)}
            {section(t.twice, <Twice view={data} />)}
          </>
        )}
      </PageState>
    </div>
  );
}
