import { Link } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { mayEnter } from '../../../people/doors.ts';
import type { TicketView } from '../../../reception/hallView.ts';
import { Strip } from '../../../ui/Strip.tsx';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import type { Hall } from '../hallQuery.ts';
import { usePost } from '../useMe.ts';
import { type HallActs, useHall } from './useHall.ts';
import { useHallWords } from './words.ts';
import './hall.css';

/** Once a day: where one sits. */
function ChooseCounter({ hall, acts }: { hall: Hall; acts: HallActs }) {
  const t = useHallWords();
  if (hall.counters.length === 0) return <span className="second">{t.noCounters}</span>;
  return (
    <fieldset className="hall-counters">
      <legend>{t.whichCounter}</legend>
      {hall.counters.map(({ number, name, takenBy }) => (
        <Button
          key={number}
          size="small"
          disabled={acts.busy}
          title={takenBy > 0 ? `${name} · ${t.alsoHere(takenBy)}` : name}
          onClick={() => acts.sit.mutate(number)}
        >
          {number} {name}
        </Button>
      ))}
    </fieldset>
  );
}

function More({ ticket, hall, acts }: { ticket: TicketView; hall: Hall; acts: HallActs }) {
  const t = useHallWords();
  const step = (noun: 'skips' | 'departures' | 'finishes') => () => acts.step.mutate({ id: ticket.id, noun });
  const others = hall.counters.filter(({ number }) => number !== hall.counter);
  const items = [
    ...(ticket.state === 'called' ? [{ key: 'skip', label: t.skip, onClick: step('skips') }] : []),
    { key: 'leave', label: t.leave, onClick: step('departures') },
    { key: 'finish', label: t.finish, onClick: step('finishes') },
    ...others.map(({ number, name }) => ({
      key: String(number),
      label: t.handTo(number, name),
      onClick: () => acts.hand.mutate({ id: ticket.id, counter: number }),
    })),
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} disabled={acts.busy}>
      <Button size="small">{t.other} ⋯</Button>
    </Dropdown>
  );
}

function Current({ ticket, hall, acts }: { ticket: TicketView; hall: Hall; acts: HallActs }) {
  const t = useHallWords();
  const notes = [
    t.waited(ticket.waited),
    ticket.priority,
    ticket.appointment && t.appointmentAt(ticket.appointment),
    ticket.calls > 1 && t.calls(ticket.calls),
  ].filter(Boolean);
  return (
    <>
      <span className="hall-current" role="status">
        <b>{ticket.state === 'called' ? t.called(ticket.label) : t.serving(ticket.label)}</b>
        <span className="second">（{notes.join(' · ')}）</span>
      </span>
      <Button size="small" disabled={acts.busy} onClick={() => acts.step.mutate({ id: ticket.id, noun: 'recalls' })}>
        {t.recall} <kbd>F4</kbd>
      </Button>
      {ticket.state === 'called' ? (
        <Button size="small" disabled={acts.busy} onClick={() => acts.step.mutate({ id: ticket.id, noun: 'absences' })}>
          {t.missing} <kbd>Alt+M</kbd>
        </Button>
      ) : null}
      <More ticket={ticket} hall={hall} acts={acts} />
    </>
  );
}

function Line({ hall, acts }: { hall: Hall; acts: HallActs }) {
  const t = useHallWords();
  return (
    <>
      <b className="hall-counter" title={t.changeCounter}>
        {t.counter(hall.counter ?? 0)}
      </b>
      <Button size="small" disabled={acts.busy || hall.current !== null} onClick={() => acts.call.mutate()}>
        {t.callNext} <kbd>F2</kbd>
      </Button>
      {hall.current ? (
        <Current ticket={hall.current} hall={hall} acts={acts} />
      ) : (
        <span className="second">{t.idle}</span>
      )}
      <Link to="/reception/queue" className="hall-behind">
        {hall.waiting.length > 0 ? t.behind(hall.waiting.length) : t.nobody}
      </Link>
    </>
  );
}

type Props = {
  /** Somebody was called: the page begins anew for them. */
  onCalled?: (ticket: TicketView) => void;
  /** Something was typed: whoever was called is here. */
  begun?: boolean;
  /** F8 prints the number, unless the page prints something else by it. */
  printsNumber?: boolean;
  /** Stands at the right end: who is present in the hall today. */
  end?: ReactNode;
};

function StripOfHall({ onCalled, begun = false, printsNumber = true, end }: Props) {
  const t = useHallWords();
  const acts = useHall(onCalled ? { onCalled } : {});
  const { hall, step } = acts;
  const current = hall?.current ?? null;
  const served = useRef('');
  const { mutate } = step;
  useEffect(() => {
    if (!begun || current?.state !== 'called' || served.current === current.id) return;
    served.current = current.id;
    mutate({ id: current.id, noun: 'servings' });
  }, [begun, current, mutate]);
  const act = (noun: 'recalls' | 'absences') => () => {
    if (current && !acts.busy) step.mutate({ id: current.id, noun });
  };
  const callNext = () => {
    if (hall?.counter && !acts.busy) acts.call.mutate();
  };
  const printNumber = () => {
    if (current) acts.print.mutate(current.id);
  };
  useHotkeys({
    F2: callNext,
    F4: act('recalls'),
    'Alt+M': act('absences'),
    ...(printsNumber && { F8: printNumber }),
  });
  return (
    <>
      <section className="hall-strip" aria-label={t.strip}>
        {hall ? (
          hall.counter === null ? (
            <ChooseCounter hall={hall} acts={acts} />
          ) : (
            <Line hall={hall} acts={acts} />
          )
        ) : null}
        {acts.query.error && !hall ? <span className="late-text">{t.lost}</span> : null}
        <nav className="hall-links" aria-label={t.queue}>
          <Link to="/reception/appointments">{t.appointments}</Link>
          <Link to="/reception/visits">{t.visits}</Link>
        </nav>
        <div className="hall-strip-end">{end}</div>
      </section>
      {acts.problem ? (
        <Strip tone="info" onClose={acts.forget}>
          {acts.problem.message}
        </Strip>
      ) : null}
    </>
  );
}

/** 叫号: my counter, whom I have, who waits. Only where people are received. */
export function HallStrip(props: Props) {
  const { role } = usePost();
  return mayEnter('hall', role) ? <StripOfHall {...props} /> : null;
}
