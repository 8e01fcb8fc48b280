import { useState } from 'react';
import { changedDays, type YearView } from '../../../calendar/yearView.ts';
import { type Day, dayOf } from '../../../platform/now.ts';
import type { RunView } from '../../../replays/calendarViews.ts';
import { ClockList } from './ClockList.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { DayDialog } from './DayDialog.tsx';
import { DraftPanel } from './DraftPanel.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { Preview } from './Preview.tsx';
import { Missing, UnderWay } from './UnderWay.tsx';
import { useDraft, useRuns } from './useCalendar.ts';
import { useFlow } from './useFlow.ts';
import { Versions } from './Versions.tsx';
import { useCalendarWords } from './words.ts';
import { YearGrid } from './YearGrid.tsx';

type Doing =
  | { act: 'day'; day: Day }
  | { act: 'paste' | 'import' | 'confirm' | 'provisional' }
  | { act: 'moved'; run: string; version: number };

/** The plan that still waits to be confirmed: newest, of the draft's own version. */
function waiting(view: YearView, runs: readonly RunView[] | undefined): RunView | null {
  const [run] = runs ?? [];
  return view.draft && run?.state === 'planned' && run.version === view.version + 1 ? run : null;
}

/** One year: what is under way, what it would move, its months, the draft and the versions. */
export function Year({ view }: { view: YearView }) {
  const t = useCalendarWords();
  const [doing, setDoing] = useState<Doing | null>(null);
  const draft = useDraft(view);
  const runs = useRuns(view.year, view.keeps);
  const flow = useFlow(view.year);
  const close = () => setDoing(null);
  const run = waiting(view, runs.data);
  const stale = run !== null && (view.draft?.savedAt ?? '') > run.plannedAt;
  const days = draft.base.days;
  const keep = (part: Parameters<typeof draft.save.mutate>[0]) => {
    draft.save.mutate(part);
    close();
  };
  const list = (path: string, title: string, note?: string) => (
    <ClockList path={path} title={title} note={note} none={view.keeps ? t.figuresOnly : t.noneSeen} onClose={close} />
  );
  return (
    <>
      <Missing view={view} onList={() => setDoing({ act: 'provisional' })} />
      <UnderWay flow={flow} />
      {run && !flow.busy && (
        <Preview
          run={run}
          stale={stale}
          onPublish={() => setDoing({ act: 'confirm' })}
          onMoved={() => setDoing({ act: 'moved', run: run.id, version: run.version })}
        />
      )}
      <div className="calendar-body">
        <div className="stack">
          <p className="second">
            {t.legend}
            {view.keeps && ` ${t.legendKeeper}`}
          </p>
          <YearGrid
            year={view.year}
            days={new Map(days.map((each) => [each.day, each]))}
            changed={new Set(view.draft ? changedDays(view.days, days).map(({ day }) => day) : [])}
            today={dayOf(new Date())}
            onDay={view.keeps ? (day) => setDoing({ act: 'day', day }) : null}
          />
        </div>
        <div className="calendar-side">
          {view.keeps && (
            <DraftPanel
              view={view}
              draft={draft}
              busy={flow.busy || flow.look.isPending}
              planned={run !== null && !stale}
              onPaste={() => setDoing({ act: 'paste' })}
              onImport={() => setDoing({ act: 'import' })}
              onLook={() => view.draft && flow.look.mutate({ revision: view.draft.revision })}
            />
          )}
          <Versions
            view={view}
            onMoved={({ runId, version }) => runId && setDoing({ act: 'moved', run: runId, version })}
          />
        </div>
      </div>
      {doing?.act === 'day' && (
        <DayDialog day={doing.day} days={days} onKeep={(next) => keep({ days: next })} onClose={close} />
      )}
      {doing?.act === 'paste' && (
        <PasteDialog
          year={view.year}
          onUse={({ days: read, source, publishedOn }) =>
            keep({ days: read, ...(source && { source }), ...(publishedOn && { publishedOn }) })
          }
          onClose={close}
        />
      )}
      {doing?.act === 'import' && (
        <ImportDialog year={view.year} onUse={(read) => keep({ days: read })} onClose={close} />
      )}
      {doing?.act === 'confirm' && run && (
        <ConfirmDialog
          run={run}
          isPending={flow.publish.isPending}
          error={flow.publish.error}
          onAct={() => flow.publish.mutate(run, { onSuccess: close })}
          onClose={close}
        />
      )}
      {doing?.act === 'moved' && list(`/api/calendar/previews/${doing.run}/moves`, t.movedTitle(doing.version))}
      {doing?.act === 'provisional' && list('/api/calendar/provisional', t.provisionalTitle, t.provisionalNote)}
    </>
  );
}
