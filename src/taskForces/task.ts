import type { ClockRule } from '../deadlines/clockRule.ts';
import { listedDate } from '../deadlines/leading.ts';
import type { Day } from '../platform/now.ts';
import type { Head, StepContext, Todo } from '../procedures/head.ts';
import { headKey, leaderKey, unique, unitKey } from '../procedures/owners.ts';
import { officers, type TaskStatus, type TaskStep } from './procedure.ts';
import type { TaskStanding } from './taskKind.ts';

export type TaskRules = { clocks: Readonly<Record<string, ClockRule>> };

/** A task as one command locks and sees it. Its handler is whoever took it. */
export type Task = Head & {
  status: TaskStatus;
  unitId: string;
  giverPostId: string;
  dueOn: Day;
  about: { id: string; code: string; leadUnitId: string | null; handlerPostId: string | null };
};
export type TaskContext = StepContext<Task, TaskRules>;

/** Its day is what whoever gave it says; the end of that day. */
export const taskRule: ClockRule = {
  ...{ kind: 'task', label: '任务', startEvent: '任务派下去', length: 1, unit: 'naturalDay' },
  ...{ countFirstDay: false, rollHoliday: false, warnBefore: { length: 1, unit: 'naturalDay' } },
  ...{ basis: '派任务的人定的日子', status: 'G', binds: 'ours', who: '做任务的单位' },
};

export const isOpenTask = ({ status }: Pick<Task, 'status'>): boolean =>
  status !== 'confirmed' && status !== 'cancelled';

export const standingOfTask = ({ status, unitId, giverPostId, receivingCenterId }: Task): TaskStanding => ({
  ...{ status, unitId, giverPostId, receivingCenterId },
});

/** Whose list a task of this unit stands on, until somebody takes it: its head's, else of whoever there sees the unit's things. */
export function takersOf(unitId: string, { directory }: Pick<TaskContext, 'directory'>): string[] {
  if (directory.postsOf(unitId, 'unitHead', 'centerLeader').length > 0) return [headKey(unitId)];
  if (directory.postsOf(unitId, 'handler').length > 0) return [`h:${unitId}`];
  const roles = new Set(directory.postsOf(unitId, ...officers).map(({ role }) => role));
  return [...roles].map((role) => `u:${unitId}#${role}`);
}

/** A mediator and an officer of the beat see only what names them: where a unit has nobody else, it is given to that post. */
export const givenTo = (unitId: string, { directory }: Pick<TaskContext, 'directory'>): string | null =>
  directory.postsOf(unitId, 'mediator', 'communityOfficer')[0]?.postId ?? null;

const doersOf = ({ handlerPostId, unitId }: Task, context: Pick<TaskContext, 'directory'>): string[] =>
  handlerPostId ? [`p:${handlerPostId}`] : takersOf(unitId, context);

/** It is done by whoever took it, else by the unit; then looked at by whoever gave it, who also asks from the day on that it is late. */
export function taskTodos(task: Task, context: Pick<TaskContext, 'directory'>): Todo<TaskStep>[] {
  const { status, clocks, giverPostId, restricted, receivingCenterId } = task;
  if (!isOpenTask(task)) return [];
  const giver = restricted ? leaderKey(receivingCenterId) : `p:${giverPostId}`;
  const dueAt = listedDate(clocks);
  if (status === 'reported') return [{ owner: giver, act: 'confirmTask', clockKind: null, dueAt: null }];
  const doing = doersOf(task, context).map(
    (owner): Todo<TaskStep> => ({ owner, act: 'finishTask', clockKind: 'task', dueAt }),
  );
  return [...doing, { owner: giver, act: 'moveTask', clockKind: 'task', dueAt, from: dueAt }];
}

/** Whoever gave it, those who work on the dispute, and the unit that does it; of what is restricted only those who may know. */
export function taskSeenBy(task: Task): string[] {
  const { restricted, receivingCenterId, namedPostIds, giverPostId, unitId, about, handlerPostId } = task;
  const people = [giverPostId, about.handlerPostId, handlerPostId].flatMap((post) => (post ? [`p:${post}`] : []));
  if (restricted) return unique(['system', leaderKey(receivingCenterId), ...namedPostIds.map((post) => `p:${post}`)]);
  const units = [receivingCenterId, unitId, about.leadUnitId].flatMap((unit) => (unit ? [unitKey(unit)] : []));
  const own = officers.map((role) => `u:${unitId}#${role}`);
  return unique(['system', ...units, `h:${unitId}`, ...own, ...people]);
}
