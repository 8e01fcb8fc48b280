import type { Decision } from '../matters/decision.ts';
import type { Bound, BoundStep } from '../procedures/engine.ts';
import { FollowInput } from '../procedures/follow.ts';
import { RemindLimitInput } from '../waits/remindLimit.ts';
import { keepAmong } from './audience.ts';
import type { Door, DoorContext, DoorHandling } from './door.ts';
import {
  CallBodyInput,
  callBody,
  followMatter,
  HandInInput,
  handIn,
  hindersHandingIn,
  remindDoorLimit,
  SupplementInput,
  supplementDoor,
  WithdrawDoorInput,
  withdrawDoor,
} from './doorActs.ts';
import type { DoorSpec } from './doorKind.ts';
import { wayOf } from './doorLife.ts';
import { FillDoorInput, fillDoor } from './fillDoor.ts';
import { decideStage, stageInput } from './stage.ts';

export type BoundDoor = Bound<Door, DoorHandling, string>;
type Step = BoundStep<Door, DoorHandling>;
type Decide = (door: Door, input: never, context: DoorContext) => Decision;

/** Limits that the row starts, but for those that do not run on this way. */
function limitsFrom(spec: DoorSpec, step: string, door: Door): string[] {
  const { without = [] } = wayOf(spec, door);
  return (spec.procedure[step]?.starts ?? []).filter((kind) => !without.includes(kind));
}

function ownSteps(spec: DoorSpec): Record<string, Step> {
  const way = (door: Door) => wayOf(spec, door);
  const startsOf = (step: string, door: Door) => limitsFrom(spec, step, door);
  return {
    fillDoor: { input: FillDoorInput, decide: (door, input) => fillDoor(door, way(door), input) },
    handIn: {
      input: HandInInput,
      decide: (door, input, context) => handIn(door, way(door), { starts: startsOf('handIn', door) }, input, context),
      hinders: (door) => hindersHandingIn(door, way(door)),
    },
    supplement: {
      input: SupplementInput,
      decide: (door, input, context) => supplementDoor(door, startsOf('supplement', door), input, context),
    },
    callBody: { input: CallBodyInput, decide: callBody },
    withdrawDoor: {
      input: WithdrawDoorInput,
      decide: (door, input, context) => withdrawDoor(door, way(door), input, context),
    },
    remindLimit: { input: RemindLimitInput, decide: remindDoorLimit },
    followMatter: { input: FollowInput, decide: followMatter },
  };
}

const endsIn = (spec: DoorSpec, step: string): boolean => {
  const to = spec.procedure[step]?.to;
  return typeof to === 'string' && spec.owes[to] === undefined && to !== 'supplementing';
};

function stageSteps(spec: DoorSpec): Record<string, Step> {
  return Object.fromEntries(
    Object.entries(spec.stages).map(([step, stage]): [string, Step] => [
      step,
      {
        input: stageInput(stage),
        decide: (door, input, context) => {
          const about = { step, stage, starts: limitsFrom(spec, step, door), ends: endsIn(spec, step) };
          return decideStage(door, wayOf(spec, door), about, input, context);
        },
      },
    ]),
  );
}

/** Every step of a kind of door; whatever one says to residents stays among those whom the door reaches. */
export function doorSteps(spec: DoorSpec): Record<string, Step> {
  const all = { ...ownSteps(spec), ...stageSteps(spec) };
  const guarded =
    (decide: Decide): Decide =>
    (door, input, context) =>
      keepAmong(door, wayOf(spec, door), decide(door, input, context));
  return Object.fromEntries(
    Object.entries(all).map(([step, bound]) => [step, { ...bound, decide: guarded(bound.decide as Decide) } as Step]),
  );
}
