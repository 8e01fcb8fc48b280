import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { PresenceDay } from '../../../attendance/views.ts';
import { addDays } from '../../../platform/now.ts';
import { asOfText, dayText } from '../../../ui/dates.ts';
import { Empty, Loading, PageState } from '../../../ui/PageState.tsx';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { useMe } from '../useMe.ts';
import { CallFigures, CallList } from './Calls.tsx';
import { DayTable } from './DayTable.tsx';
import { presenceQuery } from './queries.ts';
import { WeekTable } from './WeekTable.tsx';
import { usePresenceWords } from './words.ts';
import './attendance.css';

type Search = { center?: string; day?: string; part?: 'week' };

function Head({ day, search }: { day: PresenceDay | undefined; search: Search }) {
  const t = usePresenceWords();
  return (
    <div className="page-head">
      <h1>{t.title}</h1>
      {day && (
        <span>
          {day.center.short} {dayText(day.day)}　{day.open ? t.lead(day.counts.due, day.counts.here) : t.closed}
        </span>
      )}
      {day && day.counts.missing > 0 && (
        <span className="late-text">
          <StateIcon shape="overdue" /> {t.missing(day.counts.missing)}
        </span>
      )}
      <nav className="page-head-end row" aria-label={t.parts}>
        <Link
          to="/presence"
          search={{ ...(search.center && { center: search.center }) }}
          className={search.part ? 'tab-link' : 'tab-link tab-here'}
        >
          {t.today}
        </Link>
        <Link
          to="/presence"
          search={{ ...(search.center && { center: search.center }), part: 'week' as const }}
          className={search.part ? 'tab-link tab-here' : 'tab-link'}
        >
          {t.week}
        </Link>
        {day && <span className="second">{t.asOf(asOfText(day.asOf))}</span>}
      </nav>
    </div>
  );
}

function Rooms({ day }: { day: PresenceDay }) {
  const t = usePresenceWords();
  if (day.rooms.length === 0) return null;
  const byKind = Map.groupBy(day.rooms, ({ kindLabel }) => kindLabel);
  return (
    <section className="section" aria-labelledby="rooms-head">
      <h2 id="rooms-head">{t.roomsAll(day.rooms.length)}</h2>
      <dl className="presence-rooms">
        {[...byKind].map(([kind, rooms]) => (
          <div key={kind}>
            <dt>
              {kind} {rooms.length}
            </dt>
            <dd>{rooms.map(({ name }) => name).join('、')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function WeekNav({ day, onDay }: { day: string; onDay: (day: string) => void }) {
  const t = usePresenceWords();
  return (
    <p className="row duty-nav">
      <Button size="small" onClick={() => onDay(addDays(day, -7))}>
        {t.previous}
      </Button>
      <Button size="small" onClick={() => onDay(addDays(day, 7))}>
        {t.next}
      </Button>
    </p>
  );
}

/** 在驻: who is here and who should be, by counter; who is called; and the plan of the week. */
export function PresencePage() {
  const t = usePresenceWords();
  const search = useSearch({ from: '/app/presence' });
  const navigate = useNavigate();
  const { today } = useMe();
  const [said, setSaid] = useState<string | null>(null);
  usePageTitle(t.title);
  const { center } = search;
  const query = useQuery(presenceQuery({ center, day: search.part ? undefined : search.day }));
  const day = search.day ?? today;
  const goTo = (next: string) => void navigate({ to: '/presence', search: { ...search, day: next } });
  return (
    <div className="page">
      <Head day={query.data} search={search} />
      {said !== null && <Strip onClose={() => setSaid(null)}>{said}</Strip>}
      <PageState query={query} loading={<Loading rows={10} />}>
        {(data) =>
          data.lines.length === 0 && data.open ? (
            <Empty>{t.none}</Empty>
          ) : search.part ? (
            <>
              <WeekNav day={day} onDay={goTo} />
              <WeekTable center={center} day={day} />
            </>
          ) : (
            <>
              {data.day === data.today && <CallList center={data.center.id} onSaid={setSaid} />}
              <DayTable day={data} onSaid={setSaid} />
              <CallFigures center={data.center.id} />
              <Rooms day={data} />
            </>
          )
        }
      </PageState>
    </div>
  );
}
