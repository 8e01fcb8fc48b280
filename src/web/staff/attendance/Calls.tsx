import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { CallPage, CallRow } from '../../../attendance/callViews.ts';
import { clockTime } from '../../../ui/dates.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { percent } from '../../../ui/percent.ts';
import { StateIcon, type StateShape } from '../../../ui/StateIcon.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { AnswerDialog } from './AnswerDialog.tsx';
import { callsQuery, useAct } from './queries.ts';
import { usePresenceWords } from './words.ts';

function stateOf(row: CallRow, t: ReturnType<typeof usePresenceWords>): { shape: StateShape; text: string } {
  if (row.state === 'called') return { shape: 'dueSoon', text: t.stateCalled };
  if (row.state === 'coming') return { shape: 'dueSoon', text: t.stateComing(row.etaMinutes ?? row.promisedMinutes) };
  if (row.state === 'refused') return { shape: 'paused', text: t.stateRefused };
  if (row.state === 'cancelled') return { shape: 'paused', text: t.stateCancelled };
  return { shape: 'done', text: row.ended ? t.stateGone : t.stateArrived };
}

type Said = { onSaid: (said: string) => void };

function Acts({ row, onSaid, onAnswer }: Said & { row: CallRow; onAnswer: () => void }) {
  const t = usePresenceWords();
  const done = ({ sentence }: { sentence?: string }) => onSaid(sentence ?? '');
  const act = useAct<{ noun: string }>(({ noun }) => `/api/call-outs/${row.id}/${noun}`, ['presence'], done);
  const button = (noun: string, label: string) => (
    <Button size="small" loading={act.isPending} onClick={() => act.mutate({ noun })}>
      {label}
    </Button>
  );
  return (
    <span className="row">
      {row.acts.answer && (
        <Button size="small" onClick={onAnswer}>
          {t.answer}
        </Button>
      )}
      {row.acts.arrive && button('arrivals', t.arrive)}
      {row.acts.leave && button('departures', t.leave)}
      {row.acts.cancel && button('cancellations', t.cancel)}
      {act.error && <span className="late-text">{act.error.message}</span>}
    </span>
  );
}

function Call({ row, onSaid }: Said & { row: CallRow }) {
  const t = usePresenceWords();
  const [answering, setAnswering] = useState(false);
  const { shape, text } = stateOf(row, t);
  return (
    <li className="call">
      <span className="nowrap second">{clockTime(row.calledAt)}</span>
      <span className="call-words">
        <b>{row.unit}</b> → {row.place}：{row.reason}
        {row.code && (
          <>
            {' '}
            <Link to="/disputes/$code" params={{ code: row.code }} search={{}}>
              {row.codeShort}
            </Link>
          </>
        )}
        <span className="second"> {row.called.length > 0 ? t.calledWho(row.called.join('、')) : t.nobodyInSystem}</span>
      </span>
      <span>
        <StateIcon shape={shape} /> {text} {row.answer && <span className="second">{row.answer}</span>}
        {row.insteadUnit && <span className="second"> {t.suggests(row.insteadUnit)}</span>}
      </span>
      <span className={row.late ? 'late-text nowrap' : 'nowrap'}>
        {t.waited(row.minutes)}{' '}
        <span className="second">{row.late ? t.lateMark : t.promised(row.promisedMinutes)}</span>
      </span>
      <Acts row={row} onSaid={onSaid} onAnswer={() => setAnswering(true)} />
      {answering && (
        <AnswerDialog
          row={row}
          onClose={() => setAnswering(false)}
          onDone={({ sentence }) => {
            setAnswering(false);
            onSaid(sentence ?? '');
          }}
        />
      )}
    </li>
  );
}

function Figures({ page }: { page: CallPage }) {
  const t = usePresenceWords();
  if (page.figures.length === 0) return null;
  const heads = [t.figureUnit, t.figureCalls, t.figureAnswered, t.figureArrived, t.figureInTime, t.figureMedian];
  return (
    <section className="section" aria-labelledby="figures-head">
      <h2 id="figures-head">{t.figures}</h2>
      <TableScroll label={t.figures}>
        <table className="table">
          <thead>
            <tr>
              {heads.map((head, at) => (
                <th key={head} scope="col" className={at > 0 ? 'number' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.figures.map((row) => (
              <tr key={row.unitId}>
                <td>{row.unit}</td>
                <td className="number">{row.calls}</td>
                <td className="number">{row.answered}</td>
                <td className="number">{row.arrived}</td>
                <td className="number">
                  {row.small
                    ? `${row.inTime}/${row.calls}`
                    : `${percent(row.inTime, row.calls)}（${row.inTime}/${row.calls}）`}
                </td>
                <td className="number">{row.medianMinutes === null ? t.unknown : t.minutesUnit(row.medianMinutes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="second">
        {t.figureNote}
        {t.small(page.smallNumber)}
      </p>
    </section>
  );
}

/** 随叫随到: who was called today. It stands above everything else, since somebody waits for an answer. */
export function CallList({ center, onSaid }: Said & { center: string }) {
  const t = usePresenceWords();
  const { data } = useQuery(callsQuery(center));
  if (!data || data.rows.length === 0) return null;
  return (
    <section aria-labelledby="calls-head">
      <h2 id="calls-head">{t.calls}</h2>
      <ul className="calls">
        {data.rows.map((row) => (
          <Call key={row.id} row={row} onSaid={onSaid} />
        ))}
      </ul>
    </section>
  );
}

/** How promises were kept, with denominators. */
export function CallFigures({ center }: { center: string }) {
  const query = useQuery(callsQuery(center));
  return <PageState query={query}>{(page) => <Figures page={page} />}</PageState>;
}
