import { draftGroup } from '../agreements/draftGroup.ts';
import { DraftGroupInput, LockGroupInput } from '../agreements/group.ts';
import { hindersLockingGroup, lockGroup } from '../agreements/lockGroup.ts';
import { AddClaimantsInput, addClaimants } from '../claimants/addClaimants.ts';
import { ChangeClaimInput, changeClaim } from '../claimants/changeClaim.ts';
import { ChooseRepresentativesInput, chooseRepresentatives } from '../claimants/chooseRepresentatives.ts';
import { LeaveClaimantInput, leaveClaimant } from '../claimants/leaveClaimant.ts';
import { hindersChoosing, hindersLeaving, hindersRejoining } from '../claimants/onList.ts';
import { RejoinClaimantInput, rejoinClaimant } from '../claimants/rejoinClaimant.ts';
import type { BoundDispute } from '../disputes/engine.ts';

type Steps = Pick<
  BoundDispute['steps'],
  | 'addClaimants'
  | 'changeClaim'
  | 'leaveClaimant'
  | 'rejoinClaimant'
  | 'chooseRepresentatives'
  | 'draftGroup'
  | 'lockGroup'
>;

/** Who asks for what in a dispute of many, who leaves, who speaks for whom; and agreements for all of them. */
export const claimantSteps: Steps = {
  addClaimants: { input: AddClaimantsInput, decide: addClaimants },
  changeClaim: { input: ChangeClaimInput, decide: changeClaim },
  leaveClaimant: { input: LeaveClaimantInput, decide: leaveClaimant, hinders: hindersLeaving, idle: true },
  rejoinClaimant: { input: RejoinClaimantInput, decide: rejoinClaimant, hinders: hindersRejoining, idle: true },
  chooseRepresentatives: {
    input: ChooseRepresentativesInput,
    decide: chooseRepresentatives,
    hinders: hindersChoosing,
    idle: true,
  },
  draftGroup: { input: DraftGroupInput, decide: draftGroup },
  lockGroup: { input: LockGroupInput, decide: lockGroup, hinders: hindersLockingGroup, idle: true },
};
