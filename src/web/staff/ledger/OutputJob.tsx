import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { OutputMade } from '../../../ledger/outputs.ts';
import { formatCount } from '../../../ui/money.ts';
import { Progress } from '../../../ui/Progress.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { queryClient } from '../queries.ts';
import { stopJob, useJob } from '../useJob.ts';
import { useOutputWords } from './outputWords.ts';

export const fileAddress = (id: string, file: number): string => `/api/ledger/outputs/${id}/files/${file}`;

type Props = { jobId: string; label: string; onClose: () => void };

/** A file under way, and then how to fetch it. */
export function OutputJob({ jobId, label, onClose }: Props) {
  const t = useOutputWords();
  const job = useJob<OutputMade>(jobId).data;
  const state = job?.state;
  useEffect(() => {
    if (state === 'done') void queryClient.invalidateQueries({ queryKey: ['ledgerOutputs'] });
  }, [state]);
  if (!job || state === 'running')
    return (
      <Progress
        label={t.making(label)}
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
        {job.problem}
      </Strip>
    );
  return (
    <Strip
      onClose={onClose}
      actions={
        <>
          {Array.from({ length: made.files }, (_, file) => (
            <a key={fileAddress(made.id, file)} href={fileAddress(made.id, file)} download>
              {made.files > 1 ? t.fetchPart(file + 1) : t.fetch}
            </a>
          ))}
          <Link to="/ledger/outputs">{t.all}</Link>
        </>
      }
    >
      {t.made(formatCount(made.rows), made.files)}
      {made.leftOut.length > 0 && t.leftOut(made.leftOut.map(({ codeShort, why }) => `${codeShort} ${why}`).join('；'))}
    </Strip>
  );
}
