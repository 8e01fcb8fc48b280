import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useState } from 'react';
import type { BookingView, PersonView, RoomView } from '../../../bookings/views.ts';
import { dayOf, isDay } from '../../../platform/now.ts';
import { readDay } from '../../../platform/readDay.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { clockTime, dayText } from '../../../ui/dates.ts';
import { Field, fieldId } from '../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../ui/FocusOnOpen.tsx';
import { clockIn } from '../../../ui/typed.ts';
import { useSettled } from '../../../ui/useSettled.ts';
import { newCommandId } from '../api.ts';
import { personOptions, roomOptions } from './options.ts';
import { tryQuery, useBookingAct } from './queries.ts';
import { Trial } from './Trial.tsx';
import { useBookingWords } from './words.ts';

export type Draft = { day: string; from: string; to: string; roomIds: string[]; postIds: string[] };
/** What is to be moved, without the rooms that are out of use. */
export const draftOf = (row: BookingView, rooms: readonly RoomView[]): Draft => ({
  ...{ day: dayOf(new Date(row.from)), from: clockTime(row.from), to: clockTime(row.to) },
  roomIds: row.roomIds.filter((id) => rooms.find((room) => room.id === id)?.active !== false),
  postIds: row.postIds,
});

type Props = {
  center: string;
  today: string;
  rooms: readonly RoomView[];
  people: readonly PersonView[];
  draft: Draft;
  /** What is moved; a new one without it. */
  row?: BookingView | undefined;
  onDone: (sentence: string, warnings: readonly string[]) => void;
  onClose: () => void;
};

const SETTLED_MS = 400;
const isClock = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

function Things(
  props: { name: string; label: string; error: string | undefined; hint: string; value: string[] } & {
    options: { value: string; label: string }[];
    onChange: (value: string[]) => void;
  },
) {
  const { name, label, error, hint, value, options, onChange } = props;
  return (
    <Field name={name} label={label} error={error}>
      {({ status, ...control }) => (
        <Select<string[]>
          {...control}
          {...(status ? { status } : {})}
          mode="multiple"
          style={{ width: '100%' }}
          options={options}
          optionFilterProp="label"
          placeholder={hint}
          notFoundContent={null}
          value={value}
          onChange={onChange}
        />
      )}
    </Field>
  );
}

function useBooking({ center, today, draft, row, onDone }: Props) {
  const t = useBookingWords();
  const [values, setValues] = useState(draft);
  const [code, setCode] = useState('');
  const [commandId] = useState(newCommandId);
  const day = readDay(values.day, today, 'future') ?? values.day;
  const when = { day, from: clockIn(values.from), to: clockIn(values.to) };
  const body = { ...when, roomIds: values.roomIds, postIds: values.postIds };
  const settled = useSettled(
    JSON.stringify({ centerId: center, ...body, ...(row && { groupId: row.groupId }) }),
    SETTLED_MS,
  );
  const complete = isDay(day) && isClock(when.from) && isClock(when.to);
  const trial = useQuery(tryQuery(JSON.parse(settled), complete));
  const path = row ? `/api/bookings/${row.groupId}/moves` : '/api/bookings';
  const act = useBookingAct<{ warnings: string[] }>(path, ({ warnings }) =>
    onDone(row ? t.moved : t.booked(`${dayText(day)}${when.from}—${when.to}`), warnings),
  );
  const more = { centerId: center, commandId, ...(code.trim() && { code: code.trim() }) };
  return {
    values,
    setValues,
    code,
    setCode,
    trial,
    act,
    send: () => act.mutate(row ? body : { ...body, ...more }),
  };
}

/** Rooms and people for a time: booked, or moved there. */
export function BookDialog(props: Props) {
  const { today, rooms, people, row, onClose } = props;
  const t = useBookingWords();
  const { values, setValues, code, setCode, trial, act, send } = useBooking(props);
  const set = (change: Partial<Draft>) => setValues((before) => ({ ...before, ...change }));
  const errors = act.error?.fields ?? {};
  const time = (name: 'from' | 'to', label: string) => (
    <Field name={name} label={label} error={errors[name]}>
      {(control) => (
        <Input
          {...control}
          value={values[name]}
          placeholder={t.timeHint}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <ActDialog
      title={row ? t.moveTitle : t.bookTitle}
      act={row ? t.moveAct : t.bookAct}
      leave={row ? t.moveLeave : t.bookLeave}
      width={640}
      isPending={act.isPending}
      error={act.error}
      onAct={send}
      onClose={onClose}
    >
      <FocusOnOpen id={fieldId('day')} />
      <DayInput
        name="day"
        label={t.day}
        value={values.day}
        today={today}
        nearest="future"
        placeholder={t.dayHint}
        error={errors.day}
        onChange={(day) => set({ day })}
      />
      <div className="booking-two">
        {time('from', t.from)}
        {time('to', t.to)}
      </div>
      <Things
        {...{ name: 'roomIds', label: t.whichRooms, error: errors.roomIds, hint: t.chooseRooms, value: values.roomIds }}
        options={roomOptions(rooms, row)}
        onChange={(roomIds) => set({ roomIds })}
      />
      <Things
        {...{ name: 'postIds', label: t.whom, error: errors.postIds, hint: t.choosePeople, value: values.postIds }}
        options={personOptions(people, row)}
        onChange={(postIds) => set({ postIds })}
      />
      {!row && (
        <Field name="code" label={t.code} error={errors.code} hint={t.codeHint} limit={80} typed={code}>
          {(control) => <Input {...control} value={code} onChange={(event) => setCode(event.target.value)} />}
        </Field>
      )}
      <Trial
        trial={trial.data}
        problem={trial.error}
        onFree={(from, to) => set({ day: dayOf(new Date(from)), from: clockTime(from), to: clockTime(to) })}
      />
      <p className="second">{t.told}</p>
    </ActDialog>
  );
}
