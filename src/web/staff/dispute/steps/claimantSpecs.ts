import { DraftGroupInput, LockGroupInput } from '../../../../agreements/group.ts';
import { AddClaimantsInput } from '../../../../claimants/addClaimants.ts';
import { ChangeClaimInput } from '../../../../claimants/changeClaim.ts';
import { ChooseRepresentativesInput } from '../../../../claimants/chooseRepresentatives.ts';
import { LeaveClaimantInput } from '../../../../claimants/leaveClaimant.ts';
import { RejoinClaimantInput } from '../../../../claimants/rejoinClaimant.ts';
import type { DisputeView } from '../../../../disputes/views.ts';
import { spec as specOf } from '../../steps/forms.ts';

const spec = specOf<DisputeView>;

/** Taken on the page of the roster (web/staff/claimants), which has forms of its own. */
export const claimantSpecs = {
  addClaimants: spec(AddClaimantsInput, {}),
  changeClaim: spec(ChangeClaimInput, {}),
  leaveClaimant: spec(LeaveClaimantInput, {}),
  rejoinClaimant: spec(RejoinClaimantInput, {}),
  chooseRepresentatives: spec(ChooseRepresentativesInput, {}),
  draftGroup: spec(DraftGroupInput, {}),
  lockGroup: spec(LockGroupInput, {}),
};
