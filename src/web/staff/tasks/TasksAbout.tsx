import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { DisputeView } from '../../../disputes/views.ts';
import type { TaskRow } from '../../../taskForces/taskViews.ts';
import { dayText } from '../../../ui/dates.ts';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { GiveTask } from './GiveTask.tsx';
import { tasksAboutQuery } from './queries.ts';
import { useTaskWords } from './words.ts';

function Row({ task }: { task: TaskRow }) {
  const t = useTaskWords();
  return (
    <li>
      <Link to="/tasks/$code" params={{ code: task.code }} search={{}}>
        {task.title}
      </Link>
      <div className="second">
        {t.line(task.unit, task.by, dayText(task.dueOn))} · {task.statusLabel}
        {task.late ? (
          <>
            {' '}
            <StateIcon shape="overdue" /> {t.late}
          </>
        ) : null}
      </div>
    </li>
  );
}

/** The task force of a dispute and its tasks, and a new one for those who may give one. */
export function TasksAbout({ view }: { view: DisputeView }) {
  const t = useTaskWords();
  const { data } = useQuery({ ...tasksAboutQuery(view.code), enabled: view.facts !== null });
  const [giving, setGiving] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const { taskForce } = view;
  if (!data || (!taskForce && data.tasks.length === 0 && !data.mayGive)) return null;
  return (
    <section aria-labelledby="tasks-head">
      <h2 id="tasks-head">
        {t.about} {data.tasks.length > 0 ? data.tasks.length : ''}
      </h2>
      {said ? <Strip onClose={() => setSaid(null)}>{said}</Strip> : null}
      {taskForce ? (
        <>
          <p>{t.force(taskForce.name, dayText(taskForce.until))}</p>
          <p className="second">
            {t.people(taskForce.people.map(({ name, unit }) => `${name}（${unit}）`).join('、'))}
          </p>
        </>
      ) : null}
      {data.tasks.length === 0 ? <p className="second">{t.none}</p> : null}
      <ul className="bare-list">
        {data.tasks.map((task) => (
          <Row key={task.code} task={task} />
        ))}
      </ul>
      {data.mayGive ? (
        <Button size="small" onClick={() => setGiving(true)}>
          {t.give}
        </Button>
      ) : null}
      {data.whyNot && (taskForce || data.tasks.length > 0) ? <p className="second">{data.whyNot}</p> : null}
      {giving ? (
        <GiveTask view={view} onClose={() => setGiving(false)} onDone={({ sentence }) => setSaid(sentence)} />
      ) : null}
    </section>
  );
}
