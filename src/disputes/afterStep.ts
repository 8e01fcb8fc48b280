import type { Change, Decision, Insert } from '../matters/decision.ts';
import type { Dispute, DisputeContext, MaterialRequest } from './dispute.ts';
import { type Status, type StepName, stepOf } from './procedure.ts';

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

function materialsAfter(before: Dispute, inserts: readonly Insert[], changes: readonly Change[]): MaterialRequest[] {
  const states = new Map(
    changes.flatMap((each) => (each.table === 'material_request' ? [[each.id, each.set.state] as const] : [])),
  );
  const known = before.materials.map((each) => ({
    ...each,
    state: (states.get(each.id) as MaterialRequest['state']) ?? each.state,
  }));
  const asked = inserts.flatMap((each): MaterialRequest[] =>
    each.into === 'material_request'
      ? [
          {
            id: each.values.id,
            what: each.values.what,
            state: 'proposed',
            limitAt: each.values.limit_at as Date,
            askedByPostId: each.values.asked_by_post_id ?? null,
            ground: each.values.ground ?? 'material',
            unitId: each.values.unit_id ?? null,
          },
        ]
      : [],
  );
  return [...known, ...asked];
}

function extensionsAfter(
  before: Dispute,
  inserts: readonly Insert[],
  changes: readonly Change[],
): Dispute['extensionRequests'] {
  const states = new Map(
    changes.flatMap((each) => (each.table === 'extension_request' ? [[each.id, each.set.state] as const] : [])),
  );
  const known = before.extensionRequests.map((each) => ({ ...each, state: states.get(each.id) ?? each.state }));
  const asked = inserts.flatMap((each) => {
    if (each.into !== 'extension_request') return [];
    const { id, clock_id, length, unit, reason, plan, late, state, asked_by_post_id } = each.values;
    const ids = { id, clockId: clock_id, askedByPostId: asked_by_post_id ?? null };
    return [{ ...ids, length, unit, reason, plan, late, state }];
  });
  return [...known, ...asked];
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
  const ended = changes.some((each) => each.table === 'dispute_link' && each.id === before.follows?.linkId);
  return ended ? null : before.follows;
}

/** What hangs below the dispute, with what the step adds and changes. */
function rowsAfter(before: Dispute, inserts: readonly Insert[], changes: readonly Change[], now: Date) {
  const ruled = inserts.flatMap((each) => (each.into === 'ruling' ? [each.values.to_unit_id] : []))[0];
  return {
    follows: followsAfter(before, inserts, changes),
    lastDispatch: dispatchAfter(before, inserts, changes),
    ruledUnitId: ruled ?? before.ruledUnitId,
    supportingUnits: supportAfter(before, inserts, changes, now),
    materials: materialsAfter(before, inserts, changes),
    extensionRequests: extensionsAfter(before, inserts, changes),
  };
}

const kept = <T>(changed: T | undefined, before: T): T => (changed === undefined ? before : changed);

/** The dispute as it will stand: from it follow who sees it, what is owed, and what a preview shows. */
export function afterStep(
  before: Dispute,
  decision: Decision,
  name: StepName,
  context: Pick<DisputeContext, 'now'>,
): Dispute {
  const { matter = {}, dispute = {}, inserts = [], changes = [] } = decision;
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
    difficulty: kept(dispute.difficulty, before.difficulty),
    outcome: kept(dispute.outcome, before.outcome),
    contested: kept(dispute.contested, before.contested),
    reopened: kept(dispute.reopened, before.reopened),
    formerUnitIds: kept(dispute.former_unit_ids, before.formerUnitIds),
    namedPostIds: kept(dispute.named_post_ids, before.namedPostIds),
    contactPostId: kept(dispute.contact_post_id, before.contactPostId),
    formerPostIds: kept(dispute.former_post_ids, before.formerPostIds),
    handingPostIds: kept(dispute.handing_post_ids, before.handingPostIds),
    regionCode: kept(matter.region_code, before.regionCode),
    receivingCenterId: kept(matter.receiving_center_id, before.receivingCenterId),
    townshipCode: kept(dispute.township_code, before.townshipCode),
    communityCode: kept(dispute.community_code, before.communityCode),
    gridCode: kept(dispute.grid_code, before.gridCode),
    dispatchUndoUntil: kept(dispute.dispatch_undo_until as Date | null | undefined, before.dispatchUndoUntil),
    ...rowsAfter(before, inserts, changes, context.now),
    returnVisited: name !== 'reopen' && (before.returnVisited || inserts.some((each) => each.into === 'return_visit')),
    rated: name !== 'reopen' && (before.rated || inserts.some((each) => each.into === 'rating')),
  };
}
