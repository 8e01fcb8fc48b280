import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { YearView } from '../../../calendar/yearView.ts';
import { Progress } from '../../../ui/Progress.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { api } from '../api.ts';
import { stopJob } from '../useJob.ts';
import type { useFlow } from './useFlow.ts';
import { useCalendarWords } from './words.ts';

/** The year that has no notice yet, and how many dates rest on it. */
export function Missing({ view, onList }: { view: YearView; onList: () => void }) {
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

/** A plan or a publication under way, with a way to stop it; then its result. */
export function UnderWay({ flow }: { flow: ReturnType<typeof useFlow> }) {
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
