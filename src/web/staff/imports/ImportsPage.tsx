import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef } from 'react';
import type { RunView } from '../../../imports/importViews.ts';
import { tableTime } from '../../../ui/dates.ts';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { Empty, PageState } from '../../../ui/PageState.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import './imports.css';
import { useRuns, useUpload } from './useRun.ts';
import { useImportWords } from './words.ts';

function Past({ runs }: { runs: readonly RunView[] }) {
  const t = useImportWords();
  if (runs.length === 0) return <Empty>{t.nonePast}</Empty>;
  return (
    <TableScroll label={t.past}>
      <table className="table">
        <HeadRow heads={[t.file, t.stands, t.rowsHead, t.uploaded, t.by]} />
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <td className="break">
                <Link to="/imports/$id" params={{ id: run.id }}>
                  {run.fileName}
                </Link>
              </td>
              <td>{run.state === 'applying' && !run.working ? t.halfWay : t.state(run.state)}</td>
              <td className="nowrap">{t.counts(run.counts.applied, run.counts.undone, run.counts.rows)}</td>
              <td className="nowrap">{tableTime(run.uploadedAt)}</td>
              <td className="nowrap">{run.uploadedBy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** The door for a center's old ledger: a file comes in, and what came in before stands below. */
export function ImportsPage() {
  const t = useImportWords();
  usePageTitle(t.title);
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const runs = useRuns();
  const upload = useUpload((run) => void navigate({ to: '/imports/$id', params: { id: run.id } }));
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t.title}</h1>
      </header>
      <p className="import-intro">{t.intro}</p>
      {upload.error && <ErrorSummary errors={[]} message={upload.error.message} requestId={upload.error.requestId} />}
      <section className="import-part" aria-label={t.stepFile}>
        <div className="row">
          <Button type="primary" loading={upload.isPending} onClick={() => input.current?.click()}>
            {t.choose}
          </Button>
          <span className="second">{upload.isPending ? t.uploading : t.accepts}</span>
        </div>
        <input
          ref={input}
          type="file"
          accept=".xlsx,.csv,.txt"
          aria-label={t.choose}
          tabIndex={-1}
          className="import-file"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) upload.mutate(file);
          }}
        />
      </section>
      <section className="import-part" aria-labelledby="import-past">
        <h2 id="import-past">{t.past}</h2>
        <PageState query={runs}>{(past) => <Past runs={past} />}</PageState>
      </section>
    </div>
  );
}
