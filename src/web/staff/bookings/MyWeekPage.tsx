import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { BookingView } from '../../../bookings/views.ts';
import { asOfText } from '../../../ui/dates.ts';
import { Loading, PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { Feed } from './Feed.tsx';
import { personWeekQuery } from './queries.ts';
import { ReleaseDialog } from './ReleaseDialog.tsx';
import { Week } from './Week.tsx';
import { WeekNav } from './WeekNav.tsx';
import { useBookingWords } from './words.ts';
import './bookings.css';

/** 我的一周: where one is expected, also in the calendar of a phone. */
export function MyWeekPage() {
  const t = useBookingWords();
  usePageTitle(t.mineTitle);
  const { day } = useSearch({ from: '/app/bookings/mine' });
  const navigate = useNavigate();
  const [released, setReleased] = useState<BookingView | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const query = useQuery({ ...personWeekQuery(undefined, day), placeholderData: keepPreviousData });
  const done = (sentence: string) => {
    setReleased(null);
    setSaid(sentence);
  };
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.mineTitle}</h1>
        {query.data && <span className="second page-head-end">{t.asOf(asOfText(query.data.asOf))}</span>}
      </div>
      {said !== null && <Strip onClose={() => setSaid(null)}>{said}</Strip>}
      <PageState query={query} loading={<Loading rows={10} />}>
        {({ person, days, rows, today, asOf }) => (
          <div className="stack">
            <WeekNav
              days={days}
              today={today}
              onDay={(next) => void navigate({ to: '/bookings/mine', search: { day: next } })}
            />
            <Week
              {...{ name: person, days, rows, today, nothing: t.freeWeek, acts: { now: asOf, onRelease: setReleased } }}
            />
            <Feed />
          </div>
        )}
      </PageState>
      {released && <ReleaseDialog row={released} onDone={done} onClose={() => setReleased(null)} />}
    </div>
  );
}
