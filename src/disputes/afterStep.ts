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
          },
        ]
      : [],
  );
  return [...known, ...asked];
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
    dispatchUndoUntil: kept(dispute.dispatch_undo_until as Date | null | undefined, before.dispatchUndoUntil),
    supportingUnits: supportAfter(before, inserts, changes, context.now),
    materials: materialsAfter(before, inserts, changes),
    returnVisited: name !== 'reopen' && (before.returnVisited || inserts.some((each) => each.into === 'return_visit')),
    rated: name !== 'reopen' && (before.rated || inserts.some((each) => each.into === 'rating')),
  };
}
