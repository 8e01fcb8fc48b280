import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { PresenceLine } from '../../../attendance/views.ts';
import type { Briefing, Counters as CountersView } from '../../../briefing/briefingView.ts';
import { plannedStates } from '../../../dashboards/boardInput.ts';
import type { DefinitionId } from '../../../definitions/definitions.ts';
import { now } from '../../../platform/now.ts';
import { clockTime, dayText } from '../../../ui/dates.ts';
import { formatCount } from '../../../ui/money.ts';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { HowCounted } from '../definitions/HowCounted.tsx';
import { OpenLine } from '../definitions/OpenLine.tsx';
import { useBriefingWords } from './words.ts';

type PartProps = { id: string; of: DefinitionId; title: string; end?: ReactNode; children: ReactNode };

function Part({ id, of, title, end, children }: PartProps) {
  return (
    <section aria-labelledby={id} className="briefing-part">
      <div className="briefing-part-head">
        <h2 id={id}>
          <HowCounted of={of}>{title}</HowCounted>
        </h2>
        {end}
      </div>
      {children}
    </section>
  );
}

/** Since the last open day: what these days had to bring beside what was done, and what else happened. */
export function Plan({ plan }: Pick<Briefing, 'plan'>) {
  const t = useBriefingWords();
  const { from, to, expected } = plan;
  const one = from === to;
  const span = one ? dayText(to) : t.span(dayText(from));
  const words = { planned: t.planned(span), inTime: t.inTime, doneLate: t.doneLate, notDone: t.notDone };
  const said = expected === null ? '' : formatCount(expected);
  return (
    <Part
      id="briefing-plan"
      of="plan"
      title={one ? t.plan : t.planSince}
      end={said && <span className="second">{one ? t.expected(said) : t.expectedOf(dayText(from), said)}</span>}
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
                search={{ state, day: from, ...(!one && { to }) }}
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
                search={{ what, from, to }}
                aria-label={t.opens(`${span} ${t[what]}`, formatCount(plan[what]))}
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
    <Part id="briefing-counters" of="counters" title={t.counters} end={link}>
      {counters === null && <p className="second">{t.noCenter}</p>}
      {counters?.open === false && <p className="second">{t.closed}</p>}
      {counters?.open && <Missing counters={counters} onCall={onCall} />}
    </Part>
  );
}

/** What is open, as ledger, reports and board count it; each opens its own list. */
export function Open({ open, waiting, late }: Pick<Briefing, 'open' | 'waiting' | 'late'>) {
  const t = useBriefingWords();
  const share = open.board > 0 ? `${((late / open.board) * 100).toFixed(1)}%` : '';
  return (
    <Part id="briefing-open" of="reconciling" title={t.open}>
      <OpenLine counts={open} waiting={waiting} />
      <dl className="briefing-figures">
        <div>
          <dt>
            {late > 0 && <StateIcon shape="overdue" />} <HowCounted of="board.late">{t.late}</HowCounted>{' '}
            <span className="second">
              {t.of(formatCount(open.board))} {share}
            </span>
          </dt>
          <dd>
            <Link to="/supervision/matters" search={{ state: 'late' }} aria-label={t.opens(t.late, formatCount(late))}>
              {formatCount(late)}
            </Link>
          </dd>
        </div>
      </dl>
    </Part>
  );
}
