import { allDoors } from '../doors/allDoors.ts';
import type { DoorSpec } from '../handover/doorKind.ts';
import { doorKind } from '../handover/doorKind.ts';
import { doorLife } from '../handover/doorLife.ts';
import { doorStore } from '../handover/doorRows.sql.ts';
import { type BoundDoor, doorSteps } from '../handover/doorSteps.ts';
import { doorReactions } from '../handover/reactions.sql.ts';

const bindDoor = (spec: DoorSpec): BoundDoor => ({
  ...{ kind: doorKind(spec), life: doorLife(spec), store: doorStore, steps: doorSteps(spec) },
  reactions: doorReactions(spec) as never,
});

/** Each kind of door by its name. */
export const doorKinds = (): Readonly<Record<string, BoundDoor>> =>
  Object.fromEntries(allDoors.map((spec) => [spec.name, bindDoor(spec)]));
