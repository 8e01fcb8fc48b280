import type { Clock } from '../deadlines/clock.ts';
import type { ClockChange } from '../deadlines/clockChanges.ts';
import { recordClockChanges } from '../deadlines/clocks.sql.ts';
import { listedDate } from '../deadlines/leading.ts';
import type { Decision } from '../matters/decision.ts';
import * as matters from '../matters/record.sql.ts';
import { record, type Tx } from '../platform/db.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import { seenBy } from './seenBy.ts';
import { todosOf } from './todos.ts';

export type Outcome = { decision: Decision; after: Dispute; changes: readonly ClockChange[]; clocks: readonly Clock[] };

type Listed = { viewers: string[]; dueAt: Date | null };

function eventOf(name: string, before: Dispute, { decision, after }: Outcome, context: DisputeContext) {
  return {
    countyCode: before.countyCode,
    id: before.id,
    eventId: context.newId(),
    seq: before.eventSeq + 1,
    previousHash: before.eventHash,
    at: context.now,
    actor: context.actor,
    type: name,
    statusBefore: before.status,
    statusAfter: after.status,
    data: decision.data ?? {},
  };
}

function recordState(
  tx: Tx,
  { decision, after }: Outcome,
  { viewers, dueAt }: Listed,
  { seq, at }: matters.EventFacts,
  hash: string,
): void {
  const columns = {
    ...decision.matter,
    status: after.status,
    version: after.version,
    event_seq: seq,
    event_hash: hash,
    due_at: dueAt,
    seen_by: viewers,
    updated_at: at,
  };
  const matter = tx.updateTable('matter').set(columns);
  record(tx, matter.where('county_code', '=', after.countyCode).where('id', '=', after.id));
  if (!decision.dispute || Object.keys(decision.dispute).length === 0) return;
  const dispute = tx.updateTable('dispute').set(decision.dispute);
  record(tx, dispute.where('county_code', '=', after.countyCode).where('matter_id', '=', after.id));
}

/** What is recorded: state in tables and one event row, in one flight with the commit. Answers the event's id. */
export function recordStep(tx: Tx, name: string, before: Dispute, outcome: Outcome, context: DisputeContext): string {
  const { decision, after, changes, clocks } = outcome;
  const { now, network, newId } = context;
  // What follows another has no date of its own: the leading one has it.
  const dueAt = after.status === 'linked' ? null : listedDate(clocks);
  const listed = { viewers: seenBy(after, network), dueAt };
  const event = eventOf(name, before, outcome, context);
  matters.recordAsSystem(tx);
  recordState(tx, outcome, listed, event, matters.recordEvent(tx, event));
  matters.recordNotes(tx, before, event, decision, newId);
  matters.recordInserts(tx, before, decision.inserts ?? []);
  matters.recordChanges(tx, before, decision.changes ?? []);
  recordClockChanges(tx, before.countyCode, before.id, changes);
  matters.recordTodos(tx, before, todosOf(after, clocks), now, newId);
  matters.recordSeen(tx, before, before.seenBy, listed.viewers, {
    kind: 'dispute',
    status: after.status,
    dueAt: listed.dueAt,
    openedAt: before.openedAt,
  });
  matters.recordNotices(tx, before, before.code, decision, now, newId);
  return event.eventId;
}
