import { numberGroup } from '../agreements/numberGroup.sql.ts';
import { numberLocked } from '../agreements/numberLocked.sql.ts';
import { sealAccount, sealClaimants } from '../claimants/sealClaimants.sql.ts';
import type { Reaction } from '../disputes/engine.ts';
import { type StepName, stepNames, stepOf } from '../disputes/procedure.ts';
import { refreshTerms } from '../disputes/terms.sql.ts';
import { keepRetention } from '../dossier/keepRetention.sql.ts';
import { tellDoors } from '../handover/reactions.sql.ts';
import {
  closeFollowers,
  joinLead,
  leaveLead,
  releaseFollowers,
  takeBackFromFollowers,
  tellClosedFollowers,
  tellFollowers,
} from '../linking/follow.sql.ts';
import { passedSteps } from '../linking/passedOn.ts';
import { amendKeys, joinKeys } from '../linking/sameKeys.sql.ts';
import { followParent } from '../procedures/followParent.sql.ts';
import { handNotices } from '../reassigning/runHandover.sql.ts';
import { writeDuty } from '../routing/amendDuty.sql.ts';
import { keepFiled, putBack } from '../scans/keepFiled.sql.ts';
import { endDoubts, keepStrokes, refuseTwiceOrDoubted, voidSignatures } from '../signing/keepSignature.sql.ts';
import { followMediators } from '../sittings/followMediators.sql.ts';
import { lapseSittings } from '../sittings/lapseSittings.sql.ts';
import type { SittingEngine } from '../sittings/sittingEngine.ts';
import { endNotices } from '../supervision/openNotices.sql.ts';
import type { ServerEngine } from './engine.ts';

type On = Reaction<ServerEngine>;

/** Closing a dispute lifts the notices about it. */
const liftNotices: On = (tx, dispute, _decision, { now }, engine) =>
  endNotices(engine, tx, dispute, 'all', '已办结，督办解除。', now);

/** What the house asked for by itself is done: the return visit was made, the contest was answered. */
const liftAnswered: On = (tx, dispute, _decision, { now }, engine) =>
  endNotices(engine, tx, dispute, 'stopped', '所督办的事已经做完，督办解除。', now);

/** Who may no longer know of the dispute may no longer know of what hangs on it, and the other way round. */
const takeAlong: On = (tx, dispute, _decision, context, engine) => followParent(engine, tx, dispute, {}, context);

/** Units that ended are followed by those that took over, in what hangs on the dispute too. */
const reorganizeAlong: On = (tx, dispute, { data }, context, engine) =>
  followParent(engine, tx, dispute, { units: (data?.units ?? {}) as Record<string, string> }, context);

/** Who mediates holds the sittings. The engine at hand has the book of the network, which its type does not say. */
const holdSittings: On = (tx, dispute, _decision, context, engine) =>
  followMediators(engine as unknown as SittingEngine, tx, dispute, context);

/** Mediation is over: what was called for it takes no room any more. */
const endSittings: On = (tx, dispute, _decision, context, engine) =>
  lapseSittings(engine as unknown as SittingEngine, tx, dispute, context);

/** A ruling may write the duty list. */
const amendDuty: On = async (tx, dispute, { duty }, context) => {
  if (duty) await writeDuty(tx, dispute, duty, context);
};

/** Found by the new words as soon as they stand there. */
const findAmended: On = (tx, dispute, decision, { network }) => refreshTerms(tx, dispute, network, decision);

const ofOneStep: Readonly<Record<string, readonly On[]>> = {
  amend: [findAmended, amendKeys],
  addClaimants: [sealClaimants, sealAccount, joinKeys],
  changeClaim: [sealAccount],
  lockAgreement: [numberLocked],
  lockGroup: [numberGroup],
  draftAgreement: [voidSignatures],
  draftGroup: [voidSignatures],
  signAgreement: [refuseTwiceOrDoubted, keepStrokes],
  signOnPaper: [refuseTwiceOrDoubted],
  voidSignature: [voidSignatures],
  answerObjection: [endDoubts],
  fileScans: [keepFiled],
  unfileScan: [putBack],
  fail: [endSittings],
  terminate: [endSittings],
  verifyClosure: [liftNotices, closeFollowers, endSittings],
  closeLinked: [liftNotices],
  merge: [joinLead],
  split: [leaveLead],
  withdraw: [releaseFollowers, endSittings],
  decline: [releaseFollowers],
  archive: [keepRetention],
  recordReturnVisit: [liftAnswered],
  keepClosed: [liftAnswered],
  reopen: [liftAnswered, tellClosedFollowers],
  restrict: [takeAlong],
  reassign: [handNotices, takeAlong],
  undoReassign: [takeAlong],
  reorganize: [reorganizeAlong],
  appointMediator: [holdSittings],
  releaseMediator: [holdSittings],
  rule: [amendDuty],
  takeBack: [takeBackFromFollowers],
};

/** Somebody else has it in hand: who may know of what hangs on it changes too. */
const handOn: On = async (tx, dispute, decision, context, engine) => {
  const { handler_post_id: handler, lead_unit_id: lead } = decision.matter ?? {};
  if (handler !== undefined || lead !== undefined) await takeAlong(tx, dispute, decision, context, engine);
};

const progress: On = async (tx, dispute) => tellDoors(tx, dispute);

/** Steps that take along by themselves what hangs on the dispute. */
const takesAlong: ReadonlySet<string> = new Set(['restrict', 'reassign', 'undoReassign', 'reorganize']);
const ofEachStep = (name: StepName): On[] => [
  ...(stepOf(name).to === null ? [] : [progress]),
  ...(takesAlong.has(name) ? [] : [handOn]),
];

/** Event type → what else happens, in the same transaction. What is done on a leading dispute reaches those who follow it. */
export const reactions: Readonly<Record<string, readonly On[]>> = {
  takeBack: ofOneStep.takeBack ?? [],
  ...Object.fromEntries(
    stepNames.map((name) => {
      const own = [...(ofOneStep[name] ?? []), ...ofEachStep(name)];
      return [name, passedSteps.includes(name) ? [...own, tellFollowers] : own];
    }),
  ),
};
