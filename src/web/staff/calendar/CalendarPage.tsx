import { Link, useSearch } from '@tanstack/react-router';
import type { YearView } from '../../../calendar/yearView.ts';
import { dayOf, yearOf } from '../../../platform/now.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import './calendar.css';
import { useYear } from './useCalendar.ts';
import { useCalendarWords } from './words.ts';
import { Year } from './Year.tsx';

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
      <PageState query={query}>{(view) => <Year key={view.year} view={view} />}</PageState>
    </div>
  );
}
