import { recordClockChanges } from '../deadlines/clocks.sql.ts';
import type { Decision } from '../matters/decision.ts';
import { recordFirstListed, recordListed } from '../matters/listed.sql.ts';
import * as matters from '../matters/record.sql.ts';
import { recordMoved, recordOpened } from '../matters/state.sql.ts';
import { record, type Tx } from '../platform/db.ts';
import { chainStart } from '../platform/eventChain.ts';
import type { Outcome } from './decideStep.ts';
import type { Bound } from './engine.ts';
import type { Head, StepContext } from './head.ts';
import { pageOf } from './kind.ts';
import type { Opened } from './opened.ts';

type Lists = Pick<Outcome, 'viewers' | 'dueAt' | 'todos'>;
type Recording = Pick<StepContext<Head>, 'actor' | 'now' | 'newId'>;

/** Words, rows below, debts, lists, who is told: the same whether a matter begins or moves. */
function recordRest(
  tx: Tx,
  { kind }: Pick<Bound, 'kind'>,
  thing: Head,
  lists: Lists,
  event: matters.EventFacts,
  decision: Decision,
  /** null: it begins. */
  seenBefore: readonly string[] | null,
  { now, newId }: Recording,
): void {
  matters.recordNotes(tx, thing, event, decision, newId);
  // What ends goes before what takes its place.
  matters.recordChanges(tx, thing, decision.changes ?? []);
  matters.recordInserts(tx, thing, decision.inserts ?? []);
  const recordTodos = seenBefore ? matters.recordTodos : matters.recordFirstTodos;
  recordTodos(tx, thing, lists.todos, now, newId);
  const { status, openedAt } = thing;
  const listing = { kind: kind.name, status, dueAt: lists.dueAt, openedAt };
  matters.recordSeen(tx, thing, seenBefore ?? [], lists.viewers, listing);
  const about = { code: thing.code, page: pageOf({ kind }, thing.code), restricted: thing.restricted };
  matters.recordNotices(tx, thing, about, decision, now, newId);
}

/** A matter begins: its row first, since its event refers to it and everything below refers to both. Answers the event's id. */
export function openMatter(tx: Tx, bound: Pick<Bound, 'kind' | 'store'>, opened: Opened, context: Recording): string {
  const { thing, decision, about } = opened;
  const { actor, now, newId } = context;
  const event = {
    ...{
      countyCode: thing.countyCode,
      id: thing.id,
      eventId: newId(),
      seq: 1,
      previousHash: chainStart,
      at: now,
      actor,
    },
    ...{ type: decision.type, statusBefore: null, statusAfter: thing.status, data: decision.data ?? {} },
  };
  matters.recordAsSystem(tx);
  const hangsOn = about ? { about_id: about.id, about_code: about.code } : {};
  const row = matterRow(bound.kind.name, opened);
  recordOpened(tx, { ...row, ...hangsOn }, event);
  recordRest(tx, bound, thing, opened, event, decision, null, context);
  const own = (decision.inserts ?? []).find(({ into }) => into === bound.store.table)?.values;
  const listed = { ...row, ...own, due_at: opened.dueAt ?? 'infinity', updated_at: now };
  if (bound.store.listed) recordFirstListed(tx, bound.store.listed, thing, listed);
  recordClockChanges(tx, thing.countyCode, thing.id, opened.changes, opened.quietUntil ?? null);
  return event.eventId;
}

const matterRow = (kind: string, { thing, viewers, dueAt }: Opened) => ({
  kind,
  code: thing.code,
  status: thing.status,
  title: thing.title,
  category_code: thing.categoryCode,
  region_code: thing.regionCode,
  receiving_center_id: thing.receivingCenterId,
  lead_unit_id: thing.leadUnitId,
  handler_post_id: thing.handlerPostId,
  named_post_ids: [...thing.namedPostIds],
  closed_at: thing.closedAt,
  due_at: dueAt,
  seen_by: [...viewers],
  restricted: thing.restricted,
  settings_version: thing.settingsVersion,
  opened_at: thing.openedAt,
});

/** A step is recorded: state in tables and one event row, in one flight with the commit. Answers the event's id. */
export function recordState(
  tx: Tx,
  bound: Pick<Bound, 'kind' | 'store'>,
  outcome: Outcome,
  context: Recording,
): string {
  const { before, after, decision, changes, viewers, dueAt } = outcome;
  const { actor, now, newId } = context;
  const event = {
    ...{ countyCode: before.countyCode, id: before.id, eventId: newId(), at: now, actor, type: decision.type },
    ...{ seq: before.eventSeq + 1, previousHash: before.eventHash },
    ...{ statusBefore: before.status, statusAfter: after.status, data: decision.data ?? {} },
  };
  matters.recordAsSystem(tx);
  const { status, version } = after;
  recordMoved(tx, event, { ...decision.matter, status, version, due_at: dueAt, seen_by: [...viewers] });
  recordOwn(tx, bound.store.table, after, decision.own ?? {});
  const listed = { ...decision.matter, ...decision.own, status, due_at: dueAt ?? 'infinity', updated_at: now };
  if (bound.store.listed) recordListed(tx, bound.store.listed, after, listed);
  recordRest(tx, bound, after, outcome, event, decision, before.seenBy, context);
  if (after.restricted !== before.restricted) matters.recordToldSecret(tx, before, after.restricted);
  recordClockChanges(tx, before.countyCode, before.id, changes);
  return event.eventId;
}

/** Columns of the kind's own table. */
export function recordOwn(tx: Tx, table: string, key: matters.MatterKey, set: Decision['own'] & object): void {
  if (Object.keys(set).length === 0) return;
  const update = tx.updateTable(table as 'dispute').set(set);
  record(tx, update.where('county_code', '=', key.countyCode).where('matter_id', '=', key.id));
}
