import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { RunDetail } from '../../../imports/importViews.ts';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { PageState } from '../../../ui/PageState.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { stopJob } from '../useJob.ts';
import { Columns } from './Columns.tsx';
import { ApplyDialog, UndoDialog } from './Dialogs.tsx';
import './imports.css';
import { Outcome } from './Outcome.tsx';
import { Table } from './Table.tsx';
import { type Flow, useFlow } from './useRun.ts';
import { WordMatches } from './WordMatches.tsx';
import { useImportWords } from './words.ts';

const stepAt = ({ state, stale, counts }: RunDetail): number => {
  if (state === 'applied' || state === 'undone' || state === 'undoing') return 4;
  if (state === 'applying' || counts.applied > 0) return 3;
  if (state === 'checked' && !stale) return counts.waiting > 0 ? 3 : 2;
  return 1;
};

function Steps({ run }: { run: RunDetail }) {
  const t = useImportWords();
  const at = stepAt(run);
  return (
    <ol className="import-steps" aria-label={t.steps}>
      {[t.stepFile, t.stepMap, t.stepCheck, t.stepApply, t.stepDone].map((label, index) => (
        <li key={label} aria-current={index === at ? 'step' : undefined} className={index === at ? 'here' : undefined}>
          {index < at ? '✓ ' : ''}
          {label}
        </li>
      ))}
    </ol>
  );
}

function Said({ run, flow }: { run: RunDetail; flow: Flow }) {
  const t = useImportWords();
  const { counts, state } = run;
  const { job } = flow;
  if (job?.state === 'failed' && job.problem) return <Strip tone="late">{t.failed(job.problem)}</Strip>;
  if (state === 'undone') return <Strip>{t.undone(counts.undone, counts.applied)}</Strip>;
  if (state === 'applied') return <Strip>{t.applied(counts.applied)}</Strip>;
  if (job?.state === 'cancelled') return <Strip tone="info">{t.stopped}</Strip>;
  return null;
}

/** The one way on, and the way back. */
function Acts({ run, flow }: { run: RunDetail; flow: Flow }) {
  const t = useImportWords();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'apply' | 'undo' | null>(null);
  const { counts, stale, state } = run;
  const fixed = counts.applied + counts.undone > 0;
  const toCheck = !fixed && (stale || state === 'draft');
  const toApply = !toCheck && counts.waiting > 0 && (state === 'checked' || state === 'applying');
  const busy = flow.save.isPending || flow.act.isPending;
  return (
    <div className="row import-acts">
      {toCheck && (
        <Button type="primary" loading={busy} onClick={() => flow.act.mutate('checks')}>
          {counts.rows > 0 ? t.checkAgain : t.check}
        </Button>
      )}
      {toApply && (
        <Button type="primary" loading={busy} onClick={() => setAsking('apply')}>
          {fixed ? t.goOn(counts.waiting) : t.apply(counts.waiting)}
        </Button>
      )}
      {counts.applied > 0 && state !== 'undone' && <Button onClick={() => setAsking('undo')}>{t.undo}</Button>}
      {!fixed && (
        <Button onClick={() => flow.drop.mutate(undefined, { onSuccess: () => void navigate({ to: '/imports' }) })}>
          {t.drop}
        </Button>
      )}
      {asking === 'apply' && <ApplyDialog run={run} flow={flow} onClose={() => setAsking(null)} />}
      {asking === 'undo' && <UndoDialog run={run} flow={flow} onClose={() => setAsking(null)} />}
    </div>
  );
}

function Working({ flow }: { flow: Flow }) {
  const t = useImportWords();
  const { job } = flow;
  if (job?.state !== 'running') return null;
  const label = { 'import.check': t.checking, 'import.apply': t.applyingNow }[job.kind] ?? t.undoingNow;
  const stop = () => void stopJob(job.id).then(flow.refresh);
  return <Progress label={label} done={job.done} total={job.total} stopLabel={t.stop} onStop={stop} />;
}

function Run({ run, flow }: { run: RunDetail; flow: Flow }) {
  const running = flow.job?.state === 'running';
  const fixed = run.counts.applied + run.counts.undone > 0;
  const error = flow.save.error ?? flow.drop.error ?? flow.choose.error ?? flow.act.error;
  return (
    <>
      <Steps run={run} />
      {error && <ErrorSummary errors={[]} message={error.message} requestId={error.requestId} />}
      {!running && <Said run={run} flow={flow} />}
      <Working flow={flow} />
      {!running && <Acts run={run} flow={flow} />}
      {!running && run.counts.rows > 0 && !run.stale && <Outcome run={run} flow={flow} />}
      {!running && !fixed && <WordMatches run={run} flow={flow} />}
      {!running && !fixed && <Table key={`${run.mapping.sheet}/${run.mapping.headerRow}`} run={run} flow={flow} />}
      {!running && !fixed && <Columns run={run} flow={flow} />}
    </>
  );
}

/** One old ledger on its way in. Everything chosen lies on the server: a closed lid loses nothing. */
export function ImportPage() {
  const t = useImportWords();
  const { id } = useParams({ from: '/app/imports/$id' });
  const flow = useFlow(id);
  usePageTitle(flow.run.data?.fileName ?? t.title);
  return (
    <div className="page">
      <header className="page-head">
        <h1 className="break">{flow.run.data?.fileName ?? t.title}</h1>
        <Link to="/imports" className="page-head-end">
          {t.back}
        </Link>
      </header>
      <PageState query={flow.run}>{(run) => <Run run={run} flow={flow} />}</PageState>
    </div>
  );
}
