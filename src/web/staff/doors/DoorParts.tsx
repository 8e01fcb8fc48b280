import { Link } from '@tanstack/react-router';
import type { DoorView } from '../../../doors/doorViews.ts';
import { formatCode } from '../../../platform/disputeCode.ts';
import { Clock } from '../../../ui/Clock.tsx';
import { tableTime } from '../../../ui/dates.ts';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { useDoorWords } from './words.ts';

/** What is missing with who can bring it, what to bring, and the application to print. */
export function Application({ view }: { view: DoorView }) {
  const t = useDoorWords();
  const { code, missing, papers, paper, files } = view;
  const at = `/api/doors/${code}/application`;
  return (
    <section className="section" aria-labelledby="door-form">
      <h2 id="door-form">{paper}</h2>
      <h3>{t.missing}</h3>
      {missing.length === 0 ? <p>{t.complete}</p> : null}
      <ul className="bare-list">
        {missing.map(({ label, who }) => (
          <li key={label}>
            <StateIcon shape="info" /> {label} <span className="second">{t.byWhom(who)}</span>
          </li>
        ))}
      </ul>
      <h3>{t.bring}</h3>
      <ul className="bare-list">
        {papers.map(({ name, who, must }) => (
          <li key={name}>
            {name} <span className="second">{must ? t.byWhom(who) : t.may}</span>
          </li>
        ))}
      </ul>
      <p className="row">
        <a href={`${at}.pdf`} target="_blank" rel="noreferrer">
          {t.print}
        </a>
        <a href={`${at}.pdf?largePrint=true`} target="_blank" rel="noreferrer">
          {t.printLarge}
        </a>
        <a href={`${at}.docx`}>{t.word}</a>
      </p>
      {files.length > 0 ? <h3>{t.inIt}</h3> : null}
      <Files code={code} files={files} />
    </section>
  );
}

const Files = ({ code, files }: { code: string; files: DoorView['files'] }) => (
  <ul className="bare-list">
    {files.map(({ id, name }) => (
      <li key={id}>
        <a href={`/api/doors/${code}/files/${id}`} target="_blank" rel="noreferrer">
          {name}
        </a>
      </li>
    ))}
  </ul>
);

export function About({ view }: { view: DoorView }) {
  const t = useDoorWords();
  const { about, body, applicants, number, ground, result, says, secret } = view;
  return (
    <section className="section" aria-labelledby="door-of">
      <h2 id="door-of">{t.of}</h2>
      <p>
        {about.category} {about.name ? `${about.name.title} ${about.name.parties}` : ''}{' '}
        {about.name ? (
          <Link to="/disputes/$code" params={{ code: about.code }} search={{}}>
            {about.codeShort}
          </Link>
        ) : (
          <span className="second">
            {formatCode(about.code)} {about.status}
          </span>
        )}
      </p>
      <p>
        {t.applicants}：{applicants}　{t.to(body)}
      </p>
      {secret ? <p className="second">{t.secret}</p> : null}
      {number ? <p>{t.number(number)}</p> : null}
      {result ? (
        <p>
          <b>{result}</b> {ground ? t.ground(ground) : ''}
        </p>
      ) : null}
      {says ? <p className="reading">{says}</p> : null}
    </section>
  );
}

export function Around({ view }: { view: DoorView }) {
  const t = useDoorWords();
  return (
    <>
      <section className="section" aria-labelledby="door-clocks">
        <h2 id="door-clocks">{t.clocks}</h2>
        {view.clocks.map((clock) => (
          <Clock key={clock.id} clock={clock} />
        ))}
      </section>
      <section className="section" aria-labelledby="door-history">
        <h2 id="door-history">{t.history}</h2>
        <ol className="bare-list">
          {view.timeline.map(({ seq, at, who, sentence, words, files }) => (
            <li key={seq}>
              <div>
                <span className="second">{tableTime(at)}</span> {who} {sentence}
              </div>
              {words.map((said) => (
                <p key={said} className="reading">
                  {said}
                </p>
              ))}
              <Files code={view.code} files={files} />
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
