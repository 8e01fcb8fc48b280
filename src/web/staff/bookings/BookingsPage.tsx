import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { BookingView, RoomWeek } from '../../../bookings/views.ts';
import { asOfText } from '../../../ui/dates.ts';
import { Field } from '../../../ui/Field.tsx';
import { Empty, Loading, PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { useClear } from '../../../ui/useClear.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { BookDialog, type Draft, draftOf } from './BookDialog.tsx';
import { personWeekQuery, roomWeekQuery } from './queries.ts';
import { ReleaseDialog } from './ReleaseDialog.tsx';
import type { BookingSearch } from './search.ts';
import { Week } from './Week.tsx';
import { WeekNav } from './WeekNav.tsx';
import { hourText } from './weekBlocks.ts';
import { useBookingWords } from './words.ts';
import './bookings.css';

type Said = { sentence: string; warnings: readonly string[] };
type Open = { draft: Draft; row?: BookingView } | null;

/** Which room, or whose week. */
function Choose({
  week,
  search,
  onSearch,
}: {
  week: RoomWeek;
  search: BookingSearch;
  onSearch: (next: BookingSearch) => void;
}) {
  const t = useBookingWords();
  const clear = useClear();
  const chosen = search.room ?? week.rooms[0]?.id ?? null;
  return (
    <div className="booking-two">
      <Field name="room" label={t.room}>
        {(control) => (
          <Select<string>
            {...control}
            showSearch={{ optionFilterProp: 'label' }}
            style={{ width: '100%' }}
            value={chosen}
            options={week.rooms.map(({ id, name, kind }) => ({ value: id, label: `${name} ${kind}` }))}
            notFoundContent={null}
            onChange={(room) => onSearch({ ...search, room, post: '' })}
          />
        )}
      </Field>
      <Field name="person" label={t.person}>
        {(control) => (
          <Select<string>
            {...control}
            showSearch={{ optionFilterProp: 'label' }}
            allowClear={clear}
            style={{ width: '100%' }}
            placeholder={t.choosePerson}
            value={search.post ?? null}
            options={week.people.map(({ postId, name, unit }) => ({ value: postId, label: `${name} ${unit}` }))}
            notFoundContent={null}
            onChange={(post?: string) => onSearch({ ...search, post: post ?? '' })}
          />
        )}
      </Field>
    </div>
  );
}

const end = (time: string): string => hourText(Math.min(23, Number(time.slice(0, 2)) + 1));

function Shown({
  week,
  search,
  onOpen,
  onRelease,
}: { week: RoomWeek; search: BookingSearch } & {
  onOpen: (open: Open) => void;
  onRelease: (row: BookingView) => void;
}) {
  const t = useBookingWords();
  const person = useQuery({ ...personWeekQuery(search.post, search.day), enabled: search.post !== undefined });
  const room = week.rooms.find(({ id }) => id === search.room) ?? week.rooms[0];
  const acts = {
    now: week.asOf,
    onRelease,
    ...(week.mayBook && { onMove: (row: BookingView) => onOpen({ draft: draftOf(row, week.rooms), row }) }),
  };
  const fresh = { roomIds: room && !search.post ? [room.id] : [], postIds: search.post ? [search.post] : [] };
  const onFree = week.mayBook
    ? (day: string, time: string) => onOpen({ draft: { day, from: time, to: end(time), ...fresh } })
    : undefined;
  if (search.post !== undefined)
    return (
      <PageState query={person}>
        {({ person: name, days, rows }) => (
          <Week {...{ name, days, rows, today: week.today, nothing: t.noneShown(name), acts, onFree }} />
        )}
      </PageState>
    );
  if (!room) return <Empty>{t.noRooms}</Empty>;
  const rows = week.rows.filter(({ roomId }) => roomId === room.id);
  return (
    <Week
      {...{ name: room.name, days: week.days, rows, today: week.today, nothing: t.freeRoom(room.name), acts, onFree }}
    />
  );
}

/** 订房约人: a week of each room and of each person, and what is booked from it. */
export function BookingsPage() {
  const t = useBookingWords();
  usePageTitle(t.title);
  const search = useSearch({ from: '/app/bookings' });
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open>(null);
  const [released, setReleased] = useState<BookingView | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const { center, day } = search;
  const query = useQuery({ ...roomWeekQuery({ center, day }), placeholderData: keepPreviousData });
  const onSearch = (next: BookingSearch) => {
    const { room, post, day: asked } = next;
    const kept = {
      ...(center && { center }),
      ...(asked && { day: asked }),
      ...(room && { room }),
      ...(post && { post }),
    };
    void navigate({ to: '/bookings', search: kept });
  };
  const done = (sentence: string, warnings: readonly string[] = []) => {
    setOpen(null);
    setReleased(null);
    setSaid({ sentence, warnings });
  };
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.title}</h1>
        {query.data && <span>{query.data.center.short}</span>}
        <span className="page-head-end row">
          {query.data && <span className="second">{t.asOf(asOfText(query.data.asOf))}</span>}
          {query.data?.mayBook && (
            <Button
              type="primary"
              onClick={() => setOpen({ draft: { day: query.data.today, from: '', to: '', roomIds: [], postIds: [] } })}
            >
              {t.book}
            </Button>
          )}
        </span>
      </div>
      {said && (
        <Strip onClose={() => setSaid(null)}>
          {said.sentence} {said.warnings.join('')}
        </Strip>
      )}
      <PageState query={query} loading={<Loading rows={10} />}>
        {(week) => (
          <div className="stack">
            <Choose week={week} search={search} onSearch={onSearch} />
            <WeekNav days={week.days} today={week.today} onDay={(next) => onSearch({ ...search, day: next })} />
            <Shown week={week} search={search} onOpen={setOpen} onRelease={setReleased} />
            {open && (
              <BookDialog
                {...{ center: week.center.id, today: week.today, rooms: week.rooms, people: week.people }}
                {...open}
                onDone={done}
                onClose={() => setOpen(null)}
              />
            )}
          </div>
        )}
      </PageState>
      {released && <ReleaseDialog row={released} onDone={done} onClose={() => setReleased(null)} />}
    </div>
  );
}
