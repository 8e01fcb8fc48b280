import { Link } from '@tanstack/react-router';
import { formatCode } from '../../../../platform/disputeCode.ts';
import type { NoticeUnitView, NoticeView } from '../../../../supervision/noticeViews.ts';
import { Arithmetic, Clock } from '../../../../ui/Clock.tsx';
import { tableTime } from '../../../../ui/dates.ts';
import { useNoticeWords } from './words.ts';

export function About({ view }: { view: NoticeView }) {
  const t = useNoticeWords();
  const { about, issuer } = view;
  const rows: [string, React.ReactNode][] = [
    [
      t.matter,
      <span key="about">
        {about.name ? `${about.name.title} ${about.name.parties} ${about.name.unit} ` : ''}
        <Link to="/disputes/$code" params={{ code: about.code }} search={{}}>
          {formatCode(about.code)}
        </Link>
      </span>,
    ],
    [t.category, about.category],
    [t.place, about.place],
    [t.reason, view.reason],
    [t.ask, view.ask],
    [t.issuer, `${issuer.center}，${issuer.by ? t.by(issuer.by) : t.automatic}，${tableTime(view.sentAt)}`],
    [t.cosigners, view.cosigners.join('、')],
    [t.urgency, view.urgency === 'none' ? '' : t[view.urgency]],
  ];
  return (
    <section className="section" aria-labelledby="notice-about">
      <h2 id="notice-about">{t.about}</h2>
      <dl className="notice-facts">
        {rows
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

/** Frozen on the day of issue: the paper that is out says the same. */
export function LateClock({ view }: { view: NoticeView }) {
  const t = useNoticeWords();
  if (!view.clock) return null;
  const { label, sentence, arithmetic } = view.clock;
  const clock = {
    label,
    sentence,
    arithmetic,
    code: 'overdue',
    word: '',
    chip: '',
    provisional: false,
  };
  return (
    <section className="section" aria-labelledby="notice-clock">
      <h2 id="notice-clock">{t.clock}</h2>
      <Arithmetic clock={clock} />
    </section>
  );
}

type ReplyProps = { view: NoticeView; unit: NoticeUnitView };

export function Reply({ view, unit }: ReplyProps) {
  const t = useNoticeWords();
  return (
    <li>
      <h3>
        {unit.unit}{' '}
        <span className="second">
          {unit.answeredAt ? t.answeredAt(tableTime(unit.answeredAt)) : t.waits}
          {unit.returns > 0 ? ` · ${t.returned(unit.returns)}` : ''}
        </span>
      </h3>
      {unit.clock ? <Clock clock={unit.clock} /> : null}
      {unit.answer ? (
        <dl className="notice-facts">
          <div>
            <dt>{t.did}</dt>
            <dd>{unit.answer.did}</dd>
          </div>
          {unit.answer.why === '' ? null : (
            <div>
              <dt>{view.clock ? t.why : t.explain}</dt>
              <dd>{unit.answer.why}</dd>
            </div>
          )}
          <div>
            <dt>{t.whenDone}</dt>
            <dd>{unit.promisedOn ? t.promised(unit.promisedOn, unit.answer.by) : t.noPromise(unit.answer.by)}</dd>
          </div>
        </dl>
      ) : null}
    </li>
  );
}

export function History({ view }: { view: NoticeView }) {
  const t = useNoticeWords();
  return (
    <section className="section" aria-labelledby="notice-timeline">
      <h2 id="notice-timeline">{t.timeline}</h2>
      <ol className="notice-timeline">
        {view.timeline.map((entry) => (
          <li key={entry.seq}>
            <span className="second">{tableTime(entry.at)}</span>
            <div>
              <b>{entry.sentence}</b> <span className="second">{entry.who}</span>
              {entry.notes.map((note) => (
                <p key={note.kind}>{note.body}</p>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
