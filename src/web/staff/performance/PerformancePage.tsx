import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { Performance } from '../../../closing/performance.ts';
import { performanceParts } from '../../../closing/performance.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { asOfText } from '../../../ui/dates.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { formatMoney } from '../../../ui/money.ts';
import { Empty, Loading, PageState } from '../../../ui/PageState.tsx';
import { percent } from '../../../ui/percent.ts';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { api } from '../api.ts';
import { Rows } from './Rows.tsx';
import { monthBeside, type PerformanceSearch } from './search.ts';
import { usePerformanceWords } from './words.ts';
import './performance.css';

const performanceQuery = (search: PerformanceSearch) =>
  queryOptions({
    queryKey: ['performance', search],
    queryFn: () => api.get<Performance>('/api/promises', search),
  });

function Sums({ data }: { data: Performance }) {
  const t = usePerformanceWords();
  const { sums, late, undated } = data;
  const facts = [
    [t.due, `${formatMoney(sums.dueCents)} · ${t.times(sums.count)}`],
    [t.paid, `${formatMoney(sums.paidCents)} · ${percent(sums.paidCents, sums.dueCents)}`],
    [t.late, late.count === 0 ? t.none : t.lateWhat(late.count, formatMoney(late.cents))],
    [t.undated, undated === 0 ? t.none : t.undatedWhat(undated)],
  ] as const;
  return (
    <dl className="performance-sums" aria-label={t.sums}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Keepers({ data, search }: { data: Performance; search: PerformanceSearch }) {
  const t = usePerformanceWords();
  const { after: _, ...rest } = search;
  return (
    <TableScroll label={t.byKeeper}>
      <table className="table">
        <caption>{t.byKeeper}</caption>
        <HeadRow heads={[t.keeper, t.due, t.paid, t.rest, t.rate]} />
        <tbody>
          {data.keepers.map(({ keeper, name, unit, count, dueCents, paidCents }) => (
            <tr key={keeper}>
              <td>
                <Link to="/promises" search={{ ...rest, keeper }} aria-label={t.onlyOf(name)}>
                  {name}
                </Link>
                {unit === name ? null : <div className="second">{unit}</div>}
              </td>
              <td className="nowrap">
                {formatMoney(dueCents)} <span className="second">{t.times(count)}</span>
              </td>
              <td className="nowrap">{formatMoney(paidCents)}</td>
              <td className="nowrap">{formatMoney(dueCents - paidCents)}</td>
              <td className="nowrap">{percent(paidCents, dueCents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Months({ month, search }: { month: string; search: PerformanceSearch }) {
  const t = usePerformanceWords();
  const { after: _, ...rest } = search;
  return (
    <nav className="row no-print" aria-label={t.sums}>
      <Link to="/promises" search={{ ...rest, month: monthBeside(month, -1) }}>
        {t.earlier}
      </Link>
      <strong>{t.month(month)}</strong>
      <Link to="/promises" search={{ ...rest, month: monthBeside(month, 1) }}>
        {t.later}
      </Link>
    </nav>
  );
}

/** 履行: what this post's agreements promised, until it is really kept. */
export function PerformancePage() {
  const t = usePerformanceWords();
  const search = useSearch({ from: '/app/promises' });
  const navigate = useNavigate();
  const query = useQuery({ ...performanceQuery(search), placeholderData: keepPreviousData });
  usePageTitle(t.title);
  const { part = 'month', keeper } = search;
  const { after: _, ...rest } = search;
  const { keeper: __, ...everybody } = rest;
  const nothing = { month: t.empty, late: t.emptyLate, undated: t.emptyOther, open: t.emptyOther }[part];
  return (
    <div className="page performance-page" aria-busy={query.isFetching}>
      <div className="page-head">
        <h1>{t.title}</h1>
        {query.data ? <span>{query.data.place}</span> : null}
        {query.data ? <span className="page-head-end">{t.asOf(asOfText(query.data.asOf))}</span> : null}
      </div>
      <p className="second">{t.intro}</p>
      <PageState query={query} loading={<Loading rows={10} />}>
        {(data) => (
          <>
            <Months month={data.month} search={search} />
            <Sums data={data} />
            {data.keepers.length > 0 ? <Keepers data={data} search={search} /> : null}
            <div className="row no-print">
              <Choice
                name="part"
                label={t.part}
                options={performanceParts.map((value) => ({ value, label: t[`part_${value}`] }))}
                value={part}
                onChange={(next) => void navigate({ to: '/promises', search: { ...rest, part: next } })}
              />
              {keeper ? (
                <Link to="/promises" search={everybody}>
                  {t.all}
                </Link>
              ) : null}
            </div>
            {data.rows.length === 0 ? <Empty>{nothing}</Empty> : <Rows data={data} search={search} />}
          </>
        )}
      </PageState>
    </div>
  );
}
