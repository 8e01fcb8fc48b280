import { applyChanges, clockChanges } from '../deadlines/clockChanges.ts';
import type { Dispute } from '../disputes/dispute.ts';
import { sightOf } from '../disputes/sight.ts';
import type { Actor } from '../platform/actor.ts';
import { chainStart } from '../platform/eventChain.ts';
import { formatDay } from '../platform/now.ts';
import { Refusal, refuseField, refuseIf } from '../platform/refusal.ts';
import { followsFrom, momentOf } from '../procedures/decideStep.ts';
import type { Opened } from '../procedures/opened.ts';
import type { GiveTaskInput } from './giveTaskInput.ts';
import { givenTo, type Task, type TaskContext, takersOf } from './task.ts';
import { dayClock } from './taskActs.ts';
import type { BoundTask } from './taskEngine.ts';

const giving: readonly string[] = ['dispatcher', 'centerLeader', 'unitHead', 'handler', 'mediator'];
const whileOpen: readonly string[] = ['accepted', 'dispatched', 'inMediation', 'settled', 'mediationFailed'];

/** Why this post cannot give a task about the dispute now. */
export function hindersGiving(
  actor: Actor,
  dispute: Parameters<typeof sightOf>[1] & Pick<Dispute, 'restricted'>,
): Refusal | null {
  if (!giving.includes(actor.role) || sightOf(actor, dispute) !== 'full')
    return new Refusal('forbidden', 'notYourTask', '任务由受理中心，或者办这件事的人派。');
  if (!whileOpen.includes(dispute.status))
    return new Refusal('conflict', 'nothingToDo', '这件事没有在办，不用派任务。');
  if (dispute.restricted)
    return new Refusal('conflict', 'restricted', '限制知悉的事不派任务给单位，由知情的人自己办。');
  return null;
}

/** The one post that it is given to, or whose list it stands on. */
function takenBy(unitId: string, context: TaskContext): [postId: string | null, takers: string[]] {
  const takers = takersOf(unitId, context);
  const postId = takers.length > 0 ? null : givenTo(unitId, context);
  if (takers.length === 0 && postId === null) refuseField('unitId', '这个单位现在没有人在岗，派不出去。换一个单位。');
  return [postId, postId ? [`p:${postId}`] : takers];
}

const rowOf = ({ unitId, giverPostId, dueOn, about }: Task) => ({
  ...{ unit_id: unitId, giver_post_id: giverPostId, due_on: dueOn },
  ...{ about_unit_id: about.leadUnitId, about_post_id: about.handlerPostId },
});

/** The task as it begins: one unit, one day, and what is asked in words. */
export function giveTask(
  bound: BoundTask,
  dispute: Dispute,
  input: GiveTaskInput,
  given: { code: string; settingsVersion: number },
  context: TaskContext,
): Opened<Task> {
  const { actor, now, newId, network } = context;
  refuseIf(hindersGiving(actor, dispute));
  const unit = network.unit(input.unitId);
  if (unit?.countyCode !== dispute.countyCode) refuseField('unitId', '选本区县的单位。');
  const [postId, takers] = takenBy(input.unitId, context);
  const { countyCode, categoryCode, regionCode, receivingCenterId, namedPostIds, leadUnitId, handlerPostId } = dispute;
  const blank: Task = {
    ...{ countyCode, categoryCode, regionCode, receivingCenterId, namedPostIds, restricted: false },
    ...{ id: newId(), code: given.code, settingsVersion: given.settingsVersion, title: input.title.trim() },
    ...{ status: 'given', version: 1, eventSeq: 0, eventHash: chainStart, openedAt: now, closedAt: null, seenBy: [] },
    ...{ leadUnitId: input.unitId, handlerPostId: postId, clocks: [] },
    ...{ unitId: input.unitId, giverPostId: actor.postId, dueOn: input.dueOn },
    about: { id: dispute.id, code: dispute.code, leadUnitId, handlerPostId },
  };
  const moment = momentOf(bound, 'giveTask', blank, context);
  const changes = clockChanges([], { starts: [], stops: [] }, [dayClock(input.dueOn, now)], moment);
  const task = { ...blank, clocks: applyChanges([], changes) };
  const text = `${actor.name}派来任务「${task.title}」，${formatDay(input.dueOn)}前做好。`;
  return {
    thing: task,
    changes,
    about: dispute,
    decision: {
      type: 'giveTask',
      data: { unitId: input.unitId, dueOn: input.dueOn },
      notes: [{ id: newId(), kind: 'taskAsk', visibility: 'shared', body: input.ask.trim() }],
      inserts: [{ into: 'task', values: rowOf(task) }],
      tell: takers.map((owner) => ({ owner, text })),
    },
    ...followsFrom(bound, task, context),
  };
}
