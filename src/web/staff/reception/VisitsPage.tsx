import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { mayEnter } from '../../../people/doors.ts';
import { formatCode } from '../../../platform/disputeCode.ts';
import { addDays, dayOf, now } from '../../../platform/now.ts';
import { serviceLabel } from '../../../reception/services.ts';
import type { VisitLine } from '../../../reception/visitLine.ts';
import { asOfText, clockTime, dayText } from '../../../ui/dates.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { Empty, PageState } from '../../../ui/PageState.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { api } from '../api.ts';
import { Pager } from '../shell/Pager.tsx';
import { usePost } from '../useMe.ts';
import { EditVisit } from './EditVisit.tsx';
import { HallPage } from './HallPage.tsx';
import { Heads } from './Heads.tsx';
import type { VisitList, VisitTotals } from './queries.ts';
import type { VisitSearch } from './search.ts';
import { CentersBelow, OwnFigures } from './VisitFigures.tsx';
import { useHallWords } from './words.ts';

function Row({ visit, mine, onEdit }: { visit: VisitLine; mine: boolean; onEdit: () => void }) {
  const t = useHallWords();
  const language = useLanguage();
  const notes = [visit.confidential && t.confidential, visit.corrected && t.corrected, visit.withdrawn && t.withdrawn];
  return (
    <tr className={visit.withdrawn ? 'hall-gone' : undefined}>
      <td className="nowrap">
        {clockTime(visit.at)} {visit.ticket ?? ''}
      </td>
      <td>{visit.services.map(({ service }) => serviceLabel(service, language)).join('、')}</td>
      <td className="number">{visit.headCount}</td>
      <td>
        {visit.memo} <span className="second">{notes.filter(Boolean).join(' · ')}</span>
      </td>
      <td className="nowrap">{visit.by}</td>
      <td className="nowrap">
        {visit.code ? (
          <Link to="/disputes/$code" params={{ code: visit.code }} search={{}}>
            {formatCode(visit.code)}
          </Link>
        ) : visit.isDispute ? (
          t.matterHidden
        ) : null}
      </td>
      <td className="nowrap row">
        {mine && !visit.withdrawn ? (
          <Button size="small" onClick={onEdit}>
            {t.edit}
          </Button>
        ) : null}
        {mine && !visit.withdrawn && !visit.isDispute && !visit.confidential ? (
          <Link to="/reception" search={{ visit: visit.id }}>
            {t.toDispute}
          </Link>
        ) : null}
      </td>
    </tr>
  );
}

function List({ search }: { search: VisitSearch }) {
  const t = useHallWords();
  const navigate = useNavigate();
  const { id: postId } = usePost();
  const [editing, setEditing] = useState<VisitLine | null>(null);
  const query = useQuery({
    queryKey: ['visits', 'list', search],
    queryFn: () => api.get<VisitList>('/api/visits', search),
    placeholderData: keepPreviousData,
  });
  const filtered = search.service !== undefined || search.kind !== undefined;
  const all = (
    <Link to="/reception/visits" search={search.day ? { day: search.day } : {}}>
      {t.all}
    </Link>
  );
  return (
    <PageState query={query}>
      {({ day, items, next }) =>
        items.length === 0 ? (
          <Empty actions={filtered ? all : null}>{filtered ? t.noneFiltered : t.noVisits}</Empty>
        ) : (
          <>
            {filtered ? <p>{all}</p> : null}
            <TableScroll label={t.visitsTitle}>
              <table className="table">
                <Heads heads={[t.time, t.did, t.heads, t.memo, t.by, t.matter, t.edit]} numbers={[t.heads]} />
                <tbody>
                  {items.map((visit) => (
                    <Row
                      key={visit.id}
                      visit={visit}
                      mine={visit.postId === postId && day === dayOf(now())}
                      onEdit={() => setEditing(visit)}
                    />
                  ))}
                </tbody>
              </table>
            </TableScroll>
            <Pager
              after={search.after}
              next={next}
              onChange={(after) => {
                const { after: _, ...rest } = search;
                void navigate({ to: '/reception/visits', search: { ...rest, ...(after && { after }) } });
              }}
            />
            {editing ? <EditVisit visit={editing} onClose={() => setEditing(null)} /> : null}
          </>
        )
      }
    </PageState>
  );
}

function Days({ day }: { day: string }) {
  const t = useHallWords();
  const today = dayOf(now());
  const at = (to: string) => (to === today ? {} : { day: to });
  return (
    <nav className="row" aria-label={t.day}>
      <Link to="/reception/visits" search={at(addDays(day, -1))}>
        ← {t.dayBefore}
      </Link>
      <b>{dayText(day)}</b>
      {day < today ? (
        <Link to="/reception/visits" search={at(addDays(day, 1))}>
          {t.dayAfter} →
        </Link>
      ) : null}
      {day === today ? null : <Link to="/reception/visits">{t.today}</Link>}
    </nav>
  );
}

/** 接待登记簿: a day's visits with what was given, and their sums; of centers below the sums only. */
export function VisitsPage() {
  const t = useHallWords();
  const { role } = usePost();
  const search = useSearch({ from: '/app/reception/visits' });
  const day = search.day ?? dayOf(now());
  const totals = useQuery({
    queryKey: ['visits', 'totals', day],
    queryFn: () => api.get<VisitTotals>('/api/visits/totals', { from: day, to: day }),
    placeholderData: keepPreviousData,
  });
  const own = totals.data?.centers.find((center) => center.own);
  return (
    <HallPage title={t.visitsTitle} aside={totals.data ? t.asOf(asOfText(totals.data.asOf)) : null}>
      <Days day={day} />
      <PageState query={totals}>
        {(data) => (own ? <OwnFigures own={own} totals={data} day={search.day} /> : null)}
      </PageState>
      {mayEnter('hall', role) ? <List search={search} /> : null}
      {totals.data ? <CentersBelow totals={totals.data} /> : null}
    </HallPage>
  );
}
