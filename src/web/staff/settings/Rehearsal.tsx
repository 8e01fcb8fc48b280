import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Rehearsal as Found } from '../../../replays/rehearsalFacts.ts';
import type { DraftView } from '../../../settings/draftView.ts';
import { asOfText } from '../../../ui/dates.ts';
import { Field } from '../../../ui/Field.tsx';
import { formatCount } from '../../../ui/money.ts';
import { Progress } from '../../../ui/Progress.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { type ApiError, api } from '../api.ts';
import { type JobView, stopJob, useJob } from '../useJob.ts';
import { RehearsalFigures, RehearsalUnits } from './RehearsalFigures.tsx';
import { type Asked, RehearsalList } from './RehearsalList.tsx';
import { useSettingsWords } from './words.ts';

export type Rehearsed = Found & {
  revision: number;
  months: number;
  asOf: string;
  seconds: number;
  names: Record<string, string>;
};
type Past = { id: string; result: Rehearsed };

function Honest() {
  const t = useSettingsWords();
  return (
    <section className="rule-table" aria-labelledby="honest">
      <h3 id="honest">{t.cannotTell}</h3>
      <ul className="rule-honest second">
        {[t.honest1, t.honest2, t.honest3, t.honest4].map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </section>
  );
}

function Result({ id, result, draft }: { id: string; result: Rehearsed; draft: DraftView }) {
  const t = useSettingsWords();
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <>
      {result.revision !== draft.revision && <Strip tone="soon">{t.otherRevision}</Strip>}
      <p>
        {t.rehearsed(formatCount(result.matters), result.months)}{' '}
        <span className="second">{t.asOf(asOfText(result.asOf), result.seconds)}</span>
      </p>
      <RehearsalFigures found={result} onAsk={setAsked} />
      {asked && <RehearsalList key={JSON.stringify(asked)} job={id} asked={asked} onClose={() => setAsked(null)} />}
      <RehearsalUnits found={result} names={result.names} onAsk={setAsked} />
      <Honest />
    </>
  );
}

/** The last months again with the draft beside today's rules: long work, with a way to stop it. */
export function Rehearsal({ draft }: { draft: DraftView }) {
  const t = useSettingsWords();
  const [months, setMonths] = useState('12');
  const [jobId, setJobId] = useState<string | null>(null);
  const { data: job } = useJob<Rehearsed>(jobId);
  const past = useQuery({
    queryKey: ['settings', 'rehearsals', draft.id],
    queryFn: () => api.get<Past[]>(`/api/settings/drafts/${draft.id}/rehearsals`),
  });
  const start = useMutation<JobView<Rehearsed>, ApiError>({
    mutationFn: () => api.post(`/api/settings/drafts/${draft.id}/rehearsals`, { months: Number(months) }),
    onSuccess: ({ id }) => setJobId(id),
  });
  const running = job?.state === 'running';
  const shown: Past | undefined = job?.result ? { id: job.id, result: job.result } : past.data?.[0];
  const problem = start.error?.message ?? job?.problem;
  return (
    <section className="section" aria-labelledby="rehearsal">
      <div className="section-head">
        <h2 id="rehearsal">{t.rehearsal}</h2>
        <span className="second">{t.rehearsalNote}</span>
      </div>
      <div className="row filters-row no-print">
        <Field name="months" label={t.months} error={start.error?.fields.months}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              inputMode="numeric"
              value={months}
              onChange={(event) => setMonths(event.target.value.replace(/\D/g, '').slice(0, 2))}
            />
          )}
        </Field>
        <Button loading={start.isPending || running} onClick={() => start.mutate()}>
          {t.rehearse}
        </Button>
      </div>
      {problem && <Strip tone="late">{problem}</Strip>}
      {running && (
        <Progress
          label={t.rehearsing}
          done={job.done}
          total={job.total}
          stopLabel={t.stop}
          onStop={() => void stopJob(job.id)}
        />
      )}
      {!running && shown && <Result key={shown.id} id={shown.id} result={shown.result} draft={draft} />}
    </section>
  );
}
