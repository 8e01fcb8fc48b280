import { type KeyboardEvent, useRef, useState } from 'react';
import type { SpecialDay } from '../../../calendar/calendar.ts';
import { type Day, weekday } from '../../../platform/now.ts';
import { dayText } from '../../../ui/dates.ts';
import { type Month, monthsOf, stepFrom } from './months.ts';
import { useCalendarWords } from './words.ts';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

type Days = ReadonlyMap<Day, SpecialDay>;
type Props = { year: number; days: Days; changed: ReadonlySet<Day>; today: Day; onDay: ((day: Day) => void) | null };

function useDayWords(days: Days, changed: ReadonlySet<Day>) {
  const t = useCalendarWords();
  return (day: Day): string => {
    const special = days.get(day);
    const kind = special ? (special.kind === 'holiday' ? t.holiday : t.workday) : '';
    return [dayText(day), kind, special?.name, changed.has(day) ? t.changed : ''].filter(Boolean).join(' ');
  };
}

type CellProps = Omit<Props, 'year'> & { day: Day; words: string; tabbable: boolean };

function Cell({ day, days, changed, today, onDay, words, tabbable }: CellProps) {
  const t = useCalendarWords();
  const special = days.get(day);
  const look = special?.kind ?? (weekday(day) > 5 ? 'weekend' : 'plain');
  const marks = [`day day-${look}`, changed.has(day) ? 'day-changed' : '', day === today ? 'day-today' : ''];
  const number = <span>{Number(day.slice(8))}</span>;
  const mark = special && (special.kind === 'holiday' ? t.off : t.work);
  const shared = { className: marks.join(' ').trim(), title: words, 'data-day': day, 'data-mark': mark };
  return onDay ? (
    <button type="button" {...shared} aria-label={words} tabIndex={tabbable ? 0 : -1} onClick={() => onDay(day)}>
      {number}
    </button>
  ) : (
    <span {...shared} role="img" aria-label={words}>
      {number}
    </span>
  );
}

type MonthProps = Omit<Props, 'year'> & { month: Month; at: Day; wordsOf: (day: Day) => string };

function MonthTable({ month: { month, weeks }, at, wordsOf, ...props }: MonthProps) {
  return (
    <table className="month">
      <caption>{month}月</caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, place) => (
              <td key={day ?? weekdays[place]}>
                {day && <Cell day={day} {...props} words={wordsOf(day)} tabbable={day === at} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A year as twelve small months; for keepers one stop of the Tab key, inside it arrows walk and Enter opens a day. */
export function YearGrid(props: Props) {
  const { year, days, changed, today } = props;
  const t = useCalendarWords();
  const box = useRef<HTMLElement>(null);
  const [chosen, setChosen] = useState<Day | null>(null);
  const wordsOf = useDayWords(days, changed);
  const within = (day: Day | null) => (day?.startsWith(`${year}-`) ? day : null);
  const at = within(chosen) ?? within(today) ?? `${year}-01-01`;
  const onKeyDown = (event: KeyboardEvent) => {
    const day = (event.target as HTMLElement).dataset.day;
    const next = day && stepFrom(day, event.key);
    if (!next) return;
    event.preventDefault();
    setChosen(next);
    box.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  };
  return (
    <section className="year-grid" ref={box} aria-label={t.months} onKeyDown={props.onDay ? onKeyDown : undefined}>
      {monthsOf(year).map((month) => (
        <MonthTable key={month.month} month={month} at={at} wordsOf={wordsOf} {...props} />
      ))}
    </section>
  );
}
