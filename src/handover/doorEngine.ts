import type { Engine as DisputeEngine } from '../disputes/engine.ts';
import type { DoorSpec } from './doorKind.ts';
import type { BoundDoor } from './doorSteps.ts';

/** What doors stand on: disputes, every kind of door by its name, and the list of them in the order people look for. */
export type DoorEngine = DisputeEngine & {
  readonly kinds: DisputeEngine['kinds'] & { readonly [name: string]: BoundDoor };
  readonly doors: readonly DoorSpec[];
};
