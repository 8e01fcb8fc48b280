import { Button } from 'antd';
import { useState } from 'react';
import { type ClockCode, clockWords } from '../../../deadlines/state.ts';
import type { NamedCount, RunView } from '../../../replays/calendarViews.ts';
import { tableTime } from '../../../ui/dates.ts';
import { StateIcon, type StateShape } from '../../../ui/StateIcon.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { useCalendarWords } from './words.ts';

const shown: readonly [ClockCode, StateShape][] = [
  ['overdue', 'overdue'],
  ['dueSoon', 'dueSoon'],
  ['normal', 'normal'],
  ['paused', 'paused'],
];
const FEW = 10;

function Lights({ whole }: { whole: RunView['whole'] }) {
  const t = useCalendarWords();
  const rows = [
    [t.now, whole.before],
    [t.afterwards, whole.after],
  ] as const;
  return (
    <TableScroll label={t.lights}>
      <table className="table preview-lights">
        <thead>
          <tr>
            <th scope="col">{t.lights}</th>
            {shown.map(([code, shape]) => (
              <th key={code} scope="col">
                <StateIcon shape={shape} /> {clockWords[code]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, lights]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {shown.map(([code]) => (
                <td key={code} className={whole.before[code] === whole.after[code] ? undefined : 'preview-changed'}>
                  {lights[code] ?? 0}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Counts({ label, head, rows }: { label: string; head: string; rows: readonly NamedCount[] }) {
  const t = useCalendarWords();
  const cell = (count: NamedCount, code: ClockCode) => {
    const [before, after] = [count.before[code] ?? 0, count.after[code] ?? 0];
    return <td className={before === after ? undefined : 'preview-changed'}>{t.change(before, after)}</td>;
  };
  return (
    <TableScroll label={label}>
      <table className="table preview-counts">
        <thead>
          <tr>
            {[head, t.open, t.moved, t.laterHead, t.earlierHead, t.soon, t.late].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{row.name}</th>
              <td>{row.open}</td>
              <td>{row.moved}</td>
              <td>{row.later}</td>
              <td>{row.earlier}</td>
              {cell(row, 'dueSoon')}
              {cell(row, 'overdue')}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

type Props = { run: RunView; stale: boolean; onPublish: () => void; onMoved: () => void };

/** What publishing would do: how many move, how the lights change, where. Nothing has been changed yet. */
export function Preview({ run, stale, onPublish, onMoved }: Props) {
  const t = useCalendarWords();
  const [all, setAll] = useState(false);
  const { whole, counties } = run;
  const units = run.units.filter(({ moved }) => moved > 0);
  return (
    <section className="calendar-preview" aria-label={t.preview}>
      <h2>{t.preview}</h2>
      <p className="second">
        {t.version(run.version)} · {run.source} · {t.previewAt(tableTime(run.plannedAt))}
      </p>
      {stale && <p className="soon-text">{t.previewStale}</p>}
      <p>
        <b>{whole.clocks === 0 ? t.nothingMoves : t.sum(whole.open, whole.moved)}</b>
        {whole.clocks > 0 && ` · ${t.sumClocks(whole.clocks, whole.later, whole.earlier)}`}
        {whole.settled > 0 && ` · ${t.settled(whole.settled)}`}
      </p>
      <Lights whole={whole} />
      <h3>{t.byCounty}</h3>
      <Counts label={t.byCounty} head={t.county} rows={counties.filter(({ open }) => open > 0)} />
      {units.length > 0 && <h3>{t.byUnit}</h3>}
      {units.length > 0 && <Counts label={t.byUnit} head={t.unit} rows={all ? units : units.slice(0, FEW)} />}
      <div className="row">
        {!all && units.length > FEW && <Button onClick={() => setAll(true)}>{t.allUnits(units.length)}</Button>}
        {whole.clocks > 0 && <Button onClick={onMoved}>{t.movedThen}</Button>}
        <Button type="primary" disabled={stale} onClick={onPublish}>
          {whole.moved > 0 ? t.publish(whole.moved) : t.publishPlain}
        </Button>
      </div>
    </section>
  );
}
