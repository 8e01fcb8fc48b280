import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { actsOf, type BatchAct } from '../../../ledger/batch.ts';
import type { LedgerRow } from '../../../ledger/views.ts';
import { clockTime } from '../../../ui/dates.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { Progress } from '../../../ui/Progress.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { api, newCommandId } from '../api.ts';
import { matterChanged } from '../queries.ts';
import { type JobView, stopJob, useJob } from '../useJob.ts';
import { usePost } from '../useMe.ts';
import { BatchDialog } from './BatchDialog.tsx';
import type { BatchResult } from './batchAsk.ts';
import { batchLabels, useBatchWords } from './batchWords.ts';
import { PrintSome } from './PrintSome.tsx';
import type { Ticks } from './useTicks.ts';
import { useLedgerWords } from './words.ts';

type Props = { ticks: Ticks; rows: readonly LedgerRow[]; onSay: (sentence: string) => void };

/** What became of each: the ones that were not done by name and reason, and taking back where the step allows it. */
function Result({
  result,
  onUndo,
  onClose,
}: {
  result: BatchResult;
  onUndo: (codes: string[]) => void;
  onClose: () => void;
}) {
  const t = useBatchWords();
  const language = useLanguage();
  const label = batchLabels[language][result.act as BatchAct](result.rows.length);
  const not = result.rows.filter(({ why }) => why !== null);
  const done = result.rows.filter(({ why }) => why === null);
  const until = done.map(({ undoUntil }) => undoUntil).filter((at) => at !== null)[0];
  const undoable = until !== undefined && new Date(until) > new Date();
  return (
    <Strip
      tone={not.length > 0 ? 'soon' : 'done'}
      onClose={onClose}
      actions={
        undoable && (
          <Button onClick={() => onUndo(done.map(({ code }) => code))}>{t.undo(done.length, clockTime(until))}</Button>
        )
      }
    >
      {done.length === 0 ? t.none(label) : t.done(label, done.length)}。
      {done.length === 1 && ` ${done[0]?.sentence ?? ''}`}
      {not.length > 0 && (
        <ul className="batch-rows">
          {t.not(not.length)}
          {not.map(({ code, codeShort, why }) => (
            <li key={code}>
              {codeShort} {why}
            </li>
          ))}
        </ul>
      )}
    </Strip>
  );
}

/** What can be done with the ticked rows, by posts that may; and how far it is. */
export function BatchBar({ ticks, rows, onSay }: Props) {
  const t = useLedgerWords();
  const b = useBatchWords();
  const language = useLanguage();
  const { role } = usePost();
  const [act, setAct] = useState<BatchAct | null>(null);
  const [last, setLast] = useState<BatchAct>('remind');
  const [jobId, setJobId] = useState<string | null>(null);
  const job = useJob<BatchResult>(jobId).data;
  const undo = useMutation({
    mutationFn: (codes: string[]) =>
      api.post<JobView<BatchResult>>('/api/ledger/batches', { act: 'undoDispatch', codes, commandId: newCommandId() }),
    onSuccess: ({ id }) => {
      setLast('undoDispatch');
      setJobId(id);
    },
  });
  const ended = job !== undefined && job.state !== 'running';
  useEffect(() => {
    if (ended) for (const { code } of job.result?.rows ?? []) void matterChanged(code);
  }, [ended, job]);
  const codes = [...ticks.codes];
  const acts = actsOf(role).filter((each) => each !== 'undoDispatch');
  return (
    <>
      {job?.state === 'running' && (
        <Progress
          label={b.working(batchLabels[language][last](job.total))}
          done={job.done}
          total={job.total}
          stopLabel={b.stop}
          onStop={() => void stopJob(job.id)}
        />
      )}
      {job?.result && <Result result={job.result} onUndo={undo.mutate} onClose={() => setJobId(null)} />}
      {job?.problem && <Strip tone="late">{job.problem}</Strip>}
      {ticks.may && codes.length > 0 && (
        <section className="row ledger-batch no-print" aria-label={t.ticked(codes.length)}>
          <span>{t.ticked(codes.length)}</span>
          {acts.map((each) => (
            <Button key={each} onClick={() => setAct(each)}>
              {batchLabels[language][each](codes.length)}
            </Button>
          ))}
          <PrintSome codes={codes} onSay={onSay} />
          <Button type="text" onClick={() => ticks.set([...new Set([...codes, ...rows.map(({ code }) => code)])])}>
            {t.tickAll}
          </Button>
          <Button type="text" onClick={() => ticks.set([])}>
            {t.untick}
          </Button>
        </section>
      )}
      {act && (
        <BatchDialog
          act={act}
          codes={codes}
          onStarted={(id) => {
            setLast(act);
            setAct(null);
            setJobId(id);
            ticks.set([]);
          }}
          onClose={() => setAct(null)}
        />
      )}
    </>
  );
}
