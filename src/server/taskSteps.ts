import type { BoundDispute } from '../disputes/engine.ts';
import { FollowInput } from '../procedures/follow.ts';
import { EndTaskForceInput, endTaskForce, hindersEndingForce } from '../taskForces/endTaskForce.ts';
import { FormTaskForceInput, formTaskForce } from '../taskForces/formTaskForce.ts';
import {
  CancelTaskInput,
  ConfirmTaskInput,
  cancelTask,
  confirmTask,
  FinishTaskInput,
  finishTask,
  followMatter,
  MoveTaskInput,
  moveTask,
  ReportTaskInput,
  reportTask,
  SendBackTaskInput,
  sendBackTask,
  TakeTaskInput,
  takeTask,
} from '../taskForces/taskActs.ts';
import type { BoundTask } from '../taskForces/taskEngine.ts';

/** A task force of a dispute. */
export const taskForceSteps: Pick<BoundDispute['steps'], 'formTaskForce' | 'endTaskForce'> = {
  formTaskForce: { input: FormTaskForceInput, decide: formTaskForce },
  endTaskForce: { input: EndTaskForceInput, decide: endTaskForce, hinders: hindersEndingForce, idle: true },
};

/** The steps of a task. */
export const taskSteps: BoundTask['steps'] = {
  takeTask: { input: TakeTaskInput, decide: takeTask },
  reportTask: { input: ReportTaskInput, decide: reportTask },
  finishTask: { input: FinishTaskInput, decide: finishTask },
  sendBackTask: { input: SendBackTaskInput, decide: sendBackTask },
  confirmTask: { input: ConfirmTaskInput, decide: confirmTask },
  moveTask: { input: MoveTaskInput, decide: moveTask },
  cancelTask: { input: CancelTaskInput, decide: cancelTask },
  followMatter: { input: FollowInput, decide: followMatter },
};
