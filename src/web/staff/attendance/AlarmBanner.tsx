import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { AlarmRow } from '../../../attendance/alarmViews.ts';
import { mayEnter } from '../../../people/doors.ts';
import { clockTime } from '../../../ui/dates.ts';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { usePost } from '../useMe.ts';
import { useAlarmWords } from './alarmWords.ts';
import { EndAlarm } from './EndAlarm.tsx';
import { runningAlarmsQuery, useAct } from './queries.ts';
import './attendance.css';

export function Running({ alarm }: { alarm: AlarmRow }) {
  const t = useAlarmWords();
  const [ending, setEnding] = useState(false);
  const go = useAct<object>(`/api/alarms/${alarm.id}/answers`, ['alarms']);
  const went = alarm.answers.map(({ name }) => name).join('、');
  return (
    <div className={alarm.drill ? 'alarm-banner alarm-drill' : 'alarm-banner'} role="alert">
      <StateIcon shape="overdue" />
      <b>
        {t.banner(alarm.drill)}：{alarm.center} {alarm.place} {alarm.kindLabel}
      </b>
      <span>
        {t.by(alarm.raisedBy, clockTime(alarm.raisedAt))} · {went ? t.going(went) : t.nobodyYet}
      </span>
      {!alarm.mine && !alarm.answered && (
        <Button size="small" loading={go.isPending} onClick={() => go.mutate({})}>
          {t.go}
        </Button>
      )}
      {alarm.mayEnd && (
        <Button size="small" onClick={() => setEnding(true)}>
          {t.end}
        </Button>
      )}
      {go.error && <span>{go.error.message}</span>}
      {ending && <EndAlarm alarm={alarm} onClose={() => setEnding(false)} />}
    </div>
  );
}

/** Over every page of whoever may know of it, until somebody wrote down how it ended. */
export function AlarmBanner() {
  const { role } = usePost();
  const { data } = useQuery({ ...runningAlarmsQuery, enabled: mayEnter('matters', role) });
  return data?.map((alarm) => <Running key={alarm.id} alarm={alarm} />);
}
