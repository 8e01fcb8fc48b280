import { actedBy } from '../people/actedBy.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { type Day, dayOf, formatDay } from '../platform/now.ts';
import { openSteps } from '../procedures/openSteps.ts';
import type { Named } from '../procedures/views.ts';
import { taskStatusLabels } from './procedure.ts';
import { isOpenTask, type Task, type TaskContext } from './task.ts';
import type { TaskDetail } from './taskDetail.ts';
import type { BoundTask } from './taskEngine.ts';
import type { TaskRow, TaskView } from './taskViews.ts';

type Naming = Pick<TaskContext, 'network' | 'directory'>;

const sentences: Readonly<Record<string, (data: Record<string, unknown>) => string>> = {
  giveTask: ({ dueOn }) => `派下任务，${formatDay(String(dueOn))}前做好。`,
  takeTask: () => '接下了。',
  reportTask: () => '写了进展。',
  finishTask: () => '报做完了。',
  sendBackTask: ({ dueOn }) => `退回重做，${formatDay(String(dueOn))}前做好。`,
  confirmTask: () => '认可了。',
  moveTask: ({ from, dueOn }) => `日子从${formatDay(String(from))}改到${formatDay(String(dueOn))}。`,
  cancelTask: () => '不用做了。',
  followMatter: () => '随纠纷变动。',
};

export function taskRow(task: Task, { network, directory }: Naming, today: Day): TaskRow {
  const { code, title, status, dueOn, handlerPostId, unitId } = task;
  return {
    ...{ code, title, status, dueOn },
    unit: network.unit(unitId)?.short ?? '',
    by: handlerPostId ? (directory.post(handlerPostId)?.name ?? null) : null,
    statusLabel: taskStatusLabels[status].zh,
    late: isOpenTask(task) && status !== 'reported' && dueOn < today,
  };
}

/** One task as a post may see it: what is asked, what was done, and what can be done now. */
export function taskView(
  bound: BoundTask,
  task: Task,
  { events, notes, files }: TaskDetail,
  context: TaskContext,
  name: Named | null,
): TaskView {
  const { network, directory, now } = context;
  const { countyCode, about, categoryCode, closedAt, version, giverPostId } = task;
  return {
    ...taskRow(task, context, dayOf(now)),
    ...{ countyCode, version },
    about: {
      code: about.code,
      codeShort: shortCode(about.code, network.region(countyCode)?.short ?? ''),
      category: categoryCode ? (network.category(categoryCode)?.name ?? '') : '',
      name,
    },
    giver: directory.post(giverPostId)?.name ?? '不在岗的同事',
    ask: notes.find(({ kind }) => kind === 'taskAsk')?.body ?? '',
    endedAt: closedAt?.toISOString() ?? null,
    timeline: events.map((event) => ({
      ...{ seq: event.seq, at: event.at.toISOString(), who: actedBy({ ...event, role: event.actorRole }, context) },
      sentence: sentences[event.type]?.(event.data) ?? '',
      words: notes.filter(({ eventId, kind }) => eventId === event.id && kind !== 'taskAsk').map(({ body }) => body),
      files: files.filter(({ eventId }) => eventId === event.id).map(({ id, name: called }) => ({ id, name: called })),
    })),
    steps: openSteps(bound, task, context),
  };
}
