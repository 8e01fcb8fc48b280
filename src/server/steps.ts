import { DraftAgreementInput, LockAgreementInput } from '../agreements/agreement.ts';
import { draftAgreement } from '../agreements/draftAgreement.ts';
import { hindersLocking, lockAgreement } from '../agreements/lockAgreement.ts';
import { ArchiveInput, archive, hindersArchive } from '../closing/archive.ts';
import { ContestInput, contest, hindersContest } from '../closing/contest.ts';
import { hindersKeepClosed, KeepClosedInput, keepClosed } from '../closing/keepClosed.ts';
import { ReopenInput, reopen } from '../closing/reopen.ts';
import { hindersSendingBackClosure, ReturnClosureInput, returnClosure } from '../closing/returnClosure.ts';
import { hindersStrikeOff, StrikeOffInput, strikeOff } from '../closing/strikeOff.ts';
import { SubmitClosureInput, submitClosure } from '../closing/submitClosure.ts';
import { hindersVerifying, VerifyClosureInput, verifyClosure } from '../closing/verifyClosure.ts';
import { AddFileInput, addFile } from '../disputes/addFile.ts';
import { AmendInput, amend } from '../disputes/amend.ts';
import type { BoundDispute } from '../disputes/engine.ts';
import { hindersReminder, RemindInput, remind } from '../disputes/remind.ts';
import { hindersRestriction, RestrictInput, restrict } from '../disputes/restrict.ts';
import { UndoImportInput, undoImport } from '../imports/undoImport.ts';
import { AcceptInput, accept } from '../intake/accept.ts';
import { DeclineInput, decline } from '../intake/decline.ts';
import { ReconsiderInput, reconsider } from '../intake/reconsider.ts';
import { CloseLinkedInput, closeLinked } from '../linking/closeLinked.ts';
import { FollowLeadInput, followLead } from '../linking/followLead.ts';
import { hindersMerger, MergeInput, merge } from '../linking/merge.ts';
import { SplitInput, split } from '../linking/split.ts';
import { FailInput, fail } from '../mediation/fail.ts';
import { RecordInquiryInput, recordInquiry } from '../mediation/recordInquiry.ts';
import { ReportInput, report } from '../mediation/report.ts';
import { settle } from '../mediation/settle.ts';
import { SettleInput } from '../mediation/settleInput.ts';
import { TerminateInput, terminate } from '../mediation/terminate.ts';
import { WithdrawInput, withdraw } from '../mediation/withdraw.ts';
import { ChangePromisesInput, changePromises, hindersChange } from '../promises/changePromises.ts';
import { HearDoorInput, hearDoor } from '../promises/hearDoor.ts';
import { hindersPayment } from '../promises/owedFor.ts';
import { RecordPaymentInput } from '../promises/paymentInput.ts';
import { hindersDeed, RecordDeedInput, recordDeed } from '../promises/recordDeed.ts';
import { recordPayment } from '../promises/recordPayment.ts';
import { RemindPayerInput, remindPayer } from '../promises/remindPayer.ts';
import { hindersDefault, StateDefaultInput, stateDefault } from '../promises/stateDefault.ts';
import { hindersUndoingPayment, UndoPaymentInput, undoPayment } from '../promises/undoPayment.ts';
import { WaivePromisesInput, waivePromises } from '../promises/waivePromises.ts';
import { ReassignInput, reassign } from '../reassigning/reassign.ts';
import { ReorganizeInput, reorganize } from '../reassigning/reorganize.ts';
import { UndoReassignInput, undoReassign } from '../reassigning/undoReassign.ts';
import { hindersPrevention, StatePreventionInput, statePrevention } from '../reports/statePrevention.ts';
import { MessageInput, message } from '../residents/message.ts';
import { ReturnVisitInput, recordReturnVisit } from '../return-visits/recordReturnVisit.ts';
import { hindersRating, RateInput, rate } from '../reviews/rate.ts';
import { AcknowledgeInput, acknowledge } from '../routing/acknowledge.ts';
import { AssignInput, assign } from '../routing/assign.ts';
import { hindersSendBack } from '../routing/court.ts';
import { DispatchInput, dispatch, hindersDispatch } from '../routing/dispatch.ts';
import { EscalateInput, escalate, hindersEscalation } from '../routing/escalate.ts';
import { InviteUnitInput, inviteUnit } from '../routing/inviteUnit.ts';
import { RuleInput, rule } from '../routing/rule.ts';
import { SendBackInput, sendBack } from '../routing/sendBack.ts';
import { TransferInput, transfer } from '../routing/transfer.ts';
import { TriageInput, triage } from '../routing/triage.ts';
import { hindersUndo, UndoDispatchInput, undoDispatch } from '../routing/undoDispatch.ts';
import { FileScansInput, fileScans } from '../scans/fileScans.ts';
import { UnfileScanInput, unfileScan } from '../scans/unfileScan.ts';
import { ChangeStatutoryInput, changeStatutory } from '../waits/changeStatutory.ts';
import { DecideExtensionInput, decideExtension } from '../waits/decideExtension.ts';
import { DecidePauseInput, decidePause, hindersPause } from '../waits/decidePause.ts';
import { EndWaitInput, endWait, hindersEndOfWait } from '../waits/endWait.ts';
import { ExpireMaterialInput, expireMaterial } from '../waits/expireMaterial.ts';
import { InterruptLimitationInput, interruptLimitation } from '../waits/interruptLimitation.ts';
import { hindersReceipt, ReceiveMaterialInput, receiveMaterial } from '../waits/receiveMaterial.ts';
import { RemindLimitInput, remindLimit } from '../waits/remindLimit.ts';
import { hindersExtension, RequestExtensionInput, requestExtension } from '../waits/requestExtension.ts';
import { hindersMaterial, RequestMaterialInput, requestMaterial } from '../waits/requestMaterial.ts';
import { hindersWait, RequestWaitInput, requestWait } from '../waits/requestWait.ts';
import { StartStatutoryInput, startStatutory } from '../waits/startStatutory.ts';
import { StopStatutoryInput, stopStatutory } from '../waits/stopStatutory.ts';
import { hindersTelling, TellLimitInput, tellLimit } from '../waits/tellLimit.ts';
import { hindersDecision } from '../waits/whoExtends.ts';
import { claimantSteps } from './claimantSteps.ts';
import { mediatorSteps } from './mediatorSteps.ts';
import { signingSteps } from './signingSteps.ts';
import { taskForceSteps } from './taskSteps.ts';

/** Which decision stands behind each row of the procedure. The only table that knows all of these modules. */
export const steps: BoundDispute['steps'] = {
  accept: { input: AcceptInput, decide: accept },
  decline: { input: DeclineInput, decide: decline },
  reconsider: { input: ReconsiderInput, decide: reconsider },
  triage: { input: TriageInput, decide: triage },
  dispatch: { input: DispatchInput, decide: dispatch, hinders: hindersDispatch, idle: true },
  undoDispatch: { input: UndoDispatchInput, decide: undoDispatch, hinders: hindersUndo },
  acknowledge: { input: AcknowledgeInput, decide: acknowledge },
  sendBack: { input: SendBackInput, decide: sendBack, hinders: hindersSendBack },
  rule: { input: RuleInput, decide: rule },
  transfer: { input: TransferInput, decide: transfer },
  escalate: { input: EscalateInput, decide: escalate, hinders: hindersEscalation },
  assign: { input: AssignInput, decide: assign },
  ...mediatorSteps,
  ...taskForceSteps,
  inviteUnit: { input: InviteUnitInput, decide: inviteUnit },
  report: { input: ReportInput, decide: report },
  recordInquiry: { input: RecordInquiryInput, decide: recordInquiry },
  requestMaterial: { input: RequestMaterialInput, decide: requestMaterial, hinders: hindersMaterial, idle: true },
  decidePause: { input: DecidePauseInput, decide: decidePause, hinders: hindersPause, idle: true },
  receiveMaterial: { input: ReceiveMaterialInput, decide: receiveMaterial, hinders: hindersReceipt, idle: true },
  expireMaterial: { input: ExpireMaterialInput, decide: expireMaterial },
  requestWait: { input: RequestWaitInput, decide: requestWait, hinders: hindersWait, idle: true },
  endWait: { input: EndWaitInput, decide: endWait, hinders: hindersEndOfWait, idle: true },
  requestExtension: { input: RequestExtensionInput, decide: requestExtension, hinders: hindersExtension, idle: true },
  decideExtension: { input: DecideExtensionInput, decide: decideExtension, hinders: hindersDecision, idle: true },
  startStatutory: { input: StartStatutoryInput, decide: startStatutory },
  stopStatutory: { input: StopStatutoryInput, decide: stopStatutory },
  changeStatutory: { input: ChangeStatutoryInput, decide: changeStatutory },
  interruptLimitation: { input: InterruptLimitationInput, decide: interruptLimitation },
  remindLimit: { input: RemindLimitInput, decide: remindLimit },
  tellLimit: { input: TellLimitInput, decide: tellLimit, hinders: hindersTelling, idle: true },
  ...claimantSteps,
  draftAgreement: { input: DraftAgreementInput, decide: draftAgreement },
  lockAgreement: { input: LockAgreementInput, decide: lockAgreement, hinders: hindersLocking, idle: true },
  ...signingSteps,
  fileScans: { input: FileScansInput, decide: fileScans },
  unfileScan: { input: UnfileScanInput, decide: unfileScan },
  settle: { input: SettleInput, decide: settle },
  fail: { input: FailInput, decide: fail },
  withdraw: { input: WithdrawInput, decide: withdraw },
  terminate: { input: TerminateInput, decide: terminate },
  submitClosure: { input: SubmitClosureInput, decide: submitClosure },
  returnClosure: { input: ReturnClosureInput, decide: returnClosure, hinders: hindersSendingBackClosure },
  verifyClosure: { input: VerifyClosureInput, decide: verifyClosure, hinders: hindersVerifying },
  recordReturnVisit: { input: ReturnVisitInput, decide: recordReturnVisit },
  rate: { input: RateInput, decide: rate, hinders: hindersRating, idle: true },
  contest: { input: ContestInput, decide: contest, hinders: hindersContest, idle: true },
  reopen: { input: ReopenInput, decide: reopen },
  keepClosed: { input: KeepClosedInput, decide: keepClosed, hinders: hindersKeepClosed, idle: true },
  strikeOff: { input: StrikeOffInput, decide: strikeOff, hinders: hindersStrikeOff },
  archive: { input: ArchiveInput, decide: archive, hinders: hindersArchive },
  merge: { input: MergeInput, decide: merge, hinders: hindersMerger, other: ({ leadCode }: MergeInput) => leadCode },
  split: { input: SplitInput, decide: split },
  follow: { input: FollowLeadInput, decide: followLead },
  closeLinked: { input: CloseLinkedInput, decide: closeLinked },
  recordPayment: { input: RecordPaymentInput, decide: recordPayment, hinders: hindersPayment, idle: true },
  recordDeed: { input: RecordDeedInput, decide: recordDeed, hinders: hindersDeed, idle: true },
  changePromises: { input: ChangePromisesInput, decide: changePromises, hinders: hindersChange, idle: true },
  waivePromises: { input: WaivePromisesInput, decide: waivePromises, hinders: hindersChange, idle: true },
  stateDefault: { input: StateDefaultInput, decide: stateDefault, hinders: hindersDefault, idle: true },
  hearDoor: { input: HearDoorInput, decide: hearDoor },
  remindPayer: { input: RemindPayerInput, decide: remindPayer, hinders: hindersDefault, idle: true },
  undoPayment: { input: UndoPaymentInput, decide: undoPayment, hinders: hindersUndoingPayment, idle: true },
  amend: { input: AmendInput, decide: amend },
  restrict: { input: RestrictInput, decide: restrict, hinders: hindersRestriction },
  addFile: { input: AddFileInput, decide: addFile },
  message: { input: MessageInput, decide: message },
  reassign: { input: ReassignInput, decide: reassign },
  undoReassign: { input: UndoReassignInput, decide: undoReassign },
  reorganize: { input: ReorganizeInput, decide: reorganize },
  undoImport: { input: UndoImportInput, decide: undoImport },
  statePrevention: { input: StatePreventionInput, decide: statePrevention, hinders: hindersPrevention, idle: true },
  remind: { input: RemindInput, decide: remind, hinders: hindersReminder },
};
