import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Outcome } from '../../../backups/outcome.ts';
import { formatTime } from '../../../platform/now.ts';
import { Progress } from '../../../ui/Progress.tsx';
import { StateIcon, type StateShape } from '../../../ui/StateIcon.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { type ApiError, api } from '../api.ts';
import { type JobView, stopJob, useJob } from '../useJob.ts';
import { type BackupView, type Upkeep, upkeepChanged } from './queries.ts';
import { Technical } from './Technical.tsx';
import { useOperationsWords } from './words.ts';

const shapes: Record<Outcome, StateShape> = { done: 'done', failed: 'overdue', unchecked: 'paused' };

function Row({ backup }: { backup: BackupView }) {
  const t = useOperationsWords();
  const { proof, bytes, withDatabase } = backup;
  const size = withDatabase ? `${Math.max(1, Math.round(bytes / 2 ** 20)).toLocaleString('en')} MB` : t.withoutDatabase;
  return (
    <tr>
      <th scope="row">{formatTime(new Date(backup.startedAt))}</th>
      <td className="number">{size}</td>
      <td>
        <StateIcon shape={proof ? shapes[proof.outcome] : 'info'} /> {proof ? t[`proof_${proof.outcome}`] : t.never}
        {proof && (
          <div className="second">
            <Technical text={proof.said} />
          </div>
        )}
      </td>
    </tr>
  );
}

type Act = 'backup' | 'rehearse';
const addresses: Record<Act, string> = { backup: '/api/backups', rehearse: '/api/backup-rehearsals' };

/** One act under way; how far it is, and afterwards what came of it. */
function useAct() {
  const [id, setId] = useState<string | null>(null);
  const job = useJob<{ said: string }>(id).data;
  const start = useMutation<JobView<unknown>, ApiError, Act>({
    mutationFn: (act) => api.post(addresses[act], {}),
    onSuccess: (started) => setId(started.id),
  });
  const ended = job !== undefined && job.state !== 'running' ? job : undefined;
  useEffect(() => {
    if (ended) void upkeepChanged();
  }, [ended]);
  return { id, job, start, ended, forget: () => setId(null) };
}

export function Backups({ backups, scheduled, keepDays, places, busy }: Upkeep) {
  const t = useOperationsWords();
  const { id, job, start, ended, forget } = useAct();
  const underWay = id !== null && ended === undefined;
  const act = (which: Act, label: string, note: string) => (
    <div className="operations-act">
      <Button
        disabled={underWay || busy !== null}
        aria-describedby={`note-${which}`}
        onClick={() => start.mutate(which)}
      >
        {label}
      </Button>
      <span className="second" id={`note-${which}`}>
        {note}
      </span>
    </div>
  );
  return (
    <section aria-labelledby="backups">
      <h2 id="backups">{t.backups}</h2>
      <p className="second">
        <Technical text={scheduled ? t.keeps(keepDays, places.length) : t.unscheduled} />
      </p>
      {act('backup', t.backupNow, t.backupNote)}
      {backups.length > 0 && act('rehearse', t.rehearseNow, t.rehearseNote)}
      {start.error && <p className="late-text">{start.error.message}</p>}
      {underWay && (
        <Progress
          label={t[(job?.kind ?? 'backup') as Act]}
          done={job?.done ?? 0}
          total={job?.total ?? 0}
          stopLabel={t.stop}
          onStop={() => void stopJob(id)}
        />
      )}
      {ended && (
        <Strip tone={ended.state === 'done' ? 'done' : 'late'} onClose={forget}>
          {ended.result?.said ?? ended.problem ?? t.stopped}
        </Strip>
      )}
      {backups.length === 0 && <p>{t.noBackups}</p>}
      {backups.length > 0 && (
        <TableScroll label={t.backups}>
          <table className="plain-table operations-table">
            <thead>
              <tr>
                <th scope="col">{t.name}</th>
                <th scope="col">{t.size}</th>
                <th scope="col">{t.proof}</th>
              </tr>
            </thead>
            <tbody>
              {backups.map((backup) => (
                <Row key={backup.name} backup={backup} />
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}
