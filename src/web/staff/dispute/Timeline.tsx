import { useState } from 'react';
import { type StepName, stepNames, stepOf } from '../../../disputes/procedure.ts';
import type { TimelineEntry } from '../../../disputes/views.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { tableTime } from '../../../ui/dates.ts';
import { useWords } from './catalog.ts';

type Filter = 'all' | 'decisions' | 'outward';

/** A decision changed where the matter stands, or weighs as law; the rest is what people told each other. */
function isDecision(entry: TimelineEntry): boolean {
  if (entry.type === 'register') return true;
  const name = stepNames.find((each) => each === entry.type) as StepName | undefined;
  return name !== undefined && (stepOf(name).to !== null || stepOf(name).weight === 'legal');
}

const keeps: Record<Filter, (entry: TimelineEntry) => boolean> = {
  all: () => true,
  decisions: isDecision,
  outward: (entry) => entry.notes.some((note) => note.forResident),
};

/** Newest first: who did what, why, in sentences. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const t = useWords();
  const [filter, setFilter] = useState<Filter>('all');
  const shown = [...entries.filter(keeps[filter])].sort((a, b) => b.seq - a.seq);
  const options = (['all', 'decisions', 'outward'] as const).map((value) => ({ value, label: t[value] }));
  return (
    <section className="section-flat" aria-labelledby="timeline-head">
      <div className="section-head">
        <h2 id="timeline-head">{t.timeline}</h2>
        {entries.length > 0 ? (
          <div className="timeline-filter">
            <Choice name="timeline" label={t.shown} options={options} value={filter} onChange={setFilter} />
          </div>
        ) : null}
      </div>
      {shown.length === 0 ? <p className="second">{entries.length === 0 ? t.noTimeline : t.noneOfThese}</p> : null}
      <ol className="timeline">
        {shown.map((entry) => (
          <li key={entry.seq}>
            <time dateTime={entry.at}>{tableTime(entry.at)}</time>
            <div>
              <p>
                <b>{entry.who}</b> {entry.sentence}
              </p>
              {entry.notes.map((note) => (
                <p key={note.body} className="note">
                  {note.body}
                  {note.forResident ? <span className="second">　{t.seenByResident}</span> : null}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
