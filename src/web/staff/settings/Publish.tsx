import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { useEffect, useState } from 'react';
import { dayOf, now } from '../../../platform/now.ts';
import type { DraftView } from '../../../settings/draftView.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { type ApiError, api } from '../api.ts';
import { type JobView, stopJob, useJob } from '../useJob.ts';
import { settingsChanged } from './queries.ts';
import { useSettingsWords } from './words.ts';

type Lights = Record<string, number>;
type Preview = {
  runId: string;
  tally: { open: number; moved: number; clocks: number; before: Lights; after: Lights };
};
type Published = {
  version: number;
  effectiveFrom: string;
  changed: readonly string[];
  matters: number;
  clocks: number;
};
type Props = { draft: DraftView; onDone: (sentence: string) => void };

function SendBack({ draft }: { draft: DraftView }) {
  const t = useSettingsWords();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const send = useMutation<unknown, ApiError>({
    mutationFn: () => api.post(`/api/settings/drafts/${draft.id}/returns`, { reason }),
    onSuccess: settingsChanged,
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t.sendBack}</Button>
      {open && (
        <ActDialog
          title={t.sendBack}
          act={t.sendBack}
          leave={t.leave}
          isPending={send.isPending}
          error={send.error}
          onAct={() => send.mutate()}
          onClose={() => setOpen(false)}
        >
          <Field name="reason" label={t.reason} hint={t.reasonHint} error={send.error?.fields.reason}>
            {(control) => (
              <Input.TextArea {...control} value={reason} onChange={(event) => setReason(event.target.value)} />
            )}
          </Field>
        </ActDialog>
      )}
    </>
  );
}

/** What moves, in numbers, before it does; and one tick that it was seen. */
function Moves({ draft, onSeen }: { draft: DraftView; onSeen: (runId: string | null) => void }) {
  const t = useSettingsWords();
  const [jobId, setJobId] = useState<string | null>(null);
  const { data: job } = useJob<Preview>(jobId);
  const start = useMutation<JobView<Preview>, ApiError>({
    mutationFn: () => api.post(`/api/settings/drafts/${draft.id}/previews`, {}),
    onSuccess: ({ id }) => setJobId(id),
  });
  const sentence = start.error?.message ?? job?.problem;
  const result = job?.result;
  const lights = ({ dueSoon = 0, overdue = 0 }: Lights) => t.lights(dueSoon, overdue);
  return (
    <div className="stack">
      {!result && job?.state !== 'running' && (
        <div>
          <Button loading={start.isPending} onClick={() => start.mutate()}>
            {t.preview}
          </Button>
        </div>
      )}
      {sentence && <Strip tone="late">{sentence}</Strip>}
      {job?.state === 'running' && (
        <Progress
          label={t.previewing}
          done={job.done}
          total={job.total}
          stopLabel={t.stop}
          onStop={() => void stopJob(job.id)}
        />
      )}
      {result && (
        <>
          <p>{t.previewed(result.tally.open, result.tally.moved, result.tally.clocks)}</p>
          <dl className="fact-list">
            <dt>{t.lightsBefore}</dt>
            <dd>{lights(result.tally.before)}</dd>
            <dt>{t.lightsAfter}</dt>
            <dd>{lights(result.tally.after)}</dd>
          </dl>
          <Checkbox onChange={({ target }) => onSeen(target.checked ? result.runId : null)}>
            {t.confirmMove(result.tally.moved)}
          </Checkbox>
        </>
      )}
    </div>
  );
}

/** Publishing by somebody who did not write it: open matters stay, or move as they were shown. */
export function Publish({ draft, onDone }: Props) {
  const t = useSettingsWords();
  const [way, setWay] = useState<'keep' | 'apply'>('keep');
  const [seen, setSeen] = useState<string | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const { data: job } = useJob<Published>(jobId);
  const isFuture = (draft.effectiveFrom ?? '') > dayOf(now());
  const finish = async ({ version, effectiveFrom, changed, matters, clocks }: Published) => {
    const sentences = [
      t.publishedNow(version, effectiveFrom),
      ...(changed.length > 0 ? [t.changedOnly(changed)] : []),
      ...(matters > 0 ? [t.appliedNow(matters, clocks)] : []),
    ];
    onDone(sentences.join(t.between));
    await settingsChanged();
  };
  const send = useMutation<Published | JobView<Published>, ApiError>({
    mutationFn: () =>
      api.post(`/api/settings/drafts/${draft.id}/publications`, { applyRun: way === 'apply' ? seen : null }),
    onSuccess: async (answer) => ('version' in answer ? finish(answer) : setJobId(answer.id)),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the work ends
  useEffect(() => {
    if (job?.state === 'done' && job.result) void finish(job.result);
  }, [job?.state]);
  const problem = send.error?.message ?? job?.problem;
  return (
    <section className="section no-print" aria-labelledby="publish">
      <h2 id="publish">{t.publish}</h2>
      <Choice
        name="open"
        label={t.openMatters}
        value={way}
        onChange={setWay}
        hint={isFuture ? t.futureOnly : undefined}
        options={[
          { value: 'keep', label: t.keepPinned },
          ...(isFuture ? [] : [{ value: 'apply' as const, label: t.applyToOpen }]),
        ]}
      />
      {way === 'apply' && <Moves draft={draft} onSeen={setSeen} />}
      {problem && <Strip tone="late">{problem}</Strip>}
      {job?.state === 'running' && (
        <Progress
          label={t.publishing}
          done={job.done}
          total={job.total}
          stopLabel={t.stop}
          onStop={() => void stopJob(job.id)}
        />
      )}
      <div className="row rule-acts">
        <Button
          type="primary"
          disabled={way === 'apply' && seen === null}
          loading={send.isPending || job?.state === 'running'}
          onClick={() => send.mutate()}
        >
          {t.publish}
        </Button>
        <SendBack draft={draft} />
      </div>
    </section>
  );
}
