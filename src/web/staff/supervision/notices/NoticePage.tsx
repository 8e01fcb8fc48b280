import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { NoticeDone, NoticeUnitView, NoticeView } from '../../../../supervision/noticeViews.ts';
import { dueText } from '../../../../ui/dates.ts';
import { PageState } from '../../../../ui/PageState.tsx';
import { StateIcon } from '../../../../ui/StateIcon.tsx';
import { Strip } from '../../../../ui/Strip.tsx';
import { usePageTitle } from '../../../../ui/usePageTitle.ts';
import { AnswerDialog, LiftDialog, SendBackDialog, WithdrawDialog } from './NoticeActs.tsx';
import './notices.css';
import { About, History, LateClock, Reply } from './NoticeParts.tsx';
import { noticeQuery } from './queries.ts';
import { useNoticeWords } from './words.ts';

const route = getRouteApi('/app/supervision/notices/$code');

type Open = { act: 'answer' | 'sendBack'; unit: NoticeUnitView } | { act: 'lift' | 'withdraw' } | null;

function Doing({ view, onOpen }: { view: NoticeView; onOpen: (open: Open) => void }) {
  const t = useNoticeWords();
  const mine = view.units.filter(({ unitId }) => view.acts.answer.includes(unitId));
  const none = mine.length === 0 && !view.acts.lift && !view.acts.withdraw;
  return (
    <section aria-labelledby="notice-doing">
      <h2 id="notice-doing">{t.doing}</h2>
      {view.units.map((unit) =>
        unit.clock?.dueAt && !view.acts.answer.includes(unit.unitId) ? (
          <p key={unit.unitId}>{t.waitsFor(unit.unit, dueText(unit.clock.dueAt))}</p>
        ) : null,
      )}
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
            <Reply key={unit.unitId} view={view} unit={unit} onSendBack={() => setOpen({ act: 'sendBack', unit })} />
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
