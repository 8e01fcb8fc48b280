import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { HolderView, HoldingsView } from '../../../../reassigning/holderView.ts';
import { Field } from '../../../../ui/Field.tsx';
import { Empty, PageState } from '../../../../ui/PageState.tsx';
import { Progress } from '../../../../ui/Progress.tsx';
import { Strip } from '../../../../ui/Strip.tsx';
import { stopJob, useJob } from '../../useJob.ts';
import { useMe, usePost } from '../../useMe.ts';
import { GiveDialog } from './GiveDialog.tsx';
import { HoldingsTable } from './HoldingsTable.tsx';
import { handoversChanged, holdersQuery, holdingsQuery, type Outcome } from './queries.ts';
import { Result } from './Result.tsx';
import { useHandoverWords } from './words.ts';

const route = getRouteApi('/app/handovers');
const sum = ({ handling, contact, named }: HolderView): number => handling + contact + named;

function usePersonOptions(holders: readonly HolderView[]) {
  const t = useHandoverWords();
  const { id } = usePost();
  const { user } = useMe();
  const others = holders.filter(({ postId }) => postId !== id);
  const word = (holder: HolderView) =>
    (holder.left ? t.leftPerson : t.person)(holder.name, holder.roleLabel, sum(holder));
  return [
    { value: id, label: t.me(user.name) },
    ...others.map((holder) => ({ value: holder.postId, label: word(holder) })),
  ];
}

/** Whose work: one's own, and for a leader that of everybody in the unit, those who left first. */
function Whose({
  holders,
  post,
  onChange,
}: {
  holders: readonly HolderView[];
  post: string;
  onChange(id: string): void;
}) {
  const t = useHandoverWords();
  const options = usePersonOptions(holders);
  const left = holders.filter((holder) => holder.left && sum(holder) > 0);
  const count = left.reduce((total, holder) => total + sum(holder), 0);
  return (
    <>
      {left.length > 0 && <Strip tone="late">{t.nobodyHas(left.map(({ name }) => name).join('、'), count)}</Strip>}
      {options.length > 1 && (
        <div className="row filters-row">
          <Field name="whose" label={t.whose}>
            {(control) => (
              <Select {...control} className="wide-select" value={post} options={options} onChange={onChange} />
            )}
          </Field>
        </div>
      )}
    </>
  );
}

/** The job under way, and what became of each matter. */
function Running({ jobId, onEnd }: { jobId: string; onEnd: () => void }) {
  const t = useHandoverWords();
  const job = useJob<Outcome>(jobId).data;
  if (!job) return null;
  if (job.state === 'running')
    return (
      <Progress
        label={t.running}
        done={job.done}
        total={job.total}
        stopLabel={t.stop}
        onStop={() => void stopJob(jobId)}
      />
    );
  if (job.result) return <Result outcome={job.result} onClose={onEnd} />;
  return (
    <Strip tone="late" onClose={onEnd}>
      {job.problem ?? t.stop}
    </Strip>
  );
}

function List({
  view,
  codes,
  onStarted,
}: {
  view: HoldingsView;
  codes: readonly string[];
  onStarted(id: string): void;
}) {
  const t = useHandoverWords();
  const known = codes.filter((code) => view.items.some((item) => item.code === code));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(known));
  const [giving, setGiving] = useState(known.length > 0);
  const chosen = view.items.filter(({ code }) => ticked.has(code));
  if (view.items.length === 0)
    return (
      <Empty>{[t.nothing(view.holder.name), view.hidden > 0 && t.hidden(view.hidden)].filter(Boolean).join('')}</Empty>
    );
  return (
    <>
      <p>
        {t.count(view.items.length)}
        {view.holder.left && view.holder.lastDay ? (
          <span className="second">　{t.lastDay(view.holder.lastDay)}</span>
        ) : null}
        {view.hidden > 0 ? <span className="second">　{t.hidden(view.hidden)}</span> : null}
      </p>
      <HoldingsTable items={view.items} ticked={ticked} onTick={setTicked} />
      <div className="row handovers-bar">
        <Button type="primary" disabled={chosen.length === 0} onClick={() => setGiving(true)}>
          {t.give(chosen.length)}
        </Button>
        <span className="second keys-line">{t.keys}</span>
      </div>
      {giving && chosen.length > 0 && (
        <GiveDialog
          view={view}
          items={chosen}
          onClose={() => setGiving(false)}
          onStarted={(id) => {
            setGiving(false);
            setTicked(new Set());
            onStarted(id);
          }}
        />
      )}
    </>
  );
}

export function InHand() {
  const { id } = usePost();
  const { post = id, codes = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [jobId, setJobId] = useState<string | null>(null);
  const holders = useQuery(holdersQuery).data ?? [];
  const query = useQuery(holdingsQuery(post));
  const onEnd = () => {
    setJobId(null);
    void handoversChanged();
  };
  return (
    <>
      <Whose
        holders={holders}
        post={post}
        onChange={(next) => void navigate({ search: next === id ? {} : { post: next } })}
      />
      {jobId && <Running jobId={jobId} onEnd={onEnd} />}
      <PageState query={query}>
        {(view) => (
          <List
            key={`${post}.${codes}`}
            view={view}
            codes={codes.split(',')}
            onStarted={(started) => {
              setJobId(started);
              if (codes) void navigate({ search: post === id ? {} : { post } });
            }}
          />
        )}
      </PageState>
    </>
  );
}
