import { useState } from 'react';
import type { DisputeView } from '../../../disputes/views.ts';
import { Arithmetic, ClockFaceText } from '../../../ui/Clock.tsx';
import { dueText } from '../../../ui/dates.ts';
import { StateIcon, type StateShape } from '../../../ui/StateIcon.tsx';
import { useWords } from './catalog.ts';
import { type Pier, piersOf, underTheBridge } from './ruler.ts';

const shapes: Record<Pier['state'], StateShape | null> = { done: 'done', late: 'done', running: null, waiting: null };

function PierMark({ pier }: { pier: Pier }) {
  const t = useWords();
  const shape = shapes[pier.state];
  return (
    <li className={`pier pier-${pier.state}${pier.here ? ' pier-here' : ''}`}>
      <span className="pier-word">
        <b>{pier.number}</b>
        {pier.word}
      </span>
      <span className="pier-date">
        {shape ? <StateIcon shape={shape} /> : null}
        {pier.date ?? (pier.clock ? pier.clock.chip : t.notStarted)}
        {pier.state === 'late' ? <span className="late-text"> {pier.clock?.chip}</span> : null}
      </span>
    </li>
  );
}

/** The 13710 ruler: piers with word and date, other clocks under the deck, the nearest big, its arithmetic inline. */
export function Ruler({ view }: { view: DisputeView }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const leading = view.clocks.find((clock) => clock.leading);
  const under = underTheBridge(view.clocks).filter((clock) => !clock.leading);
  return (
    <section className="ruler" aria-label={t.ruler}>
      <div className="ruler-deck">
        <span className="ruler-name">13710</span>
        <ol>
          {piersOf(view.clocks, view.difficulty === 'complex').map((pier) => (
            <PierMark key={pier.word} pier={pier} />
          ))}
        </ol>
        {leading ? (
          <span className="ruler-leading">
            <span className="second">{leading.label}</span>
            <ClockFaceText face={leading} />
            {leading.dueAt ? <b className="ruler-due">{dueText(leading.dueAt)}</b> : null}
            <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? t.hideHow : t.showHow}
            </button>
          </span>
        ) : null}
      </div>
      {under.length > 0 ? (
        <ul className="ruler-under" aria-label={t.statutory}>
          {under.map((clock) => (
            <li key={clock.id}>
              <span className="second">{clock.label}</span> <ClockFaceText face={clock} />
            </li>
          ))}
        </ul>
      ) : null}
      {open && leading ? <Arithmetic clock={leading} /> : null}
    </section>
  );
}
