import { FollowInput } from '../../../procedures/follow.ts';
import type { TaskStep } from '../../../taskForces/procedure.ts';
import {
  CancelTaskInput,
  ConfirmTaskInput,
  FinishTaskInput,
  MoveTaskInput,
  ReportTaskInput,
  SendBackTaskInput,
  TakeTaskInput,
} from '../../../taskForces/taskActs.ts';
import { taskKind } from '../../../taskForces/taskKind.ts';
import type { TaskView } from '../../../taskForces/taskViews.ts';
import { typedDay } from '../dispute/steps/convert.ts';
import { type Forms, spec } from '../steps/forms.ts';
import { textOf, type Values } from '../steps/values.ts';
import { taskChanged } from './queries.ts';
import { TaskFiles } from './TaskFiles.tsx';
import { useTaskWords } from './words.ts';

const withDay = (values: Values): Values => ({ ...values, dueOn: typedDay(textOf(values, 'dueOn'), 'future') });
const withFiles = {
  initial: () => ({ text: '', result: '', uploads: [] }),
  toInput: ({ uploads, ...rest }: Values) => ({
    ...rest,
    uploads: (uploads as { id: string }[]).map(({ id }) => id),
  }),
};
const only = (field: 'text' | 'result') => ({
  initial: () => ({ [field]: '', uploads: [] }),
  toInput: withFiles.toInput,
});

/** The forms of a task. */
export const taskForms: Forms<TaskView, TaskStep> = {
  kind: taskKind,
  specs: {
    takeTask: spec(TakeTaskInput, {}),
    reportTask: spec(ReportTaskInput, { text: 'text' }, only('text')),
    finishTask: spec(FinishTaskInput, { result: 'text' }, only('result')),
    sendBackTask: spec(SendBackTaskInput, { reason: 'text', dueOn: 'day' }, { toInput: withDay }),
    confirmTask: spec(ConfirmTaskInput, { opinion: 'text' }),
    moveTask: spec(MoveTaskInput, { dueOn: 'day', reason: 'text' }, { toInput: withDay }),
    cancelTask: spec(CancelTaskInput, { reason: 'text' }),
    followMatter: spec(FollowInput, {}),
  },
  before: { reportTask: TaskFiles, finishTask: TaskFiles },
  shapes: {},
  useWords: () => {
    const { text, result, reason, opinion, dueOn, newDay } = useTaskWords();
    return { fields: { text, result, reason, opinion, dueOn, moveTask_dueOn: newDay }, answers: {} };
  },
  useNames: () => () => undefined,
  changed: ({ code, about }) => taskChanged(code, about.code),
};
