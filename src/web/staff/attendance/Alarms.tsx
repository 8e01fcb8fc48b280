import { useQuery } from '@tanstack/react-query';
import type { AlarmRow } from '../../../attendance/alarmViews.ts';
import { clockTime, tableTime } from '../../../ui/dates.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { useAlarmWords } from './alarmWords.ts';
import { alarmsQuery } from './queries.ts';

const MINUTE = 60_000;

function Row({ alarm }: { alarm: AlarmRow }) {
  const t = useAlarmWords();
  const [first] = alarm.answers;
  const minutes = first ? Math.round((Date.parse(first.at) - Date.parse(alarm.raisedAt)) / MINUTE) : null;
  return (
    <li className="call">
      <span className="nowrap second">{tableTime(alarm.raisedAt)}</span>
      <span className="call-words">
        {alarm.drill && <b>{t.drillMark} </b>}
        {alarm.place} {alarm.kindLabel}
        <span className="second">
          {' '}
          {t.by(alarm.raisedBy, clockTime(alarm.raisedAt))} · {t.told(alarm.told.join('、'))}
          {minutes !== null && ` · ${t.after(minutes)}`}
        </span>
      </span>
      <span>
        {alarm.outcomeLabel ?? <b>{t.running}</b>}{' '}
        {alarm.endedAt && <span className="second">{clockTime(alarm.endedAt)}</span>}
        {alarm.measures && <div className="second">{alarm.measures}</div>}
      </span>
    </li>
  );
}

/** Alarms and drills, newest first. */
export function Alarms({ center }: { center: string | undefined }) {
  const t = useAlarmWords();
  const query = useQuery(alarmsQuery(center));
  return (
    <section className="section" aria-labelledby="alarms-head">
      <h2 id="alarms-head">{t.list}</h2>
      <PageState query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="second">{t.none}</p>
          ) : (
            <ul className="calls">
              {rows.map((alarm) => (
                <Row key={alarm.id} alarm={alarm} />
              ))}
            </ul>
          )
        }
      </PageState>
    </section>
  );
}
