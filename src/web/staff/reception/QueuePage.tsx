import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { TicketView } from '../../../reception/hallView.ts';
import { asOfText } from '../../../ui/dates.ts';
import { Field } from '../../../ui/Field.tsx';
import { Empty, PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { type ApiError, api, newCommandId } from '../api.ts';
import type { Hall } from '../hallQuery.ts';
import { HallPage } from './HallPage.tsx';
import { Heads } from './Heads.tsx';
import { type HallActs, hallChanged, useHall } from './useHall.ts';
import { type HallWords, useHallWords } from './words.ts';

const noteOf = (t: HallWords, { priority, appointment, forCounter }: TicketView): string =>
  [priority, appointment && t.appointmentAt(appointment), forCounter !== null && t.forCounter(forCounter)]
    .filter(Boolean)
    .join(' · ');

type RowsProps = { label: string; rows: readonly TicketView[]; acts: HallActs; over?: boolean };

function Rows({ label, rows, acts, over = false }: RowsProps) {
  const t = useHallWords();
  const back = (id: string) => () => acts.step.mutate({ id, noun: 'requeues' });
  const gone = (id: string) => () => acts.step.mutate({ id, noun: 'departures' });
  return (
    <TableScroll label={label}>
      <table className="table">
        <Heads
          heads={[t.number, t.kind, t.why, over ? t.took : t.waitedHead, t.state, t.act]}
          numbers={[t.took, t.waitedHead]}
        />
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={over ? 'hall-gone' : undefined}>
              <td className="nowrap">
                <b>{row.label}</b>
              </td>
              <td>{row.group}</td>
              <td>{noteOf(t, row)}</td>
              <td className="number">{over ? (row.took ?? '—') : row.waited}</td>
              <td className="nowrap">
                {row.stateLabel} {row.counter === null ? '' : t.counter(row.counter)}
              </td>
              <td className="nowrap">
                {row.state === 'waiting' ? (
                  <Button size="small" disabled={acts.busy} onClick={gone(row.id)}>
                    {t.leave}
                  </Button>
                ) : null}
                {over && row.state !== 'done' ? (
                  <Button size="small" disabled={acts.busy} onClick={back(row.id)}>
                    {t.requeue}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** For whoever cannot use the kiosk, or where there is none. */
function Give({ hall, acts }: { hall: Hall; acts: HallActs }) {
  const t = useHallWords();
  const [prefix, setPrefix] = useState(hall.groups[0]?.prefix ?? '');
  const [priority, setPriority] = useState('');
  const [commandId, setCommandId] = useState(newCommandId);
  const giving = useMutation<TicketView, ApiError>({
    mutationFn: () => api.post('/api/tickets', { prefix, priority: priority || null, commandId }),
    onSuccess: ({ id }) => {
      setCommandId(newCommandId());
      setPriority('');
      acts.print.mutate(id);
      void hallChanged();
    },
  });
  const reasons = hall.priorities.map(({ code, label }) => ({ value: code, label }));
  return (
    <section aria-labelledby="give">
      <h2 id="give">{t.give}</h2>
      <div className="stack">
        {giving.data ? <Strip>{t.given(giving.data.label)}</Strip> : null}
        {giving.error ? <Strip tone="late">{giving.error.message}</Strip> : null}
        <Field name="ticket.prefix" label={t.kind}>
          {(control) => (
            <Select
              {...control}
              value={prefix}
              options={hall.groups.map(({ prefix: value, name }) => ({ value, label: `${value} ${name}` }))}
              onChange={setPrefix}
            />
          )}
        </Field>
        <Field name="ticket.priority" label={t.priority}>
          {(control) => (
            <Select
              {...control}
              value={priority}
              options={[{ value: '', label: t.ordinary }, ...reasons]}
              onChange={setPriority}
            />
          )}
        </Field>
        <Button loading={giving.isPending} onClick={() => giving.mutate()}>
          {t.giveIt}
        </Button>
      </div>
    </section>
  );
}

function Line({ hall, acts }: { hall: Hall; acts: HallActs }) {
  const t = useHallWords();
  const { counter, waiting, elsewhere, atCounters, over } = hall;
  const waitingHere = counter === null ? elsewhere : waiting;
  return (
    <div className="hall-two">
      <div>
        <p className="second">{counter === null ? t.chooseFirst : t.order}</p>
        {waitingHere.length === 0 ? (
          <Empty>{t.noOneWaits}</Empty>
        ) : (
          <Rows label={t.queueTitle} rows={waitingHere} acts={acts} />
        )}
        {counter !== null && elsewhere.length > 0 ? (
          <>
            <h2>{t.elsewhere}</h2>
            <Rows label={t.elsewhere} rows={elsewhere} acts={acts} />
          </>
        ) : null}
        <h2>{t.atCounters}</h2>
        {atCounters.length === 0 ? <p>{t.noneYet}</p> : <Rows label={t.atCounters} rows={atCounters} acts={acts} />}
        <h2>{t.over}</h2>
        {over.length === 0 ? <p>{t.noneYet}</p> : <Rows label={t.over} rows={over.toReversed()} acts={acts} over />}
      </div>
      <Give hall={hall} acts={acts} />
    </div>
  );
}

/** 排队: everybody who waits, in the order of calling; numbers for whoever has no kiosk. */
export function QueuePage() {
  const t = useHallWords();
  const acts = useHall();
  const aside = acts.hall ? t.asOf(asOfText(acts.hall.asOf)) : null;
  return (
    <HallPage title={t.queueTitle} aside={aside}>
      {acts.problem ? (
        <Strip tone="info" onClose={acts.forget}>
          {acts.problem.message}
        </Strip>
      ) : null}
      <PageState query={acts.query}>{(hall) => <Line hall={hall} acts={acts} />}</PageState>
    </HallPage>
  );
}
