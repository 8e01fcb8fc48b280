import { disputeKind } from '../../../../disputes/kind.ts';
import type { StepName } from '../../../../disputes/procedure.ts';
import type { DisputeView } from '../../../../disputes/views.ts';
import { matterChanged } from '../../queries.ts';
import type { Forms } from '../../steps/forms.ts';
import { AgreementFields } from '../agreement/AgreementFields.tsx';
import { LockFields } from '../agreement/LockFields.tsx';
import { AmendFields } from './AmendFields.tsx';
import { ArchiveFields } from './ArchiveFields.tsx';
import { Claim } from './Claim.tsx';
import { ExtendableField, ExtensionAsked, PlanField, SupporterField } from './ClockFields.tsx';
import { DefaultWays } from './DefaultWays.tsx';
import { DispatchFields } from './DispatchFields.tsx';
import {
  ChangeableField,
  LawGroundField,
  LimitLengthField,
  LimitPartyField,
  MoreLengthField,
  PowerField,
  RunningStatutoryField,
  StatutoryField,
} from './LimitFields.tsx';
import { MediatorField, TiesField } from './MediatorFields.tsx';
import { MediatorProposals } from './MediatorProposals.tsx';
import { MergeLead } from './MergeLead.tsx';
import { withOutcome } from './Outcome.tsx';
import { FailRoutes, FilesToAdd, RestrictNames, Waiting } from './Parts.tsx';
import { PartyField } from './PartyField.tsx';
import { DeedField, NamedPromisesField, PaymentField, PromisesField } from './PromiseFields.tsx';
import { usePromiseAnswers, usePromiseFields } from './promiseSpecs.ts';
import { GroundField, PostField, UnitField, usePosts, useUnits } from './References.tsx';
import { RuleFields } from './RuleFields.tsx';
import { SendBackLimit } from './SendBackLimit.tsx';
import { SettleFields } from './SettleFields.tsx';
import { specs } from './specs.ts';
import { TaskForceFields } from './TaskForceFields.tsx';
import { ToldField } from './ToldField.tsx';
import { TriageFields } from './TriageFields.tsx';
import { WayField } from './WayField.tsx';
import { useAnswers, useFieldWords } from './words.ts';

/** Who the button names: a colleague of the unit in charge, or a unit. */
function useNames(view: DisputeView, step: StepName): (chosen: string) => string | undefined {
  const { nameOf } = useUnits(view.countyCode);
  const posts = usePosts(step === 'assign' && view.leadUnit ? [view.leadUnit.id] : []);
  return (chosen) => (step === 'assign' ? posts.find((post) => post.postId === chosen)?.name : nameOf(chosen));
}

/** The forms of a dispute. */
export const disputeForms: Forms<DisputeView, StepName> = {
  kind: disputeKind,
  specs,
  before: {
    appointMediator: MediatorProposals,
    declareTie: TiesField,
    formTaskForce: TaskForceFields,
    merge: MergeLead,
    triage: TriageFields,
    dispatch: DispatchFields,
    draftAgreement: AgreementFields,
    lockAgreement: LockFields,
    settle: withOutcome(SettleFields),
    amend: AmendFields,
    archive: ArchiveFields,
    rule: RuleFields,
    sendBack: SendBackLimit,
    fail: withOutcome(FailRoutes),
    terminate: withOutcome(FailRoutes),
    withdraw: withOutcome(),
    verifyClosure: Claim,
    returnClosure: Claim,
    decidePause: Waiting,
    decideExtension: ExtensionAsked,
    endWait: Waiting,
    receiveMaterial: Waiting,
    addFile: FilesToAdd,
    restrict: RestrictNames,
    stateDefault: DefaultWays,
  },
  shapes: {
    told: ToldField,
    party: PartyField,
    unit: UnitField,
    post: PostField,
    mediator: MediatorField,
    ground: GroundField,
    way: WayField,
    extendable: ExtendableField,
    plan: PlanField,
    supporter: SupporterField,
    statutory: StatutoryField,
    runningStatutory: RunningStatutoryField,
    limitParty: LimitPartyField,
    limitLength: LimitLengthField,
    changeable: ChangeableField,
    lawGround: LawGroundField,
    moreLength: MoreLengthField,
    power: PowerField,
    promises: PromisesField,
    namedPromises: NamedPromisesField,
    deed: DeedField,
    payment: PaymentField,
    files: FilesToAdd,
  },
  useWords: () => ({
    fields: { ...useFieldWords(), ...usePromiseFields() },
    answers: { ...useAnswers(), ...usePromiseAnswers() },
  }),
  useNames,
  changed: ({ code }) => matterChanged(code),
};
