import type { Engine as DisputeEngine } from '../disputes/engine.ts';
import type { Bound } from '../procedures/engine.ts';
import type { TaskStep } from './procedure.ts';
import type { Task, TaskRules } from './task.ts';

export type BoundTask = Bound<Task, TaskRules, TaskStep>;

/** What tasks stand on: disputes and their own kind; the server's engine has it all. */
export type TaskEngine = DisputeEngine & { readonly kinds: { readonly task: BoundTask } };
