import { Button } from 'antd';
import { addDays, type Day } from '../../../platform/now.ts';
import { dayText } from '../../../ui/dates.ts';
import { useBookingWords } from './words.ts';

/** 「本周」 and the weeks around it. */
export function WeekNav({
  days,
  today,
  onDay,
}: {
  days: readonly { day: Day }[];
  today: Day;
  onDay: (day: Day) => void;
}) {
  const t = useBookingWords();
  const [first = today, last = today] = [days[0]?.day, days.at(-1)?.day];
  return (
    <nav className="row" aria-label={t.weeks}>
      <Button size="small" onClick={() => onDay(addDays(first, -7))}>
        ← {t.previous}
      </Button>
      <b>
        {dayText(first)}—{dayText(last)}
      </b>
      <Button size="small" onClick={() => onDay(addDays(first, 7))}>
        {t.next} →
      </Button>
      {(today < first || last < today) && (
        <Button size="small" onClick={() => onDay(today)}>
          {t.thisWeek}
        </Button>
      )}
    </nav>
  );
}
