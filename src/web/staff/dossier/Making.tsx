import { useEffect } from 'react';
import type { LotMade } from '../../../dossier/dossier.ts';
import { Progress } from '../../../ui/Progress.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { queryClient } from '../queries.ts';
import { stopJob, useJob } from '../useJob.ts';
import { useDossierWords } from './words.ts';

export const madeAddress = (code: string, id: string, file: number): string =>
  `/api/disputes/${code}/dossier/files/${id}/${file}`;

/** A file that is being bound or printed, and then how to fetch it. */
export function Making({ code, jobId, onClose }: { code: string; jobId: string; onClose: () => void }) {
  const t = useDossierWords();
  const job = useJob<LotMade>(jobId).data;
  const state = job?.state;
  useEffect(() => {
    if (state === 'done') void queryClient.invalidateQueries({ queryKey: ['dispute', code, 'dossier'] });
  }, [state, code]);
  if (!job || state === 'running')
    return (
      <Progress
        label={t.binding}
        done={job?.done ?? 0}
        total={job?.total ?? 0}
        stopLabel={t.stop}
        onStop={() => void stopJob(jobId)}
      />
    );
  const made = job.result;
  if (!made)
    return (
      <Strip tone="late" onClose={onClose}>
        {job.problem ?? t.stop}
      </Strip>
    );
  const leftOut = made.leftOut.map(({ name, why }) => `${name} ${why}`).join('；');
  return (
    <Strip
      onClose={onClose}
      actions={
        <a href={madeAddress(code, made.id, 0)} download>
          {t.fetch}
        </a>
      }
    >
      {t.bound(made.rows)}
      {leftOut === '' ? null : t.leftOut(leftOut)}
    </Strip>
  );
}
