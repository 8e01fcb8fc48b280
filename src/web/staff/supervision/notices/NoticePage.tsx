import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { NoticeDone, NoticeUnitView, NoticeView } from '../../../../deadlines/noticeViews.ts';
import { formatCode } from '../../../../platform/disputeCode.ts';
import { Arithmetic, Clock } from '../../../../ui/Clock.tsx';
import { tableTime } from '../../../../ui/dates.ts';
import { PageState } from '../../../../ui/PageState.tsx';
import { StateIcon } from '../../../../ui/StateIcon.tsx';
import { Strip } from '../../../../ui/Strip.tsx';
import { usePageTitle } from '../../../../ui/usePageTitle.ts';
import { AnswerDialog, LiftDialog, SendBackDialog, WithdrawDialog } from './NoticeActs.tsx';
import './notices.css';
import { noticeQuery } from './queries.ts';
import { useNoticeWords } from './words.ts';

const route = getRouteApi('/app/supervision/notices/$code');

type Open = { act: 'answer' | 'sendBack'; unit: NoticeUnitView } | { act: 'lift' | 'withdraw' } | null;

function About({ view }: { view: NoticeView }) {
  const t = useNoticeWords();
  const { about, issuer } = view;
  const rows: [string, React.ReactNode][] = [
    [
      t.matter,
      <Link key="about" to="/disputes/$code" params={{ code: about.code }} search={{}}>
        {formatCode(about.code)}
      </Link>,
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
function LateClock({ view }: { view: NoticeView }) {
  const t = useNoticeWords();
  if (!view.clock) return null;
  const { label, sentence, arithmetic, basis, basisStatus } = view.clock;
  const clock = {
    label,
    sentence,
    arithmetic,
    basis,
    basisStatus,
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

type ReplyProps = { view: NoticeView; unit: NoticeUnitView; onOpen: (open: Open) => void };

function Reply({ view, unit, onOpen }: ReplyProps) {
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
              <dt>{t.why}</dt>
              <dd>{unit.answer.why}</dd>
            </div>
          )}
          <div>
            <dt>{unit.answer.by}</dt>
            <dd>{unit.promisedOn ? t.promised(unit.promisedOn) : t.noPromise}</dd>
          </div>
        </dl>
      ) : null}
      {view.acts.returns.includes(unit.unitId) ? (
        <Button size="small" onClick={() => onOpen({ act: 'sendBack', unit })}>
          {t.sendBack}
        </Button>
      ) : null}
    </li>
  );
}

function Doing({ view, onOpen }: { view: NoticeView; onOpen: (open: Open) => void }) {
  const t = useNoticeWords();
  const mine = view.units.filter(({ unitId }) => view.acts.answer.includes(unitId));
  const none = mine.length === 0 && !view.acts.lift && !view.acts.withdraw;
  return (
    <section aria-labelledby="notice-doing">
      <h2 id="notice-doing">{t.doing}</h2>
      {none ? <p className="second">{view.endedAt ? t.ended : t.nothing}</p> : null}
      <div className="row">
        {mine.map((unit, at) => (
          <Button
            key={unit.unitId}
            type={at === 0 ? 'primary' : 'default'}
            onClick={() => onOpen({ act: 'answer', unit })}
          >
            {mine.length > 1 ? t.answerFor(unit.unit) : t.answer}
          </Button>
        ))}
        {view.acts.lift ? (
          <Button type="primary" onClick={() => onOpen({ act: 'lift' })}>
            {t.lift}
          </Button>
        ) : null}
        {view.acts.withdraw ? <Button onClick={() => onOpen({ act: 'withdraw' })}>{t.withdraw}</Button> : null}
      </div>
    </section>
  );
}

function History({ view }: { view: NoticeView }) {
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

function Dialogs({ view, open, onClose, onDone }: DialogsProps) {
  const props = { view, onClose, onDone };
  if (open?.act === 'answer') return <AnswerDialog {...props} unit={open.unit} />;
  if (open?.act === 'sendBack') return <SendBackDialog {...props} unit={open.unit} />;
  if (open?.act === 'lift') return <LiftDialog {...props} />;
  return open?.act === 'withdraw' ? <WithdrawDialog {...props} /> : null;
}
type DialogsProps = { view: NoticeView; open: Open; onClose: () => void; onDone: (done: NoticeDone) => void };

function Notice({ view }: { view: NoticeView }) {
  const t = useNoticeWords();
  const [open, setOpen] = useState<Open>(null);
  const [done, setDone] = useState<NoticeDone | null>(null);
  usePageTitle(t.page(view.number ?? view.code));
  const marks = [
    view.statusLabel,
    view.copiedAt && t.copied,
    view.listedAt && t.listed,
    view.restricted && t.restricted,
  ];
  return (
    <>
      <div className="page-head">
        <h1>{view.title}</h1>
        <span>{view.number ?? view.code}</span>
        <span>
          <StateIcon shape={view.endedAt ? 'done' : 'info'} /> {marks.filter(Boolean).join(' · ')}
        </span>
        <a
          className="page-head-end"
          href={`/api/supervision-notices/${view.code}/notice.pdf`}
          target="_blank"
          rel="noreferrer"
        >
          {t.print}
        </a>
      </div>
      {done ? <Strip onClose={() => setDone(null)}>{done.sentence}</Strip> : null}
      <Doing view={view} onOpen={setOpen} />
      <About view={view} />
      <LateClock view={view} />
      <section className="section" aria-labelledby="notice-replies">
        <h2 id="notice-replies">{t.replies}</h2>
        <ul className="notice-replies">
          {view.units.map((unit) => (
            <Reply key={unit.unitId} view={view} unit={unit} onOpen={setOpen} />
          ))}
        </ul>
      </section>
      <History view={view} />
      <Dialogs view={view} open={open} onClose={() => setOpen(null)} onDone={setDone} />
    </>
  );
}

/** One notice: what is asked of whom until when, what was answered, and what this post can do now. */
export function NoticePage() {
  const { code } = route.useParams();
  const query = useQuery(noticeQuery(code));
  return (
    <div className="page notice-page">
      {<PageState query={query}>{(view) => <Notice key={view.code} view={view} />}</PageState>}
    </div>
  );
}
