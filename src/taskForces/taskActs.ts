import { Type } from 'typebox';
import type { ClockAct, Decision, Telling } from '../matters/decision.ts';
import { DayField, Id, LongText, Reason, StepInput } from '../matters/fields.ts';
import { addDays, dayOf, daysBetween, formatDay, isDay, startOfDay } from '../platform/now.ts';
import { Refusal, refuseField } from '../platform/refusal.ts';
import type { FollowInput } from '../procedures/follow.ts';
import { type Task, type TaskContext, takersOf } from './task.ts';

const LONGEST = 180;

/** The day of a task as its clock; whoever gives it says which. */
export function dayClock(dueOn: string, now: Date): ClockAct {
  const today = dayOf(now);
  if (!isDay(dueOn)) return refuseField('dueOn', '写成 2026-10-16 这样的日子。');
  if (dueOn < today) return refuseField('dueOn', '日子要在今天或者以后。');
  if (dueOn > addDays(today, LONGEST)) return refuseField('dueOn', `最多给${LONGEST}天。`);
  // Due today: counted from yesterday on, so that the day is the whole of it.
  const from = dueOn === today ? addDays(today, -1) : today;
  return { act: 'start', kind: 'task', at: startOfDay(from), length: daysBetween(from, dueOn) };
}

const toGiver = ({ giverPostId }: Task, text: string): Telling => ({ owner: `p:${giverPostId}`, text });
const toDoers = ({ unitId, handlerPostId }: Task, text: string, context: TaskContext): Telling[] =>
  (handlerPostId ? [`p:${handlerPostId}`] : takersOf(unitId, context)).map((owner) => ({ owner, text }));
const unitName = ({ unitId }: Task, { network }: TaskContext): string => network.unit(unitId)?.short ?? '';
const noteOf = (kind: string, body: string, { newId }: TaskContext) => [
  { id: newId(), kind, visibility: 'shared' as const, body: body.trim() },
];

export const TakeTaskInput = StepInput({});

/** Somebody of the unit does it from now on. */
export const takeTask = (task: Task, _input: object, context: TaskContext): Decision => ({
  type: 'takeTask',
  matter: { handler_post_id: context.actor.postId },
  tell: [toGiver(task, `${unitName(task, context)}接下了任务「${task.title}」。`)],
});

export const ReportTaskInput = StepInput({
  text: LongText,
  uploads: Type.Optional(Type.Array(Id, { maxItems: 20, title: '照片、材料' })),
});
export type ReportTaskInput = { text: string; uploads?: string[] };

const filesOf = ({ uploads = [] }: { uploads?: string[] }): Pick<Decision, 'files'> =>
  uploads.length > 0 ? { files: { uploads, visibility: 'shared' } } : {};

/** Whoever reports has it in hand. */
export const reportTask = (task: Task, input: ReportTaskInput, context: TaskContext): Decision => ({
  type: 'reportTask',
  matter: { handler_post_id: context.actor.postId },
  notes: noteOf('taskReport', input.text, context),
  ...filesOf(input),
  tell: [toGiver(task, `${unitName(task, context)}写了任务「${task.title}」的进展。`)],
});

export const FinishTaskInput = StepInput({
  result: LongText,
  uploads: Type.Optional(Type.Array(Id, { maxItems: 20, title: '照片、材料' })),
});
export type FinishTaskInput = { result: string; uploads?: string[] };

export const finishTask = (task: Task, input: FinishTaskInput, context: TaskContext): Decision => ({
  type: 'finishTask',
  matter: { handler_post_id: context.actor.postId },
  notes: noteOf('taskResult', input.result, context),
  ...filesOf(input),
  tell: [toGiver(task, `${unitName(task, context)}报任务「${task.title}」做完了，请您看看。`)],
});

export const SendBackTaskInput = StepInput({ reason: Reason, dueOn: { ...DayField, title: '哪天前做好' } });
export type SendBackTaskInput = { reason: string; dueOn: string };

/** Done otherwise than asked: its clock begins again, to a new day. */
export const sendBackTask = (task: Task, { reason, dueOn }: SendBackTaskInput, context: TaskContext): Decision => ({
  type: 'sendBackTask',
  data: { dueOn },
  own: { due_on: dueOn },
  notes: noteOf('taskReturn', reason, context),
  clocks: [dayClock(dueOn, context.now)],
  tell: toDoers(task, `任务「${task.title}」要再做一下：${reason.trim()}`, context),
});

export const ConfirmTaskInput = StepInput({ opinion: Type.String({ maxLength: 500, title: '意见' }) });
export type ConfirmTaskInput = { opinion: string };

export const confirmTask = (task: Task, { opinion }: ConfirmTaskInput, context: TaskContext): Decision => ({
  type: 'confirmTask',
  matter: { closed_at: context.now },
  ...(opinion.trim() ? { notes: noteOf('taskOpinion', opinion, context) } : {}),
  tell: toDoers(task, `任务「${task.title}」认可了。`, context),
});

export const MoveTaskInput = StepInput({ dueOn: { ...DayField, title: '改到哪天' }, reason: Reason });
export type MoveTaskInput = { dueOn: string; reason: string };

export function moveTask(task: Task, { dueOn, reason }: MoveTaskInput, context: TaskContext): Decision {
  if (dueOn === task.dueOn) throw new Refusal('invalid', 'sameDay', '还是原来的日子。', { dueOn: '还是原来的日子。' });
  const clock = dayClock(dueOn, context.now);
  return {
    type: 'moveTask',
    data: { from: task.dueOn, dueOn },
    own: { due_on: dueOn },
    notes: noteOf('taskMoved', reason, context),
    clocks: [{ act: 'stop', kind: 'task' }, clock],
    tell: toDoers(task, `任务「${task.title}」改到${formatDay(dueOn)}前做好。`, context),
  };
}

export const CancelTaskInput = StepInput({ reason: Reason });
export type CancelTaskInput = { reason: string };

export const cancelTask = (task: Task, { reason }: CancelTaskInput, context: TaskContext): Decision => ({
  type: 'cancelTask',
  matter: { closed_at: context.now },
  notes: noteOf('taskCancelled', reason, context),
  tell: toDoers(task, `任务「${task.title}」不用做了：${reason.trim()}`, context),
});

/** Who may know follows the dispute; when its unit ends, the one that took over does it. */
export function followMatter(task: Task, input: FollowInput): Decision {
  const { restricted, namedPostIds, receivingCenterId, regionCode, leadUnitId, handlerPostId, units = {} } = input;
  const unit = units[task.unitId];
  return {
    type: 'followMatter',
    data: { restricted, ...(unit ? { unitId: unit } : {}) },
    matter: {
      ...{
        restricted,
        named_post_ids: [...namedPostIds],
        receiving_center_id: receivingCenterId,
        region_code: regionCode,
      },
      ...(unit ? { handler_post_id: null, lead_unit_id: unit } : {}),
    },
    own: { about_unit_id: leadUnitId, about_post_id: handlerPostId, ...(unit ? { unit_id: unit } : {}) },
    ...(unit ? { clocks: [{ act: 'charge', from: task.unitId, to: unit }] } : {}),
  };
}
