import { AnswerInvitationInput, answerInvitation } from '../sittings/answerInvitation.ts';
import { ArriveInput, arrive } from '../sittings/arrive.ts';
import { ChangeSittingInput, changeSitting } from '../sittings/changeSitting.ts';
import {
  CancelSittingInput,
  cancelSitting,
  EndSittingInput,
  endSitting,
  LapseSittingInput,
  lapseSitting,
} from '../sittings/endSitting.ts';
import { FollowSittingInput, followMatter } from '../sittings/followMatter.ts';
import { InviteMoreInput, inviteMore, PutOnTableInput, putOnTable } from '../sittings/inviteMore.ts';
import { CoolOffInput, coolOff, InterruptSittingInput, interruptSitting } from '../sittings/pauseSitting.ts';
import { MakeProposalInput, makeProposal, SettleProposalInput, settleProposal } from '../sittings/proposals.ts';
import { RemindSittingInput, remindSitting } from '../sittings/remindSitting.ts';
import type { BoundSitting } from '../sittings/sittingEngine.ts';
import { StartSittingInput, startSitting, TickPresenceInput, tickPresence } from '../sittings/startSitting.ts';
import { WriteNoteInput, writeNote } from '../sittings/writeNote.ts';

/** The steps of a sitting. */
export const sittingSteps: BoundSitting['steps'] = {
  answerInvitation: { input: AnswerInvitationInput, decide: answerInvitation },
  changeSitting: { input: ChangeSittingInput, decide: changeSitting },
  inviteMore: { input: InviteMoreInput, decide: inviteMore },
  putOnTable: { input: PutOnTableInput, decide: putOnTable },
  startSitting: { input: StartSittingInput, decide: startSitting },
  tickPresence: { input: TickPresenceInput, decide: tickPresence },
  arrive: { input: ArriveInput, decide: arrive },
  writeNote: { input: WriteNoteInput, decide: writeNote },
  makeProposal: { input: MakeProposalInput, decide: makeProposal },
  settleProposal: { input: SettleProposalInput, decide: settleProposal },
  coolOff: { input: CoolOffInput, decide: coolOff },
  interruptSitting: { input: InterruptSittingInput, decide: interruptSitting },
  endSitting: { input: EndSittingInput, decide: endSitting },
  cancelSitting: { input: CancelSittingInput, decide: cancelSitting },
  lapseSitting: { input: LapseSittingInput, decide: lapseSitting },
  remindSitting: { input: RemindSittingInput, decide: remindSitting },
  followMatter: { input: FollowSittingInput, decide: followMatter },
};
