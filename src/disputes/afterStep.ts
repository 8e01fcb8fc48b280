import type { DisputeDecision } from '../intake/disputeDecision.ts';
import type { Change, Insert } from '../matters/decision.ts';
import { promisesAfter } from '../promises/promisesAfter.ts';
import { afterWait } from '../waits/afterWait.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import { mediatorsAfter } from './mediators.ts';
import { partiesAfter } from './parties.ts';
import { type Status, type StepName, stepOf } from './procedure.ts';
import { forceAfter } from './taskForce.ts';

const kept = <T>(changed: T | undefined, before: T): T => (changed === undefined ? before : changed);

function supportAfter(
  before: Dispute,
  inserts: readonly Insert[],
  changes: readonly Change[],
  now: Date,
): Dispute['supportingUnits'] {
  const changed = new Map(
    changes.flatMap((each) => (each.table === 'dispute_unit' ? [[each.id, each.set] as const] : [])),
  );
  const kept = before.supportingUnits
    .filter((unit) => changed.get(unit.unitId)?.removed_at === undefined)
    .map((unit) => (changed.get(unit.unitId)?.done_at ? { ...unit, doneAt: now } : unit));
  const added = inserts.flatMap((each) =>
    each.into === 'dispute_unit' ? [{ unitId: each.values.unit_id, task: each.values.task ?? '', doneAt: null }] : [],
  );
  return [...kept, ...added];
}

/** The row by which the last unit got it, as this step leaves it. */
function dispatchAfter(
  before: Dispute,
  inserts: readonly Insert[],
  changes: readonly Change[],
): Dispute['lastDispatch'] {
  const added = inserts.flatMap((each) => (each.into === 'unit_dispatch' ? [each.values] : []))[0];
  if (added) return { id: added.id, unitId: added.unit_id, sentBack: Boolean(added.sent_back_at), result: null };
  const last = before.lastDispatch;
  const set = changes.flatMap((each) => (each.table === 'unit_dispatch' && each.id === last?.id ? [each.set] : []))[0];
  if (!last || set?.withdrawn_at) return null;
  return { ...last, sentBack: last.sentBack || Boolean(set?.sent_back_at), result: set?.result ?? last.result };
}

/** Whom it follows after the step: a new link, an ended one, or as before. */
function followsAfter(before: Dispute, inserts: readonly Insert[], changes: readonly Change[]): Dispute['follows'] {
  const link = inserts.flatMap((each) => (each.into === 'dispute_link' ? [each.values] : []))[0];
  if (link)
    return {
      linkId: link.id,
      leadId: link.lead_id,
      since: link.since_status as Status,
      leadUnitId: link.lead_unit_id ?? null,
      leadHandlerPostId: link.lead_handler_post_id ?? null,
      leadCenterId: link.lead_center_id,
    };
  const own = changes.flatMap((each) =>
    each.table === 'dispute_link' && each.id === before.follows?.linkId ? [each.set] : [],
  )[0];
  if (!before.follows || !own) return before.follows;
  if (own.ended_at) return null;
  return {
    ...before.follows,
    leadUnitId: kept(own.lead_unit_id, before.follows.leadUnitId),
    leadHandlerPostId: kept(own.lead_handler_post_id, before.follows.leadHandlerPostId),
    leadCenterId: kept(own.lead_center_id, before.follows.leadCenterId),
  };
}

/** What hangs below the dispute, with what the step adds and changes. */
function rowsAfter(before: Dispute, inserts: readonly Insert[], changes: readonly Change[], now: Date) {
  const ruled = inserts.flatMap((each) => (each.into === 'ruling' ? [each.values.to_unit_id] : []))[0];
  return {
    follows: followsAfter(before, inserts, changes),
    lastDispatch: dispatchAfter(before, inserts, changes),
    ruledUnitId: ruled ?? before.ruledUnitId,
    supportingUnits: supportAfter(before, inserts, changes, now),
    mediators: mediatorsAfter(before, inserts, changes),
    taskForce: forceAfter(before, inserts, changes),
    parties: partiesAfter(before, inserts, changes),
    ...afterWait(before, { inserts, changes }),
    promises: promisesAfter(before, { inserts, changes }),
  };
}

function placeAfter(before: Dispute, { matter = {}, own = {} }: DisputeDecision) {
  return {
    regionCode: kept(matter.region_code, before.regionCode),
    townshipCode: kept(own.township_code, before.townshipCode),
    communityCode: kept(own.community_code, before.communityCode),
    gridCode: kept(own.grid_code, before.gridCode),
  };
}

/** The dispute as it will stand: from it follow who sees it, what is owed, and what a preview shows. */
export function afterStep(
  before: Dispute,
  decision: DisputeDecision,
  name: StepName,
  context: Pick<DisputeContext, 'now' | 'actor'>,
): Dispute {
  const { matter = {}, own = {}, inserts = [], changes = [] } = decision;
  const row = stepOf(name);
  return {
    ...before,
    status: (decision.to ?? (typeof row.to === 'string' ? row.to : before.status)) as Status,
    version: before.version + 1,
    title: kept(matter.title, before.title),
    categoryCode: kept(matter.category_code ?? undefined, before.categoryCode),
    leadUnitId: kept(matter.lead_unit_id, before.leadUnitId),
    handlerPostId: kept(matter.handler_post_id, before.handlerPostId),
    restricted: kept(matter.restricted, before.restricted),
    closedAt: kept(matter.closed_at as Date | null | undefined, before.closedAt),
    difficulty: kept(own.difficulty, before.difficulty),
    outcome: kept(own.outcome, before.outcome),
    contested: kept(own.contested, before.contested),
    remindedAt: kept(own.reminded_at as Date | undefined, before.remindedAt),
    reopened: kept(own.reopened, before.reopened),
    formerUnitIds: kept(own.former_unit_ids, before.formerUnitIds),
    namedPostIds: kept(matter.named_post_ids, before.namedPostIds),
    contactPostId: kept(own.contact_post_id, before.contactPostId),
    formerPostIds: kept(own.former_post_ids, before.formerPostIds),
    handingPostIds: kept(own.handing_post_ids, before.handingPostIds),
    receivingCenterId: kept(matter.receiving_center_id, before.receivingCenterId),
    ...placeAfter(before, decision),
    dispatchUndoUntil: kept(own.dispatch_undo_until as Date | null | undefined, before.dispatchUndoUntil),
    importUndone: before.importUndone || name === 'undoImport',
    ...rowsAfter(before, inserts, changes, context.now),
    submittedByPostId: name === 'submitClosure' ? context.actor.postId : before.submittedByPostId,
    returnVisited: name !== 'reopen' && (before.returnVisited || inserts.some((each) => each.into === 'return_visit')),
    rated: name !== 'reopen' && (before.rated || inserts.some((each) => each.into === 'rating')),
  };
}
