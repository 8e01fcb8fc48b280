import type { DisputeContext } from '../disputes/dispute.ts';
import type { Reaction } from '../disputes/engine.ts';
import { refreshTerms } from '../disputes/terms.sql.ts';
import {
  closeFollowers,
  joinLead,
  leaveLead,
  releaseFollowers,
  tellClosedFollowers,
  tellFollowers,
} from '../linking/follow.sql.ts';
import { passedSteps } from '../linking/passedOn.ts';
import { refuseWithFollowers } from '../linking/refuseWithFollowers.ts';
import { amendKeys } from '../linking/sameKeys.sql.ts';
import { reorganizeNotices } from '../reassigning/reorganizeNotices.sql.ts';
import { handNotices } from '../reassigning/runHandover.sql.ts';
import { writeDuty } from '../routing/amendDuty.sql.ts';
import {
  endNotices,
  refuseSecondReminder,
  refuseWhileSupervised,
  reseeNotices,
} from '../supervision/openNotices.sql.ts';

const houseOf = (countyCode: string, { actor, now, calendar, rules }: DisputeContext) => {
  const { supervisionReply: replyRule } = rules.clocks;
  if (!replyRule) throw new Error(`no rule for the reply to a notice in ${countyCode}`);
  return { actor, now, calendar, replyRule };
};

/** Closing a dispute lifts the notices about it. */
const liftNotices: Reaction = (tx, dispute, _decision, context) =>
  endNotices(tx, dispute, 'all', '已办结，督办解除。', houseOf(dispute.countyCode, context));

/** What the house asked for by itself is done: the return visit was made, the contest was answered. */
const liftAnswered: Reaction = (tx, dispute, _decision, context) =>
  endNotices(tx, dispute, 'stopped', '所督办的事已经做完，督办解除。', houseOf(dispute.countyCode, context));

/** The zero of 13710: nothing leaves the list while an answer is owed or a notice stands. */
const refuseSupervised: Reaction = (tx, dispute) => refuseWhileSupervised(tx, dispute);

/** Who may no longer know of the dispute may no longer know of what was asked about it, and the other way round. */
const restrictNotices: Reaction = (tx, dispute, _decision, { now }) => reseeNotices(tx, dispute, now);

/** Who is reminded is reminded once a day. */
const remindOnce: Reaction = (tx, dispute, _decision, { now }) => refuseSecondReminder(tx, dispute, now);

/** A ruling may write the duty list. */
const amendDuty: Reaction = async (tx, dispute, { duty }, context) => {
  if (duty) await writeDuty(tx, dispute, duty, context);
};

/** Found by the new words as soon as they stand there. */
const findAmended: Reaction = (tx, dispute, decision, { network }) => refreshTerms(tx, dispute, network, decision);

const ofOneStep: Readonly<Record<string, readonly Reaction[]>> = {
  amend: [findAmended, amendKeys],
  verifyClosure: [liftNotices, closeFollowers],
  closeLinked: [liftNotices],
  merge: [joinLead],
  split: [leaveLead],
  withdraw: [releaseFollowers],
  decline: [releaseFollowers],
  recordReturnVisit: [liftAnswered],
  keepClosed: [liftAnswered],
  reopen: [liftAnswered, tellClosedFollowers],
  strikeOff: [refuseSupervised],
  restrict: [refuseWithFollowers, restrictNotices],
  reassign: [handNotices, restrictNotices],
  undoReassign: [restrictNotices],
  reorganize: [reorganizeNotices],
  remind: [remindOnce],
  rule: [amendDuty],
};

/** Event type → what else happens, in the same transaction. What is done on a leading dispute reaches those who follow it. */
export const reactions: Readonly<Record<string, readonly Reaction[]>> = {
  ...Object.fromEntries(passedSteps.map((name) => [name, [tellFollowers]])),
  ...Object.fromEntries(
    Object.entries(ofOneStep).map(([name, own]) => [name, passedSteps.includes(name) ? [...own, tellFollowers] : own]),
  ),
};
