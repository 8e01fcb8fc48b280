import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { tableTime } from '../../../../ui/dates.ts';
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx';
import { Progress } from '../../../../ui/Progress.tsx';
import { Strip } from '../../../../ui/Strip.tsx';
import { type ApiError, api } from '../../api.ts';
import { type JobView, useJob } from '../../useJob.ts';
import { usePaperWords } from './words.ts';

type Made = { disputes: number };
type Sheet = JobView<Made>;

/** What is open, desk by desk, on paper: made when asked for, fetched again by colleagues. */
export function EmergencySheet() {
  const t = usePaperWords();
  const [id, setId] = useState<string | null>(null);
  const job = useJob<Made>(id).data;
  const before = useQuery({
    queryKey: ['emergency-sheets', job?.state],
    queryFn: () => api.get<Sheet[]>('/api/emergency-sheets'),
  });
  const make = useMutation<Sheet, ApiError, undefined>({
    mutationFn: () => api.post('/api/emergency-sheets'),
    onSuccess: (started) => setId(started.id),
  });
  const link = (sheet: string) => (
    <a href={`/api/emergency-sheets/${sheet}`} target="_blank" rel="noreferrer">
      {t.fetch}
    </a>
  );
  const done = (before.data ?? []).filter(({ state }) => state === 'done');
  return (
    <section className="paper-part" aria-labelledby="paper-sheet">
      <h2 id="paper-sheet">{t.sheetHead}</h2>
      <p className="second">{t.sheetNote}</p>
      {make.error && <ErrorSummary errors={[]} message={make.error.message} requestId={make.error.requestId} />}
      {job?.state === 'failed' && job.problem && <Strip tone="late">{job.problem}</Strip>}
      {job?.state === 'done' && <Strip actions={link(job.id)}>{t.made(job.result?.disputes ?? 0)}</Strip>}
      {job?.state === 'running' ? (
        <Progress label={t.making} done={job.done} total={job.total} />
      ) : (
        <Button loading={make.isPending} onClick={() => make.mutate(undefined)}>
          {t.make}
        </Button>
      )}
      {done.length > 0 && (
        <ul className="plain-list" aria-label={t.before}>
          {done.map((sheet) => (
            <li key={sheet.id}>
              {tableTime(sheet.startedAt)} {t.made(sheet.result?.disputes ?? 0)} {link(sheet.id)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
