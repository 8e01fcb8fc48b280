import { listedDate } from '../deadlines/leading.ts';
import type { Decision } from '../matters/decision.ts';
import type { Life } from '../procedures/engine.ts';
import type { FollowInput } from '../procedures/follow.ts';
import { doneWord } from '../procedures/sentences.ts';
import { type TaskStep, taskProcedure } from './procedure.ts';
import { standingOfTask, type Task, type TaskRules, taskRule, taskSeenBy, taskTodos } from './task.ts';
import { taskKind } from './taskKind.ts';

function followed(before: Task, { leadUnitId, handlerPostId }: FollowInput): Partial<Task> {
  return { about: { ...before.about, leadUnitId, handlerPostId } };
}

function after(before: Task, { matter = {}, own = {} }: Decision, step: TaskStep, input: object): Task {
  return {
    ...before,
    version: before.version + 1,
    status: taskProcedure[step].to ?? before.status,
    closedAt: (matter.closed_at as Date | undefined) ?? before.closedAt,
    handlerPostId: matter.handler_post_id === undefined ? before.handlerPostId : matter.handler_post_id,
    restricted: matter.restricted ?? before.restricted,
    namedPostIds: matter.named_post_ids ?? before.namedPostIds,
    receivingCenterId: matter.receiving_center_id ?? before.receivingCenterId,
    regionCode: matter.region_code ?? before.regionCode,
    unitId: String(own.unit_id ?? before.unitId),
    dueOn: String(own.due_on ?? before.dueOn),
    ...(step === 'followMatter' ? followed(before, input as FollowInput) : {}),
  };
}

/** What is particular to a task. */
export const taskLife: Life<Task, TaskRules, TaskStep> = {
  standing: standingOfTask,
  after: (before, decision, step, _context, input) => after(before, decision, step, input),
  seenBy: taskSeenBy,
  owed: taskTodos,
  listedDue: ({ clocks }) => listedDate(clocks),
  ruleOf: () => taskRule,
  chargedTo: (_kind, _binds, { unitId }) => unitId,
  undoneBy: () => null,
  done: ({ step }) => `${doneWord(taskKind, step as TaskStep)}。`,
};
