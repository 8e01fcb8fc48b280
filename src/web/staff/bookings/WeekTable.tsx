import { Button } from 'antd';
import type { BookingView } from '../../../bookings/views.ts';
import { dayOf } from '../../../platform/now.ts';
import { clockTime, dayText } from '../../../ui/dates.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { useRowWords } from './WeekGrid.tsx';
import { useBookingWords } from './words.ts';

export type RowActs = { onMove?: (row: BookingView) => void; onRelease: (row: BookingView) => void; now: string };

export function ActsOf({ row, acts }: { row: BookingView; acts: RowActs }) {
  const t = useBookingWords();
  if (row.to <= acts.now || !(row.mayChange || row.own)) return null;
  return (
    <span className="row">
      {row.mayChange && acts.onMove && (
        <Button size="small" onClick={() => acts.onMove?.(row)}>
          {t.move}
        </Button>
      )}
      <Button size="small" onClick={() => acts.onRelease(row)}>
        {row.mayChange ? t.release : t.cannotCome}
      </Button>
    </span>
  );
}

/** The week as it is read out, and as a phone shows it: day by day. */
export function WeekTable({ name, rows, acts }: { name: string; rows: readonly BookingView[]; acts: RowActs }) {
  const t = useBookingWords();
  const wordsOf = useRowWords();
  const late = (row: BookingView) => (row.state === 'needsRoom' ? 'late-text' : undefined);
  return (
    <table className="table week-table">
      <caption className="second">{t.list(name)}</caption>
      <HeadRow heads={[t.day, t.time, t.rooms, t.people, t.about, t.by, t.acts]} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} id={`booking-${row.id}`} tabIndex={-1}>
            <td className="nowrap">{dayText(dayOf(new Date(row.from)))}</td>
            <td className="nowrap">
              {clockTime(row.from)}—{clockTime(row.to)}
            </td>
            <td>{row.rooms.join('、')}</td>
            <td>{row.people.join('、')}</td>
            <td className={late(row)}>{row.page ? <a href={row.page}>{wordsOf(row)}</a> : wordsOf(row)}</td>
            <td>{row.by}</td>
            <td>
              <ActsOf row={row} acts={acts} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
