import { Button, Input } from 'antd';
import { useState } from 'react';
import { say } from '../../../law/say.ts';
import { questionsFor } from '../../../sittings/data/questions.ts';
import type { HeardView, SittingView } from '../../../sittings/sittingViews.ts';
import { type Section, sections, sectionWords } from '../../../sittings/words.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { clockTime } from '../../../ui/dates.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { useSection } from './useSection.ts';
import { useSittingWords } from './words.ts';

type OneProps = { view: SittingView; disputeId: string; section: Section };

function State({ section }: { section: ReturnType<typeof useSection> }) {
  const t = useSittingWords();
  const { kept, dirty, problem, both, save } = section;
  if (problem)
    return (
      <span className="row" role="status">
        <span className="late-text">{problem.message}</span>
        {problem.code === 'sectionHeld' ? (
          <Button size="small" onClick={() => void save(true)}>
            {t.take}
          </Button>
        ) : null}
      </span>
    );
  const words = dirty ? t.unkept : kept ? t.kept(clockTime(kept.at)) : '';
  return (
    <span className="second" role="status">
      {both ? t.both : words}
      {kept?.heldBy && !dirty ? ` ${t.heldBy(kept.heldBy)}` : ''}
    </span>
  );
}

const rights = (): string => `${say('sittingRights')}${say('sittingDuties')}${say('sittingFree')}`;

/** One section, written while people speak. */
function OneSection({ view, disputeId, section }: OneProps) {
  const t = useSittingWords();
  const language = useLanguage();
  const one = useSection(view, disputeId, section);
  const label = sectionWords[section][language];
  const id = `minutes-${disputeId}-${section}`;
  const writes = view.status === 'inSession' || view.status === 'interrupted';
  if (!writes)
    return one.text ? (
      <div className="sitting-section">
        <h3>{label}</h3>
        <p className="sitting-text">{one.text}</p>
      </div>
    ) : null;
  return (
    <div className="sitting-section">
      <div className="row row-apart">
        <label htmlFor={id}>{label}</label>
        {section === 'told' && one.text === '' ? (
          <Button size="small" onClick={() => one.write(rights())}>
            {t.insertRights}
          </Button>
        ) : null}
      </div>
      <Input.TextArea
        id={id}
        value={one.text}
        autoSize={{ minRows: section === 'said' ? 4 : 2, maxRows: 16 }}
        onChange={(event) => one.write(event.target.value)}
        onBlur={() => void one.save()}
      />
      <State section={one} />
    </div>
  );
}

function Questions({ heard }: { heard: HeardView }) {
  const t = useSittingWords();
  return (
    <details className="sitting-questions">
      <summary>{t.questions}</summary>
      <ul>
        {questionsFor(heard.categoryCode).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

/** 调解记录: of several disputes each its own. */
export function Minutes({ view }: { view: SittingView }) {
  const t = useSittingWords();
  const [chosen, setChosen] = useState(view.disputes[0]?.id ?? '');
  const heard = view.disputes.find(({ id }) => id === chosen);
  if (!heard) return null;
  const begun = view.startedAt !== null;
  return (
    <section className="section" aria-labelledby="sitting-minutes">
      <h2 id="sitting-minutes">{view.disputes.length > 1 ? t.minutesOf(heard.codeShort) : t.minutes}</h2>
      {view.disputes.length > 1 ? (
        <Choice
          name="minutesDispute"
          label={t.proposalDispute}
          options={view.disputes.map(({ id, codeShort, title }) => ({
            value: id,
            label: `${codeShort} ${title ?? ''}`,
          }))}
          value={chosen}
          onChange={setChosen}
        />
      ) : null}
      {begun ? null : <p className="second">{t.minutesNone}</p>}
      {view.endedAt ? null : <Questions heard={heard} />}
      {begun ? (
        <p>
          <a href={`/api/sittings/${view.code}/minutes.pdf?dispute=${heard.id}`} target="_blank" rel="noreferrer">
            {t.minutesPaper}
          </a>
        </p>
      ) : null}
      {begun
        ? sections.map((section) => (
            <OneSection key={`${heard.id} ${section}`} view={view} disputeId={heard.id} section={section} />
          ))
        : null}
    </section>
  );
}
