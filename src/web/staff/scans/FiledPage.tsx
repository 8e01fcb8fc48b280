import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { FiledView } from '../../../scans/scanViews.ts';
import { AskReason } from '../../../ui/AskReason.tsx';
import { tableTime } from '../../../ui/dates.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { Empty, PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { filedQuery, useTakeOut } from './queries.ts';
import { useScanWords } from './words.ts';
import './scans.css';

const route = getRouteApi('/app/disputes/$code/scans');

function Line({ code, filed, onDone }: { code: string; filed: FiledView; onDone: (sentence: string) => void }) {
  const t = useScanWords();
  const [asking, setAsking] = useState(false);
  const out = useTakeOut(code, onDone);
  return (
    <tr>
      <td>
        {filed.label}
        {filed.removed === null ? null : <div className="second">{t.takenOut(filed.removed)}</div>}
      </td>
      <td className="nowrap">{t.pagesOf(filed.pages, filed.pageNumbers)}</td>
      <td className="nowrap">
        {tableTime(filed.filedAt)} {filed.by}
      </td>
      <td>
        {asking ? (
          <AskReason
            name={`reason-${filed.id}`}
            label={t.takeOutWhy}
            hint={t.takeOutHint}
            act={t.takeOut}
            leave={t.leave}
            pending={out.isPending}
            error={out.error}
            onSend={(reason) => out.mutate({ filedId: filed.id, reason })}
            onLeave={() => setAsking(false)}
          />
        ) : filed.removed === null ? (
          <span className="row">
            <a href={`/api/disputes/${code}/files/${filed.fileId}`} target="_blank" rel="noreferrer">
              {t.open}
            </a>
            <button type="button" className="link-button" onClick={() => setAsking(true)}>
              {t.takeOut}
            </button>
          </span>
        ) : null}
      </td>
    </tr>
  );
}

/** What came back of one matter's papers, the newest first. */
export function FiledPage() {
  const t = useScanWords();
  const { code } = route.useParams();
  const query = useQuery(filedQuery(code));
  const [done, setDone] = useState<string | null>(null);
  usePageTitle(t.filedTitle);
  return (
    <div className="page scans-page">
      <header className="page-head">
        <h1>{t.filedTitle}</h1>
        <span className="page-head-end row">
          <Link to="/scans" search={{ of: code }}>
            {t.toScans}
          </Link>
          <Link to="/disputes/$code" params={{ code }}>
            {t.toMatter}
          </Link>
        </span>
      </header>
      {done ? <Strip onClose={() => setDone(null)}>{done}</Strip> : null}
      <PageState query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{t.filedNone}</Empty>
          ) : (
            <TableScroll label={t.filedTitle}>
              <table className="table">
                <HeadRow heads={[t.filedWhere, t.filedPages, t.filedBy, '']} />
                <tbody>
                  {rows.map((filed) => (
                    <Line key={filed.id} code={code} filed={filed} onDone={setDone} />
                  ))}
                </tbody>
              </table>
            </TableScroll>
          )
        }
      </PageState>
    </div>
  );
}
