import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { formatCode } from '../../../platform/disputeCode.ts';
import type { StepDone } from '../../../procedures/views.ts';
import { type TaskStep, taskProcedure } from '../../../taskForces/procedure.ts';
import type { TaskView } from '../../../taskForces/taskViews.ts';
import { dayText, tableTime } from '../../../ui/dates.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { StepPanel } from '../steps/StepPanel.tsx';
import { useOpenStep } from '../steps/useOpenStep.ts';
import { NextOwed } from '../work/NextOwed.tsx';
import { taskForms } from './forms.tsx';
import { taskQuery } from './queries.ts';
import { useTaskWords } from './words.ts';

const route = getRouteApi('/app/tasks/$code');

function useLabel(): (step: TaskStep) => string {
  const language = useLanguage();
  return (step) => (language === 'zh' ? taskProcedure[step].label : taskProcedure[step].labelEn);
}

function Doing({ view, onOpen }: { view: TaskView; onOpen: (step: TaskStep) => void }) {
  const t = useTaskWords();
  const label = useLabel();
  const { now } = view.steps;
  return (
    <section aria-labelledby="task-doing">
      <h2 id="task-doing">{t.doing}</h2>
      {now.length === 0 ? <p className="second">{view.endedAt ? t.ended : t.nothing}</p> : null}
      <div className="row">
        {now.map((step, at) => (
          <Button key={step} type={at === 0 ? 'primary' : 'default'} onClick={() => onOpen(step)}>
            {label(step)}
          </Button>
        ))}
      </div>
    </section>
  );
}

function About({ view }: { view: TaskView }) {
  const t = useTaskWords();
  const { about } = view;
  return (
    <section className="section" aria-labelledby="task-asked">
      <h2 id="task-asked">{t.asked}</h2>
      <p className="reading">{view.ask}</p>
      <p className="second">
        {t.from(view.giver)}；{t.by(view.unit, view.by)}；{t.until(dayText(view.dueOn))}
      </p>
      <h3>{t.of}</h3>
      <p>
        {about.category} {about.name ? `${about.name.title} ${about.name.parties}` : ''}
      </p>
      {about.name ? (
        <Link to="/disputes/$code" params={{ code: about.code }} search={{}}>
          {about.codeShort}
        </Link>
      ) : (
        <span className="second">{formatCode(about.code)}</span>
      )}
    </section>
  );
}

function History({ view }: { view: TaskView }) {
  const t = useTaskWords();
  return (
    <section className="section" aria-labelledby="task-history">
      <h2 id="task-history">{t.history}</h2>
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
            {files.map(({ id, name }) => (
              <div key={id}>
                <a href={`/api/tasks/${view.code}/files/${id}`} target="_blank" rel="noreferrer">
                  {name}
                </a>
              </div>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Task({ view }: { view: TaskView }) {
  const t = useTaskWords();
  const label = useLabel();
  const { open, refused, show: setOpen } = useOpenStep(taskForms, view);
  const [done, setDone] = useState<StepDone | null>(null);
  usePageTitle(t.page(view.title));
  const close = () => setOpen(null);
  return (
    <>
      <div className="page-head">
        <h1>{view.title}</h1>
        <span>
          <StateIcon shape={view.endedAt ? 'done' : view.late ? 'overdue' : 'info'} /> {view.statusLabel}
          {view.late ? ` · ${t.late}` : ''}
        </span>
      </div>
      {done ? (
        <Strip key={done.version} onClose={() => setDone(null)} actions={<NextOwed after={view.code} />}>
          {done.sentence}
        </Strip>
      ) : null}
      {refused ? (
        <Strip tone="info" onClose={close}>
          {refused}
        </Strip>
      ) : null}
      <Doing view={view} onOpen={setOpen} />
      <About view={view} />
      <History view={view} />
      {open ? (
        <Modal open width={720} title={label(open)} onCancel={close} footer={null}>
          <StepPanel
            forms={taskForms}
            view={view}
            step={open}
            inDialog
            onClose={close}
            onDone={(answer) => {
              setDone(answer);
              close();
            }}
          />
        </Modal>
      ) : null}
    </>
  );
}

/** One task: what is asked of which unit by when, what was done, and what this post can do now. */
export function TaskPage() {
  const { code } = route.useParams();
  const query = useQuery(taskQuery(code));
  return (
    <div className="page">{<PageState query={query}>{(view) => <Task key={view.code} view={view} />}</PageState>}</div>
  );
}
