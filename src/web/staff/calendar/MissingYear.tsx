import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import type { YearView } from '../../../calendar/yearView.ts';
import { dayOf, yearOf } from '../../../platform/now.ts';
import { Strip } from '../../../ui/Strip.tsx';
import { api } from '../api.ts';
import { useCalendarWords } from './words.ts';

/** From October on, on every page of those who enter it: next year has no notice yet. */
export function MissingYear() {
  const t = useCalendarWords();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const year = yearOf(dayOf(new Date()));
  const query = useQuery({
    queryKey: ['calendar', year],
    queryFn: () => api.get<YearView>(`/api/calendar/${year}`),
  });
  const missing = query.data?.keeps ? query.data.missingYear : null;
  if (missing === null || path === '/calendar') return null;
  const enter = (
    <Link to="/calendar" search={{ year: String(missing) }}>
      {t.enter(missing)}
    </Link>
  );
  return (
    <div className="page shell-strip">
      <Strip tone="soon" actions={enter}>
        {t.missing(missing)}
      </Strip>
    </div>
  );
}
