import { useState } from 'react';
import type { ClockView } from '../../../deadlines/clockView.ts';
import type { DisputeView } from '../../../disputes/views.ts';
import { now } from '../../../platform/now.ts';
import { Arithmetic, ClockChip, ClockFaceText } from '../../../ui/Clock.tsx';
import { dueText } from '../../../ui/dates.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { StateIcon, type StateShape } from '../../../ui/StateIcon.tsx';
import { useWords } from './catalog.ts';
import { inDanger, type Lane, lanesOf, type Pier, piersOf } from './ruler.ts';

const shapes: Record<Pier['state'], StateShape | null> = { done: 'done', late: 'done', running: null, waiting: null };
const percent = (x: number): string => `${(x * 100).toFixed(1)}%`;

function PierMark({ pier }: { pier: Pier }) {
  const language = useLanguage();
  const t = useWords();
  const shape = shapes[pier.state];
  return (
    <li className={`pier pier-${pier.state}${pier.here ? ' pier-here' : ''}`}>
      <span className="pier-word">
        <b>{pier.number}</b>
        {pier.word[language]}
      </span>
      <span className="pier-date">
        {shape ? <StateIcon shape={shape} /> : null}
        {pier.date ?? (pier.clock ? pier.clock.chip : t.notStarted)}
        {pier.state === 'late' ? <span className="late-text"> {pier.clock?.chip}</span> : null}
      </span>
    </li>
  );
}

type Opening = { openId: string | null; toggle: (clock: ClockView) => void };

/** A limit under the deck, from its start to its date; whose limit it is stands beside it where it is not ours. */
function LaneRow({ lane, today, openId, toggle }: { lane: Lane; today: number } & Opening) {
  const t = useWords();
  const { clock, from, to, end } = lane;
  return (
    <li className="lane">
      <span className="lane-name">
        {clock.label}
        {clock.binds === 'ours' ? null : <span className="second">　{t[`binds_mark_${clock.binds}`]}</span>}
      </span>
      <span className="lane-track" aria-hidden="true">
        <span
          className={`lane-bar lane-${clock.code}`}
          style={{ left: percent(from), width: percent(Math.max(0, to - from)) }}
        />
        <span className="lane-today" style={{ left: percent(today) }} />
        {end ? (
          <span className={to > 0.85 ? 'lane-end lane-end-left' : 'lane-end'} style={{ left: percent(to) }}>
            {end}
          </span>
        ) : null}
      </span>
      <ClockChip face={clock} open={openId === clock.id} controls="ruler-arithmetic" onToggle={() => toggle(clock)} />
    </li>
  );
}

function Leading({ clock, others, openId, toggle }: { clock: ClockView; others: readonly ClockView[] } & Opening) {
  const t = useWords();
  const open = openId === clock.id;
  return (
    <span className="ruler-leading">
      <span className="second">{clock.label}</span>
      <ClockFaceText face={clock} />
      {clock.dueAt ? <b className="ruler-due">{dueText(clock.dueAt)}</b> : null}
      <button type="button" className="link-button" aria-expanded={open} onClick={() => toggle(clock)}>
        {open ? t.hideHow : t.showHow}
      </button>
      {others.length > 0 ? (
        <span className="ruler-danger">
          <span className="second">{t.inDanger}</span>
          {others.map((each) => (
            <span key={each.id}>
              {each.label}{' '}
              <ClockChip
                face={each}
                open={openId === each.id}
                controls="ruler-arithmetic"
                onToggle={() => toggle(each)}
              />
            </span>
          ))}
        </span>
      ) : null}
    </span>
  );
}

/** The 13710 ruler: piers with word and date, other clocks as lanes on the same days, all that press, their arithmetic inline. */
export function Ruler({ view }: { view: DisputeView }) {
  const t = useWords();
  const [openId, setOpenId] = useState<string | null>(null);
  const toggle = (clock: ClockView) => setOpenId(openId === clock.id ? null : clock.id);
  const leading = view.clocks.find((clock) => clock.leading);
  const piers = piersOf(view.clocks, view.difficulty === 'complex');
  const { lanes, today } = lanesOf(view.clocks, piers, now().getTime());
  const open = view.clocks.find((clock) => clock.id === openId);
  return (
    <section className="ruler" aria-label={t.ruler}>
      <div className="ruler-deck">
        <span className="ruler-name">13710</span>
        <ol>
          {piers.map((pier) => (
            <PierMark key={pier.word.zh} pier={pier} />
          ))}
        </ol>
        {leading ? (
          <Leading clock={leading} others={inDanger(view.clocks)} openId={openId} toggle={toggle} />
        ) : (
          <span />
        )}
      </div>
      {lanes.length > 0 ? (
        <ul className="lanes" aria-label={t.lanes}>
          {lanes.map((lane) => (
            <LaneRow key={lane.clock.id} lane={lane} today={today} openId={openId} toggle={toggle} />
          ))}
        </ul>
      ) : null}
      {open ? <Arithmetic clock={open} id="ruler-arithmetic" heading={`${view.codeGrouped} ${view.title}`} /> : null}
    </section>
  );
}
