import { Link, useSearch } from '@tanstack/react-router';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { usePost } from '../useMe.ts';
import { AlarmButton } from './AlarmButton.tsx';
import { Alarms } from './Alarms.tsx';
import { DutyLog } from './DutyLog.tsx';
import { useDutyWords } from './duty/words.ts';
import { Roster } from './Roster.tsx';
import './attendance.css';

const parts = ['log', 'roster', 'alarms'] as const;

/** 值班: the log of the day, the roster of the month, and what alarms there were. */
export function DutyPage() {
  const t = useDutyWords();
  const search = useSearch({ from: '/app/duty' });
  const { centerId } = usePost();
  const { center, day, month } = search;
  const part = search.part ?? 'log';
  usePageTitle(t.title);
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.title}</h1>
        <nav className="row" aria-label={t.parts}>
          {parts.map((each) => (
            <Link
              key={each}
              to="/duty"
              search={{ ...(center && { center }), ...(each !== 'log' && { part: each }) }}
              className={each === part ? 'tab-link tab-here' : 'tab-link'}
            >
              {t[each]}
            </Link>
          ))}
        </nav>
        <span className="page-head-end">{centerId && <AlarmButton centerId={centerId} />}</span>
      </div>
      {part === 'log' && <DutyLog center={center} day={day} />}
      {part === 'roster' && <Roster center={center} month={month} />}
      {part === 'alarms' && <Alarms center={center} />}
    </div>
  );
}
