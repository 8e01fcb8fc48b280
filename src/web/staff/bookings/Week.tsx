import type { BookingView, WeekDay } from '../../../bookings/views.ts';
import { Empty } from '../../../ui/PageState.tsx';
import { WeekGrid } from './WeekGrid.tsx';
import { type RowActs, WeekTable } from './WeekTable.tsx';

type Props = {
  name: string;
  days: readonly WeekDay[];
  rows: readonly BookingView[];
  today: string;
  nothing: string;
  acts: RowActs;
  onFree?: ((day: string, time: string) => void) | undefined;
};

/** A week as a picture, and below it in words: on a phone the words alone. */
export function Week({ name, days, rows, today, nothing, acts, onFree }: Props) {
  const open = (row: BookingView) => document.getElementById(`booking-${row.id}`)?.focus();
  return (
    <>
      <WeekGrid name={name} days={days} rows={rows} today={today} onFree={onFree} onRow={open} />
      {rows.length === 0 ? <Empty>{nothing}</Empty> : <WeekTable name={name} rows={rows} acts={acts} />}
    </>
  );
}
