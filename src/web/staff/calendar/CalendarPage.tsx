import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { changedDays, type YearView } from '../../../calendar/yearView.ts';
import type { RunView } from '../../../deadlines/calendarViews.ts';
import { type Day, dayOf, yearOf } from '../../../platform/now.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { api } from '../api.ts';
import { stopJob } from '../useJob.ts';
import './calendar.css';
import { ClockList } from './ClockList.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { DayDialog } from './DayDialog.tsx';
import { DraftPanel } from './DraftPanel.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { Preview } from './Preview.tsx';
import { useDraft, useRuns, useYear } from './useCalendar.ts';
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

function Missing({ view, onList }: { view: YearView; onList: () => void }) {
  const t = useCalendarWords();
  const provisional = useQuery({
    queryKey: ['calendar', 'provisional'],
    queryFn: () => api.get<{ count: number }>('/api/calendar/provisional'),
  });
  const year = view.missingYear;
  const count = provisional.data?.count ?? 0;
  if (year === null && count === 0) return null;
  return (
    <Strip
      tone="soon"
      actions={
        <>
          {year !== null && year !== view.year && (
            <Link to="/calendar" search={{ year: String(year) }}>
              {view.keeps ? t.enter(year) : t.title(year)}
            </Link>
          )}
          {count > 0 && (
            <button type="button" className="link-button" onClick={onList}>
              {t.provisionalCount(count)}
            </button>
          )}
        </>
      }
    >
      {year === null ? t.provisionalNote : t.missing(year)}
    </Strip>
  );
}

function Head({ view, year }: { view: YearView | undefined; year: number }) {
  const t = useCalendarWords();
  const facts = view?.published
    ? [t.version(view.version), view.source ?? '', view.publishedOn ? t.publishedOn(view.publishedOn) : '']
    : [t.none];
  return (
    <div className="page-head">
      <h1>{t.title(year)}</h1>
      {view && <span>{facts.filter(Boolean).join(' · ')}</span>}
      {view && !view.keeps && <span className="second">{t.readOnly}</span>}
      <span className="page-head-end row">
        <Link to="/calendar" search={{ year: String(year - 1) }}>
          ← {t.earlier}
        </Link>
        <Link to="/calendar" search={{ year: String(year + 1) }}>
          {t.later} →
        </Link>
      </span>
    </div>
  );
}

function Under({ flow }: { flow: ReturnType<typeof useFlow> }) {
  const t = useCalendarWords();
  const { under, job, busy, forget } = flow;
  if (under === null) return null;
  if (busy)
    return (
      <Progress
        label={under.kind === 'preview' ? t.looking : t.publishing}
        done={job?.done ?? 0}
        total={job?.total ?? 0}
        stopLabel={t.stop}
        onStop={() => void stopJob(under.id)}
      />
    );
  if (job?.state === 'done' && under.kind === 'preview') return null;
  const { matters = 0, clocks = 0 } = job?.result ?? {};
  const words = job?.state === 'done' ? t.done(under.version, matters, clocks) : (job?.problem ?? t.stopped);
  return (
    <Strip tone={job?.state === 'done' ? 'done' : 'late'} onClose={forget}>
      {words}
    </Strip>
  );
}

function Ready({ view }: { view: YearView }) {
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
      <Under flow={flow} />
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

/** The holidays of a year: for everybody to read, for the city's keeper to change together with the dates it moves. */
export function CalendarPage() {
  const t = useCalendarWords();
  const search = useSearch({ from: '/app/calendar' });
  const year = Number(search.year ?? yearOf(dayOf(new Date())));
  usePageTitle(t.title(year));
  const query = useYear(year);
  return (
    <div className="page">
      <Head view={query.data} year={year} />
      <PageState query={query}>{(view) => <Ready key={view.year} view={view} />}</PageState>
    </div>
  );
}
