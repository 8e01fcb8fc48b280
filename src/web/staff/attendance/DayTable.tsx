import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { LineState } from '../../../attendance/today.ts';
import type { PresenceDay, PresenceLine } from '../../../attendance/views.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { StateIcon, type StateShape } from '../../../ui/StateIcon.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { CallDialog } from './CallDialog.tsx';
import { ChangeDialog } from './ChangeDialog.tsx';
import { MarkDialog } from './MarkDialog.tsx';
import { useAct } from './queries.ts';
import { usePresenceWords } from './words.ts';

const shapes: Readonly<Record<LineState, StateShape>> = {
  missing: 'overdue',
  called: 'dueSoon',
  coming: 'dueSoon',
  late: 'dueSoon',
  waiting: 'normal',
  present: 'done',
  absent: 'paused',
  off: 'paused',
  left: 'paused',
  over: 'paused',
  onCall: 'info',
};

export type Asked = { line: PresenceLine; what: 'late' | 'absent' | 'change' | 'call' };
const here = new Set<LineState>(['present']);
const mayCome = new Set<LineState>(['missing', 'waiting', 'late', 'absent', 'left']);

function Acts({
  line,
  day,
  ask,
  mark,
}: {
  line: PresenceLine;
  day: PresenceDay;
  ask: (asked: Asked) => void;
  mark: (state: 'present' | 'left') => void;
}) {
  const t = usePresenceWords();
  const isToday = day.day === day.today;
  const onCall = line.state === 'onCall';
  return (
    <span className="row presence-acts">
      {isToday && line.mayMark && mayCome.has(line.state) && (
        <Button size="small" onClick={() => mark('present')}>
          {t.came}
        </Button>
      )}
      {isToday && line.mayMark && here.has(line.state) && (
        <Button size="small" onClick={() => mark('left')}>
          {t.left}
        </Button>
      )}
      {isToday && day.mayCall && (onCall || line.state === 'missing' || line.state === 'absent') && (
        <Button size="small" onClick={() => ask({ line, what: 'call' })}>
          {t.call}
        </Button>
      )}
      {isToday && line.mayMark && (line.state === 'missing' || line.state === 'waiting') && (
        <>
          <button type="button" className="link-button" onClick={() => ask({ line, what: 'late' })}>
            {t.later}
          </button>
          <button type="button" className="link-button" onClick={() => ask({ line, what: 'absent' })}>
            {t.absent}
          </button>
        </>
      )}
      {line.mayMark && (
        <button type="button" className="link-button" onClick={() => ask({ line, what: 'change' })}>
          {t.otherwise}
        </button>
      )}
    </span>
  );
}

function Line({
  line,
  day,
  ask,
  onSaid,
}: {
  line: PresenceLine;
  day: PresenceDay;
  ask: (asked: Asked) => void;
  onSaid: (said: string) => void;
}) {
  const t = usePresenceWords();
  const act = useAct<object>('/api/presence/marks', ['presence'], ({ sentence }) => onSaid(sentence ?? ''));
  const withdraw = useAct<object>(
    () => `/api/presence/changes/${line.changeId}/withdrawals`,
    ['presence'],
    ({ sentence }) => onSaid(sentence ?? ''),
  );
  const problem = act.error ?? withdraw.error;
  const planned = line.state !== 'onCall';
  return (
    <tr>
      <td className="presence-unit">
        <b>{line.unit}</b>
        <div className="second">
          {line.modeLabel}
          {line.person ? ` · ${line.person}` : ''}
          {line.phone ? ` · ${line.phone}` : ''}
        </div>
      </td>
      <td className="nowrap">{line.counter === null ? <span className="third">—</span> : t.counterOf(line.counter)}</td>
      <td className="nowrap">{planned ? `${line.from}–${line.to}` : <span className="third">—</span>}</td>
      <td className={line.state === 'missing' ? 'late-text' : undefined}>
        <StateIcon shape={shapes[line.state]} /> {line.words}
      </td>
      <td>
        {line.changed}
        {line.changeId && line.mayMark && (
          <>
            {' '}
            <button type="button" className="link-button" onClick={() => withdraw.mutate({})}>
              {t.withdraw}
            </button>
          </>
        )}
      </td>
      <td>
        <Acts
          line={line}
          day={day}
          ask={ask}
          mark={(state) => act.mutate({ centerId: day.center.id, unitId: line.unitId, state })}
        />
        {problem && <div className="late-text">{problem.message}</div>}
      </td>
    </tr>
  );
}

/** Who should be here and is not stands first; each line takes one note. */
export function DayTable({ day, onSaid }: { day: PresenceDay; onSaid: (said: string) => void }) {
  const t = usePresenceWords();
  const [asked, setAsked] = useState<Asked | null>(null);
  const table = useRef<HTMLElement>(null);
  const close = () => setAsked(null);
  const done = ({ sentence }: { sentence?: string }) => {
    onSaid(sentence ?? '');
    close();
  };
  const form = asked && { center: day.center.id, line: asked.line, onClose: close, onDone: done };
  return (
    <>
      <TableScroll label={t.title} ref={table}>
        <table className="table">
          <HeadRow heads={[t.unit, t.counter, t.hours, t.state, t.note, t.acts]} />
          <tbody>
            {day.lines.map((line) => (
              <Line key={line.unitId} line={line} day={day} ask={setAsked} onSaid={onSaid} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {day.day !== day.today && <p className="second">{t.dayHasNoMarks}</p>}
      {form && asked.what === 'call' && <CallDialog {...form} />}
      {form && asked.what === 'change' && <ChangeDialog {...form} day={day.day} />}
      {form && (asked.what === 'late' || asked.what === 'absent') && <MarkDialog {...form} state={asked.what} />}
    </>
  );
}
