import type { Day } from '../platform/now.ts';
import type { Named, OpenSteps } from '../procedures/views.ts';
import type { TaskStatus, TaskStep } from './procedure.ts';

/** One line of the tasks about a dispute. */
export type TaskRow = {
  code: string;
  title: string;
  unit: string;
  by: string | null;
  status: TaskStatus;
  statusLabel: string;
  dueOn: Day;
  late: boolean;
};

export type TasksAbout = { asOf: string; mayGive: boolean; whyNot: string; tasks: TaskRow[] };

type TaskEntry = {
  seq: number;
  at: string;
  who: string;
  sentence: string;
  words: string[];
  files: { id: string; name: string }[];
};

export type TaskView = TaskRow & {
  countyCode: string;
  about: { code: string; codeShort: string; category: string; name: Named | null };
  giver: string;
  ask: string;
  endedAt: string | null;
  timeline: TaskEntry[];
  version: number;
  steps: OpenSteps<TaskStep>;
};
