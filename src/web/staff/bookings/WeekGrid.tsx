import { type KeyboardEvent, useRef, useState } from 'react';
import type { BookingView, WeekDay } from '../../../bookings/views.ts';
import { clockTime, dayText } from '../../../ui/dates.ts';
import { type Block, blocksOf, hoursOf, hourText, isTaken } from './weekBlocks.ts';
import { useBookingWords } from './words.ts';

type Props = {
  name: string;
  days: readonly WeekDay[];
  rows: readonly BookingView[];
  today: string;
  onFree?: ((day: string, time: string) => void) | undefined;
  onRow: (row: BookingView) => void;
};

export function useRowWords() {
  const t = useBookingWords();
  return (row: BookingView): string => {
    if (row.state === 'needsRoom') return t.needsRoom;
    if (row.about !== null) return row.about;
    if (row.own) return t.asked;
    return row.by === null ? t.taken : t.kept;
  };
}

function BlockButton({
  block,
  column,
  first,
  onRow,
}: {
  block: Block;
  column: number;
  first: number;
  onRow: Props['onRow'];
}) {
  const wordsOf = useRowWords();
  const { row } = block;
  const time = `${clockTime(row.from)}—${clockTime(row.to)}`;
  const from = Math.floor(block.from) - first * 2 + 2;
  const to = Math.max(from + 1, Math.ceil(block.to) - first * 2 + 2);
  return (
    <button
      type="button"
      className={row.state === 'needsRoom' ? 'week-block week-block-late' : 'week-block'}
      style={{ gridColumn: column, gridRow: `${from} / ${to}` }}
      onClick={() => onRow(row)}
    >
      <span className="nowrap">{time}</span> <span className="week-block-words">{wordsOf(row)}</span>
    </button>
  );
}

/** Arrows go from one free hour to the next in their direction; Tab goes in at one place. */
function useFreeHours(cells: readonly string[]) {
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState('');
  const here = cells.includes(at) ? at : cells[0];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const cell = (event.target as HTMLElement).dataset.cell;
    if (!step || cell === undefined) return;
    event.preventDefault();
    const [column = 0, hour = 0] = cell.split('-').map(Number);
    for (let count = 1; count <= 24; count += 1) {
      const next = `${column + (step[0] ?? 0) * count}-${hour + (step[1] ?? 0) * count}`;
      if (!cells.includes(next)) continue;
      setAt(next);
      box.current?.querySelector<HTMLElement>(`[data-cell="${next}"]`)?.focus();
      return;
    }
  };
  return { box, here, setAt, onKeyDown };
}

/** Seven columns by the hour: what is taken, and the free hours to book. */
export function WeekGrid({ name, days, rows, today, onFree, onRow }: Props) {
  const t = useBookingWords();
  const blocks = blocksOf(rows, days);
  const hours = hoursOf(blocks);
  const [first = 8] = hours;
  const free = days.flatMap(({ day }, column) =>
    hours
      .filter((hour) => !isTaken(blocks, day, hour))
      .map((hour) => ({ day, column, hour, cell: `${column}-${hour}` })),
  );
  const { box, here, setAt, onKeyDown } = useFreeHours(free.map(({ cell }) => cell));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture of a week made of buttons; the table below says the same
    <div
      className="week-grid"
      role="group"
      aria-label={t.grid(name)}
      ref={box}
      onKeyDown={onKeyDown}
      style={{ gridTemplateRows: `auto repeat(${hours.length * 2}, 22px)` }}
    >
      {days.map(({ day, name: called, open }, column) => (
        <div
          key={day}
          className={day === today ? 'week-head week-today' : 'week-head'}
          style={{ gridColumn: column + 2 }}
        >
          {day.slice(5)} <span className="second">{open ? called : `${called} ${t.closedDay}`}</span>
        </div>
      ))}
      {hours.map((hour) => (
        <div key={hour} className="week-hour second" style={{ gridRow: `${(hour - first) * 2 + 2} / span 2` }}>
          {hourText(hour)}
        </div>
      ))}
      {free.map(({ day, column, hour, cell }) => {
        const place = { gridColumn: column + 2, gridRow: `${(hour - first) * 2 + 2} / span 2` };
        if (!onFree) return <div key={cell} className="week-free" style={place} />;
        return (
          <button
            key={cell}
            type="button"
            data-cell={cell}
            className="week-free"
            style={place}
            tabIndex={cell === here ? 0 : -1}
            aria-label={t.free(dayText(day), hourText(hour))}
            onFocus={() => setAt(cell)}
            onClick={() => onFree(day, hourText(hour))}
          />
        );
      })}
      {blocks.map((block) => (
        <BlockButton
          key={`${block.row.id} ${block.day}`}
          block={block}
          column={days.findIndex(({ day }) => day === block.day) + 2}
          first={first}
          onRow={onRow}
        />
      ))}
    </div>
  );
}
