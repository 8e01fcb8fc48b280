import { DraftAgreementInput, LockAgreementInput } from '../../../../agreements/agreement.ts';
import { ArchiveInput } from '../../../../closing/archive.ts';
import { ContestInput } from '../../../../closing/contest.ts';
import { KeepClosedInput } from '../../../../closing/keepClosed.ts';
import { ReopenInput } from '../../../../closing/reopen.ts';
import { ReturnClosureInput } from '../../../../closing/returnClosure.ts';
import { StrikeOffInput } from '../../../../closing/strikeOff.ts';
import { SubmitClosureInput } from '../../../../closing/submitClosure.ts';
import { VerifyClosureInput } from '../../../../closing/verifyClosure.ts';
import { AddFileInput } from '../../../../disputes/addFile.ts';
import { AmendInput } from '../../../../disputes/amend.ts';
import type { StepName } from '../../../../disputes/procedure.ts';
import { RemindInput } from '../../../../disputes/remind.ts';
import { RestrictInput } from '../../../../disputes/restrict.ts';
import type { DisputeView } from '../../../../disputes/views.ts';
import { UndoImportInput } from '../../../../imports/undoImport.ts';
import { AcceptInput } from '../../../../intake/accept.ts';
import { DeclineInput } from '../../../../intake/decline.ts';
import { ReconsiderInput } from '../../../../intake/reconsider.ts';
import { CloseLinkedInput } from '../../../../linking/closeLinked.ts';
import { FollowLeadInput } from '../../../../linking/followLead.ts';
import { MergeInput } from '../../../../linking/merge.ts';
import { SplitInput } from '../../../../linking/split.ts';
import { AcceptMediatorInput } from '../../../../mediation/acceptMediator.ts';
import { AppointMediatorInput, bases } from '../../../../mediation/appointMediator.ts';
import { DeclareTieInput } from '../../../../mediation/declareTie.ts';
import { FailInput } from '../../../../mediation/fail.ts';
import { ObjectToMediatorInput } from '../../../../mediation/objectToMediator.ts';
import { RecordInquiryInput } from '../../../../mediation/recordInquiry.ts';
import { ReleaseMediatorInput } from '../../../../mediation/releaseMediator.ts';
import { ReportInput } from '../../../../mediation/report.ts';
import { SettleInput } from '../../../../mediation/settleInput.ts';
import { TerminateInput } from '../../../../mediation/terminate.ts';
import { WithdrawInput } from '../../../../mediation/withdraw.ts';
import { ReassignInput } from '../../../../reassigning/reassign.ts';
import { ReorganizeInput } from '../../../../reassigning/reorganize.ts';
import { UndoReassignInput } from '../../../../reassigning/undoReassign.ts';
import { StatePreventionInput } from '../../../../reports/statePrevention.ts';
import { MessageInput } from '../../../../residents/message.ts';
import { ReturnVisitInput } from '../../../../return-visits/recordReturnVisit.ts';
import { RateInput } from '../../../../reviews/rate.ts';
import { AcknowledgeInput } from '../../../../routing/acknowledge.ts';
import { AssignInput } from '../../../../routing/assign.ts';
import { DispatchInput } from '../../../../routing/dispatch.ts';
import { EscalateInput } from '../../../../routing/escalate.ts';
import { InviteUnitInput } from '../../../../routing/inviteUnit.ts';
import { RuleInput } from '../../../../routing/rule.ts';
import { SendBackInput } from '../../../../routing/sendBack.ts';
import { TransferInput } from '../../../../routing/transfer.ts';
import { TriageInput } from '../../../../routing/triage.ts';
import { UndoDispatchInput } from '../../../../routing/undoDispatch.ts';
import { EndTaskForceInput } from '../../../../taskForces/endTaskForce.ts';
import { FormTaskForceInput } from '../../../../taskForces/formTaskForce.ts';
import { ChangeStatutoryInput } from '../../../../waits/changeStatutory.ts';
import { DecideExtensionInput } from '../../../../waits/decideExtension.ts';
import { DecidePauseInput } from '../../../../waits/decidePause.ts';
import { EndWaitInput } from '../../../../waits/endWait.ts';
import { ExpireMaterialInput } from '../../../../waits/expireMaterial.ts';
import { InterruptLimitationInput } from '../../../../waits/interruptLimitation.ts';
import { ReceiveMaterialInput } from '../../../../waits/receiveMaterial.ts';
import { RemindLimitInput } from '../../../../waits/remindLimit.ts';
import { RequestExtensionInput } from '../../../../waits/requestExtension.ts';
import { RequestMaterialInput } from '../../../../waits/requestMaterial.ts';
import { RequestWaitInput } from '../../../../waits/requestWait.ts';
import { StartStatutoryInput } from '../../../../waits/startStatutory.ts';
import { StopStatutoryInput } from '../../../../waits/stopStatutory.ts';
import { TellLimitInput } from '../../../../waits/tellLimit.ts';
import { type StepSpec as SpecOf, spec as specOf } from '../../steps/forms.ts';
import type { Values } from '../../steps/values.ts';
import { agreementInput, unwritten } from '../agreement/convert.ts';
import { claimantSpecs } from './claimantSpecs.ts';
import {
  changeInput,
  claimInput,
  endedToday,
  extensionInput,
  happenedToday,
  noExtension,
  startInput,
  stopInput,
  unchanged,
  waitInput,
} from './clockForms.ts';
import {
  amendInput,
  blankInquiry,
  declineInput,
  factsAsTyped,
  inquiryInput,
  noAnswers,
  proposedUnits,
  ruleInput,
  settleInput,
  typedDay,
  unruled,
  unsettled,
} from './convert.ts';
import { leadInput } from './leadInput.ts';
import { promiseSpecs } from './promiseSpecs.ts';
import { scanSpecs } from './scanSpecs.ts';
import { signingSpecs } from './signingSpecs.ts';

type StepSpec = SpecOf<DisputeView>;
const spec = specOf<DisputeView>;
const reason = { reason: 'text' } as const;
const yesNo = (field: string) => (values: Values) => ({ ...values, [field]: values[field] === 'yes' });

/** A supporting unit's task is asked about only where there is one. */
const isAsked = (field: string, view: DisputeView, unitId: string): boolean =>
  field !== 'taskDone' || view.supportingUnits.some(({ unit, done }) => unit.id === unitId && !done);

/** Where one mediates, nobody has to be chosen. */
const onlyMediator = ({ mediators }: DisputeView): string => {
  const now = mediators.filter(({ state }) => state !== 'released');
  return now.length === 1 ? (now[0]?.id ?? '') : '';
};

/** One row a step: its schema, and how each field of it is filled in. */
// biome-ignore format: one row a step, as in the procedure
export const specs: Readonly<Record<StepName, StepSpec>> = {
  accept: spec(AcceptInput, { note: 'text' }),
  decline: spec(DeclineInput, { ground: 'ground', reason: 'text', way: 'way', goTo: 'line' }, {
    initial: () => ({ ground: '', reason: '', way: '', goTo: '', startedOn: '' }),
    toInput: declineInput,
  }),
  reconsider: spec(ReconsiderInput, reason),
  triage: spec(TriageInput, {}, { initial: (view) => noAnswers(view) }),
  dispatch: spec(DispatchInput, {}, { initial: proposedUnits, names: 'leadUnitId' }),
  undoDispatch: spec(UndoDispatchInput, {}),
  acknowledge: spec(AcknowledgeInput, { plan: 'text' }),
  sendBack: spec(SendBackInput, { reason: 'text', basis: 'line', betterUnitId: 'unit' }, {
    initial: () => ({ reason: '', basis: '', betterUnitId: '' }),
  }),
  rule: spec(RuleInput, {}, { initial: unruled, toInput: ruleInput, names: 'leadUnitId' }),
  transfer: spec(TransferInput, { leadUnitId: 'unit', reason: 'text' }, { names: 'leadUnitId' }),
  escalate: spec(EscalateInput, reason),
  assign: spec(AssignInput, { postId: 'post', note: 'text' }, { names: 'postId' }),
  appointMediator: spec(AppointMediatorInput, { basis: 'choice' }, {
    answers: { basis: bases },
    initial: () => ({ postIds: [], basis: '' }),
  }),
  declareTie: spec(DeclareTieInput, { words: 'text' }, { initial: () => ({ ties: [], words: '' }) }),
  objectToMediator: spec(ObjectToMediatorInput, { mediatorId: 'mediator', partyId: 'party', reason: 'text' }, {
    initial: (view) => ({ mediatorId: onlyMediator(view), partyId: '', reason: '' }),
    toInput: (values) => ({ ...values, partyId: values.partyId || null }),
  }),
  acceptMediator: spec(AcceptMediatorInput, { mediatorId: 'mediator', agreed: 'check', how: 'text' }, {
    initial: (view) => ({ mediatorId: onlyMediator(view), agreed: false, how: '' }),
  }),
  releaseMediator: spec(ReleaseMediatorInput, { mediatorId: 'mediator', reason: 'text' }, {
    initial: (view) => ({ mediatorId: onlyMediator(view), reason: '' }),
  }),
  formTaskForce: spec(FormTaskForceInput, { name: 'line', aim: 'text', until: 'day' }, {
    initial: ({ taskForce, center, leadUnit }) => ({
      ...{ name: taskForce?.name ?? '', aim: '', until: taskForce?.until ?? '', units: [center.id, ...(leadUnit ? [leadUnit.id] : [])] },
      memberPostIds: taskForce?.people.map(({ postId }) => postId) ?? [],
      leaderPostId: taskForce?.people[0]?.postId ?? '',
    }),
    toInput: ({ units: _, until, ...rest }) => ({ ...rest, until: typedDay(String(until ?? ''), 'future') }),
  }),
  endTaskForce: spec(EndTaskForceInput, { summary: 'text' }),
  inviteUnit: spec(InviteUnitInput, { unitId: 'unit', task: 'text' }, { names: 'unitId' }),
  report: spec(ReportInput, { text: 'text', forResident: 'told', taskDone: 'check' }, { asks: isAsked }),
  recordInquiry: spec(RecordInquiryInput, { partyId: 'party', witness: 'line', relation: 'line', heldOn: 'line', place: 'line', others: 'line', words: 'text' }, {
    initial: blankInquiry,
    toInput: inquiryInput,
  }),
  requestMaterial: spec(RequestMaterialInput, { what: 'line', workingDays: 'number' }, {
    initial: () => ({ what: '', workingDays: '5' }),
    toInput: (values) => ({ ...values, workingDays: Number(values.workingDays) }),
  }),
  decidePause: spec(DecidePauseInput, { approve: 'choice', reason: 'text' }, { answers: { approve: ['yes', 'no'] }, toInput: yesNo('approve') }),
  receiveMaterial: spec(ReceiveMaterialInput, { note: 'text' }),
  // The house takes this step by itself; nobody is offered it.
  expireMaterial: spec(ExpireMaterialInput, {}),
  requestWait: spec(RequestWaitInput, { ground: 'choice', unitId: 'supporter', what: 'line', until: 'line' }, {
    // Only on the grounds that a running clock allows.
    answers: { ground: (view) => ['court', 'appraisal', 'otherUnit', 'partyAbsent', 'forceMajeure'].filter((each) => view.waitGrounds.includes(each)) },
    initial: () => ({ ground: '', unitId: '', what: '', until: '' }),
    toInput: waitInput,
  }),
  endWait: spec(EndWaitInput, { note: 'text' }),
  requestExtension: spec(RequestExtensionInput, { clockKind: 'extendable', length: 'number', reason: 'text', plan: 'plan' }, { initial: noExtension, toInput: extensionInput }),
  decideExtension: spec(DecideExtensionInput, { approve: 'choice', reason: 'text' }, { answers: { approve: ['yes', 'no'] }, toInput: yesNo('approve') }),
  startStatutory: spec(StartStatutoryInput, { kind: 'statutory', partyId: 'limitParty', length: 'limitLength', day: 'line', time: 'line', note: 'text' }, { initial: happenedToday, toInput: startInput }),
  stopStatutory: spec(StopStatutoryInput, { kind: 'runningStatutory', day: 'line', time: 'line', note: 'text' }, { initial: endedToday, toInput: stopInput }),
  changeStatutory: spec(ChangeStatutoryInput, { kind: 'changeable', change: 'choice', ground: 'lawGround', length: 'moreLength', day: 'line', paper: 'line' }, {
    answers: { change: ['extend', 'suspend', 'resume'] },
    initial: unchanged,
    toInput: changeInput,
  }),
  interruptLimitation: spec(InterruptLimitationInput, { partyId: 'party', way: 'choice', body: 'line', power: 'power', claim: 'text', day: 'line', paper: 'line' }, {
    answers: { way: ['committee', 'authority', 'opponent', 'acknowledged', 'suit', 'police'] },
    toInput: claimInput,
  }),
  // The house takes this step by itself; nobody is offered it.
  remindLimit: spec(RemindLimitInput, {}),
  tellLimit: spec(TellLimitInput, { how: 'text' }),
  ...claimantSpecs,
  draftAgreement: spec(DraftAgreementInput, {}, { initial: unwritten, toInput: agreementInput }),
  lockAgreement: spec(LockAgreementInput, {}, { initial: () => ({ agreementId: '', digest: '' }) }),
  ...signingSpecs,
  ...scanSpecs,
  settle: spec(SettleInput, {}, { initial: unsettled, toInput: settleInput }),
  fail: spec(FailInput, { toldRoutes: 'check', reason: 'text' }, { initial: () => ({ toldRoutes: false, reason: '' }) }),
  withdraw: spec(WithdrawInput, reason),
  terminate: spec(TerminateInput, reason),
  submitClosure: spec(
    SubmitClosureInput,
    { result: 'text', unfinished: 'text' },
    { asks: (field, view) => field !== 'unfinished' || view.openTasks > 0 },
  ),
  returnClosure: spec(ReturnClosureInput, reason),
  verifyClosure: spec(VerifyClosureInput, { opinion: 'text' }),
  recordReturnVisit: spec(ReturnVisitInput, { partyId: 'party', method: 'choice', outcome: 'choice', performed: 'choice', words: 'text' }, {
    answers: {
      method: ['phone', 'home', 'counter', 'letter'],
      outcome: ['settled', 'partly', 'notSettled', 'unreachable'],
      performed: ['performed', 'performing', 'notPerformed', 'notDue', 'none'],
    },
    toInput: (values) => ({ ...values, partyId: values.partyId || null }),
  }),
  rate: spec(RateInput, { score: 'choice', partyId: 'party', channel: 'choice', words: 'text' }, {
    answers: { score: ['5', '4', '3', '2', '1'], channel: ['counter', 'phone', 'paper'] },
    initial: () => ({ channel: 'counter', score: '', partyId: '', words: '' }),
    toInput: (values) => ({ ...values, score: Number(values.score), partyId: values.partyId || null }),
  }),
  contest: spec(ContestInput, reason),
  reopen: spec(ReopenInput, reason),
  keepClosed: spec(KeepClosedInput, reason),
  strikeOff: spec(StrikeOffInput, { note: 'text' }),
  archive: spec(ArchiveInput, { note: 'text' }, { initial: () => ({ retention: '', retentionReason: '', note: '' }) }),
  ...promiseSpecs,
  merge: spec(MergeInput, { leadCode: 'line', reason: 'text' }, {
    initial: (view) => ({ leadCode: '', reason: '', countyCode: view.countyCode }),
    toInput: leadInput,
  }),
  split: spec(SplitInput, reason),
  // The house takes these steps by itself; nobody is offered them.
  follow: spec(FollowLeadInput, {}),
  closeLinked: spec(CloseLinkedInput, {}),
  amend: spec(AmendInput, {}, { initial: factsAsTyped, toInput: amendInput }),
  restrict: spec(RestrictInput, { restricted: 'choice', reason: 'text' }, {
    answers: { restricted: ['yes', 'no'] },
    // Naming one more person must not forget the others.
    initial: ({ named }) => ({ restricted: 'yes', namedPostIds: named.map(({ postId }) => postId), reason: '' }),
    toInput: yesNo('restricted'),
  }),
  addFile: spec(AddFileInput, { toResident: 'check' }, {
    initial: () => ({ uploads: [], toResident: false }),
    toInput: ({ uploads, ...rest }) => ({ ...rest, uploads: (uploads as { id: string }[]).map((each) => each.id) }),
  }),
  message: spec(MessageInput, { text: 'text', toResident: 'check' }),
  // From the list of what is in hand, and by the house.
  reassign: spec(ReassignInput, {}),
  undoReassign: spec(UndoReassignInput, {}),
  reorganize: spec(ReorganizeInput, {}),
  undoImport: spec(UndoImportInput, {}),
  statePrevention: spec(StatePreventionInput, { kind: 'choice', people: 'number', reason: 'text' }, {
    answers: { kind: ['criminal', 'groupPetition'] },
    initial: () => ({ kind: '', people: '', reason: '' }),
    toInput: (values) => ({ ...values, people: Number(values.people) }),
  }),
  remind: spec(RemindInput, { text: 'text' }),
};
