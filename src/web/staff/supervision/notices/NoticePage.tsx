import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { StepDone } from '../../../../procedures/views.ts';
import type { NoticeView } from '../../../../supervision/noticeViews.ts';
import { type NoticeStep, noticeProcedure } from '../../../../supervision/procedure.ts';
import { dueText } from '../../../../ui/dates.ts';
import { useLanguage } from '../../../../ui/i18n.ts';
import { PageState } from '../../../../ui/PageState.tsx';
import { StateIcon } from '../../../../ui/StateIcon.tsx';
import { Strip } from '../../../../ui/Strip.tsx';
import { usePageTitle } from '../../../../ui/usePageTitle.ts';
import { StepPanel } from '../../steps/StepPanel.tsx';
import { useOpenStep } from '../../steps/useOpenStep.ts';
import { NextOwed } from '../../work/NextOwed.tsx';
import { noticeForms } from './forms.ts';
import './notices.css';
import { About, History, LateClock, Reply } from './NoticeParts.tsx';
import { noticeQuery } from './queries.ts';
import { useNoticeWords } from './words.ts';

const route = getRouteApi('/app/supervision/notices/$code');

function Doing({ view, onOpen }: { view: NoticeView; onOpen: (step: NoticeStep) => void }) {
  const t = useNoticeWords();
  const language = useLanguage();
  const { now, later } = view.steps;
  const stuck = later.filter(({ name }) => noticeProcedure[name].from.some((status) => status === view.status));
  return (
    <section aria-labelledby="notice-doing">
      <h2 id="notice-doing">{t.doing}</h2>
      {view.units.map((unit) =>
        unit.clock?.dueAt && !view.answerable.includes(unit.unitId) ? (
          <p key={unit.unitId}>{t.waitsFor(unit.unit, dueText(unit.clock.dueAt))}</p>
        ) : null,
      )}
      {now.length === 0 ? <p className="second">{view.endedAt ? t.ended : t.nothing}</p> : null}
      <div className="row">
        {now.map((step, at) => (
          <Button key={step} type={at === 0 ? 'primary' : 'default'} onClick={() => onOpen(step)}>
            {language === 'zh' ? noticeProcedure[step].label : noticeProcedure[step].labelEn}
          </Button>
        ))}
      </div>
      {stuck.map(({ name, sentence }) => (
        <p key={name} className="second">
          {sentence}
        </p>
      ))}
    </section>
  );
}

type ActingProps = { view: NoticeView; step: NoticeStep; onClose: () => void; onDone: (done: StepDone) => void };

function Acting({ view, step, onClose, onDone }: ActingProps) {
  const language = useLanguage();
  const { label, labelEn } = noticeProcedure[step];
  return (
    <Modal open width={720} title={language === 'zh' ? label : labelEn} onCancel={onClose} footer={null}>
      <StepPanel forms={noticeForms} view={view} step={step} inDialog onClose={onClose} onDone={onDone} />
    </Modal>
  );
}

function Notice({ view }: { view: NoticeView }) {
  const t = useNoticeWords();
  const { open, refused, show: setOpen } = useOpenStep(noticeForms, view);
  const [done, setDone] = useState<StepDone | null>(null);
  const finish = (answer: StepDone) => {
    setDone(answer);
    setOpen(null);
  };
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
        <h1>
          {view.about.name ? `${view.about.name.title} ` : ''}
          {view.title}
        </h1>
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
      {done ? (
        <Strip key={done.version} onClose={() => setDone(null)} actions={<NextOwed after={view.code} />}>
          {done.sentence}
        </Strip>
      ) : null}
      {refused ? (
        <Strip tone="info" onClose={() => setOpen(null)}>
          {refused}
        </Strip>
      ) : null}
      <Doing view={view} onOpen={setOpen} />
      <About view={view} />
      <LateClock view={view} />
      <section className="section" aria-labelledby="notice-replies">
        <h2 id="notice-replies">{t.replies}</h2>
        <ul className="notice-replies">
          {view.units.map((unit) => (
            <Reply key={unit.unitId} view={view} unit={unit} />
          ))}
        </ul>
      </section>
      <History view={view} />
      {open ? <Acting view={view} step={open} onClose={() => setOpen(null)} onDone={finish} /> : null}
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
