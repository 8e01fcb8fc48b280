import { useState } from 'react';
import { makeCatalog } from './i18n.ts';
import { StateIcon } from './StateIcon.tsx';

/** What pressing will do, computed by the very decision that will run. */
export type Outlook = {
  tells: readonly { who: string; channel: string; text: string }[];
  starts: readonly { label: string; dueAt: string | null; sentence: string; arithmetic: readonly string[] }[];
  stops: readonly { label: string }[];
  pauses: readonly { label: string }[];
  /** Running clocks that get another date. */
  moves?: readonly { label: string; sentence: string; arithmetic: readonly string[] }[];
  residentSees: string;
  undo: string;
};

const useWords = makeCatalog({
  zh: {
    title: '按下之后会发生什么',
    tells: '告诉谁',
    starts: '起什么钟',
    moves: '改到哪天',
    stops: '停什么钟',
    resident: '当事人看到',
    undo: '能不能改',
    nobody: '不通知任何人',
    none: '没有',
    unchanged: '没有变化',
    text: '看全文',
    how: '算给我看',
    paused: '暂停',
  },
  en: {
    title: 'What pressing will do',
    tells: 'Who is told',
    starts: 'Clocks started',
    moves: 'New dates',
    stops: 'Clocks stopped',
    resident: 'The resident sees',
    undo: 'Can it be undone',
    nobody: 'Nobody is told',
    none: 'None',
    unchanged: 'No change',
    text: 'Full text',
    how: 'Show the arithmetic',
    paused: 'paused',
  },
});

function More({ label, lines }: { label: string; lines: readonly string[] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {label}
      </button>
      {open && (
        <span className="consequence-more">
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </span>
      )}
    </>
  );
}

function Stopped({ stops, pauses }: Pick<Outlook, 'stops' | 'pauses'>) {
  const t = useWords();
  const words = [...stops.map(({ label }) => label), ...pauses.map(({ label }) => `${label}（${t.paused}）`)];
  return words.length === 0 ? t.none : words.join('、');
}

/** The lines every act that tells someone, moves a clock or changes what a resident sees shows before its button. */
export function Consequences({ outlook }: { outlook: Outlook }) {
  const t = useWords();
  return (
    <section className="consequences" aria-label={t.title}>
      <h3>{t.title}</h3>
      <dl>
        <dt>{t.tells}</dt>
        <dd>
          {outlook.tells.length === 0 && t.nobody}
          {outlook.tells.map(({ who, channel, text }) => (
            <div key={`${who}${channel}${text}`}>
              {who}：{channel} {text !== '' && <More label={t.text} lines={[text]} />}
            </div>
          ))}
        </dd>
        <dt>{t.starts}</dt>
        <dd>
          {outlook.starts.length === 0 && t.none}
          {outlook.starts.map((clock) => (
            <div key={clock.label}>
              <StateIcon shape="normal" /> {clock.sentence} <More label={t.how} lines={clock.arithmetic} />
            </div>
          ))}
        </dd>
        {outlook.moves && outlook.moves.length > 0 ? <dt>{t.moves}</dt> : null}
        {outlook.moves && outlook.moves.length > 0 ? (
          <dd>
            {outlook.moves.map((clock) => (
              <div key={clock.label}>
                <StateIcon shape="normal" /> {clock.sentence} <More label={t.how} lines={clock.arithmetic} />
              </div>
            ))}
          </dd>
        ) : null}
        <dt>{t.stops}</dt>
        <dd>
          <Stopped {...outlook} />
        </dd>
        <dt>{t.resident}</dt>
        <dd>
          {(outlook.residentSees || t.unchanged).split('\n').map((line) => (
            <div key={line}>{line}</div>
          ))}
        </dd>
        <dt>{t.undo}</dt>
        <dd>{outlook.undo}</dd>
      </dl>
    </section>
  );
}
