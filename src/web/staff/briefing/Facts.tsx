import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { PresenceLine } from '../../../attendance/views.ts';
import { alone } from '../../../briefing/alone.ts';
import type { Briefing, Counters as CountersView } from '../../../briefing/briefingView.ts';
import { plannedStates } from '../../../dashboards/boardInput.ts';
import { now } from '../../../platform/now.ts';
import { clockTime, dayText } from '../../../ui/dates.ts';
import { formatCount } from '../../../ui/money.ts';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { useBriefingWords } from './words.ts';

type PartProps = { id: string; title: string; end?: ReactNode; children: ReactNode };

function Part({ id, title, end, children }: PartProps) {
  return (
    <section aria-labelledby={id} className="briefing-part">
      <div className="briefing-part-head">
        <h2 id={id}>{title}</h2>
        {end}
      </div>
      {children}
    </section>
  );
}

/** Yesterday: what it had to bring beside what was done, and what else happened. */
export function Plan({ plan }: Pick<Briefing, 'plan'>) {
  const t = useBriefingWords();
  const day = dayText(plan.day);
  const words = { planned: t.planned(day), inTime: t.inTime, doneLate: t.doneLate, notDone: t.notDone };
  return (
    <Part
      id="briefing-plan"
      title={t.plan}
      end={plan.expected !== null && <span className="second">{t.expected(formatCount(plan.expected))}</span>}
    >
      <dl className="briefing-figures">
        {plannedStates.map((state) => (
          <div key={state}>
            <dt>
              {state === 'notDone' && plan.notDone > 0 && <StateIcon shape="overdue" />} {words[state]}
            </dt>
            <dd>
              <Link
                to="/supervision/matters"
                search={{ state, day: plan.day }}
                aria-label={t.opens(words[state], formatCount(plan[state]))}
              >
                {formatCount(plan[state])}
              </Link>
            </dd>
          </div>
        ))}
        {(['registered', 'settled', 'struckOff'] as const).map((what) => (
          <div key={what}>
            <dt>{t[what]}</dt>
            <dd>
              <Link
                to="/reports/figures"
                search={{ what, from: plan.day, to: plan.day }}
                aria-label={t.opens(`${day} ${t[what]}`, formatCount(plan[what]))}
              >
                {formatCount(plan[what])}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

export type Calling = (center: string, line: PresenceLine) => void;

function Missing({ counters, onCall }: { counters: CountersView; onCall: Calling }) {
  const t = useBriefingWords();
  const { missing, opensAt, mayCall, center, due } = counters;
  if (missing.length === 0) {
    const early = due > 0 && opensAt !== null && clockTime(now().toISOString()) < opensAt;
    return <p className="second">{early ? t.notYet(opensAt) : t.allHere}</p>;
  }
  return (
    <ul className="briefing-list briefing-missing">
      {missing.map((line) => (
        <li key={line.unitId} className="row">
          <span className={line.state === 'missing' ? 'late-text' : undefined}>
            {line.state === 'missing' && <StateIcon shape="overdue" />} {line.called}
            {line.counter === null ? '' : ` ${line.counter}号窗`}
          </span>
          <span className="second">{line.words}</span>
          {mayCall && (
            <Button size="small" aria-label={t.callUnit(line.called)} onClick={() => onCall(center.id, line)}>
              {t.call}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Who should stand at the counters and does not; calling them is one press away. */
export function Counters({ counters, onCall }: Pick<Briefing, 'counters'> & { onCall: Calling }) {
  const t = useBriefingWords();
  const link = counters && (
    <Link to="/presence" search={{}}>
      {counters.open ? `${t.due} ${counters.due} · ${t.here} ${counters.here}` : t.presence}
    </Link>
  );
  return (
    <Part id="briefing-counters" title={t.counters} end={link}>
      {counters === null && <p className="second">{t.noCenter}</p>}
      {counters?.open === false && <p className="second">{t.closed}</p>}
      {counters?.open && <Missing counters={counters} onCall={onCall} />}
    </Part>
  );
}

/** What is open, as ledger, reports and board count it; each opens its own list. */
export function Open({ open, late, day, hidden }: Pick<Briefing, 'open' | 'late' | 'day' | 'hidden'>) {
  const t = useBriefingWords();
  const said = (count: number | null) => (count === null ? t.beyond : formatCount(count));
  const lines = [
    { word: t.ledger, count: open.ledger, link: { to: '/ledger', search: {} } },
    {
      word: t.unsettled,
      count: open.unsettled,
      link: { to: '/reports/figures', search: { what: 'open', from: day, to: day } },
      sign: '=',
    },
    { word: t.closedOnes, count: open.closed, link: { to: '/ledger', search: { status: 'closed' } }, sign: '+' },
    { word: t.board, count: open.board, link: { to: '/supervision/matters', search: { state: 'open' } } },
    {
      word: t.withoutClock,
      count: open.withoutClock,
      link: { to: '/ledger', search: { due: 'none', status: alone.join(',') } },
    },
    { word: t.linked, count: open.linked, link: { to: '/ledger', search: { status: 'linked' } } },
  ] as const;
  return (
    <Part id="briefing-open" title={t.open}>
      <dl className="briefing-figures briefing-open">
        {lines.map(({ word, count, link, ...more }) => (
          <div key={word}>
            <dt>
              {'sign' in more && <span aria-hidden="true">{more.sign} </span>}
              {word}
            </dt>
            <dd>
              <Link {...link} aria-label={t.opens(word, said(count))}>
                {said(count)}
              </Link>
            </dd>
          </div>
        ))}
        <div>
          <dt>
            {late > 0 && <StateIcon shape="overdue" />} {t.late}{' '}
            <span className="second">
              {t.of(formatCount(open.board))} {open.board > 0 && `${((late / open.board) * 100).toFixed(1)}%`}
            </span>
          </dt>
          <dd>
            <Link to="/supervision/matters" search={{ state: 'late' }} aria-label={t.opens(t.late, formatCount(late))}>
              {formatCount(late)}
            </Link>
          </dd>
        </div>
      </dl>
      {hidden > 0 && <p className="third">{t.hiddenApart(hidden)}</p>}
    </Part>
  );
}
