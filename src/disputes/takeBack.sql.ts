import { sql } from 'kysely';
import { listedDate } from '../deadlines/leading.ts';
import * as matters from '../matters/record.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, record, type Tx } from '../platform/db.ts';
import { refuse } from '../platform/refusal.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import { lockDispute } from './disputes.sql.ts';
import type { Engine } from './engine.ts';
import { stepOf } from './procedure.ts';
import { seenBy } from './seenBy.ts';
import { countyOfCode } from './standing.ts';
import { refusalToTakeBack, restored, type Taken } from './takeBack.ts';
import { findTaken } from './taken.sql.ts';
import { contextFor } from './takeStep.sql.ts';
import { todosOf } from './todos.ts';
import type { StepDone } from './views.ts';

type Key = { countyCode: string; id: string };

/** What was told about it stays inside: words to residents go, messages under way are stopped, and so they never hear of it. */
function recordUnsaid(tx: Tx, key: Key, taken: Taken, { now }: DisputeContext): void {
  const { eventId, at, step } = taken;
  const run = (statement: ReturnType<typeof sql>) => record(tx, { compile: () => statement.compile(tx) });
  run(sql`delete from note where county_code = ${key.countyCode} and matter_id = ${key.id} and event_id = ${eventId}
    and kind = 'told'`);
  run(sql`update outbox set done_at = ${now}, payload = '{}' where county_code = ${key.countyCode} and kind = 'tell'
    and done_at is null and created_at = ${at} and payload ->> 'matterId' = ${key.id}`);
  run(sql`update delivery set state = 'cancelled', why = 'takenBack', ended_at = ${now} where county_code = ${key.countyCode}
    and matter_id = ${key.id} and event_type = ${step} and created_at >= ${at} and state = 'due'`);
}

/** Who was told of the step in the house hears that it was a slip. */
async function tellColleagues(tx: Tx, key: Key, code: string, taken: Taken, { now, newId }: DisputeContext) {
  const { rows } = await sql<{ owner: string }>`select distinct owner from notice where county_code = ${key.countyCode}
    and matter_id = ${key.id} and at = ${taken.at}`.execute(tx);
  const text = `刚才的「${stepOf(taken.step).label}」点错了，已经撤回。`;
  const tell = rows.map(({ owner }) => ({ owner, text }));
  matters.recordNotices(tx, key, code, { type: 'takeBack', tell }, now, newId);
}

function recordRows(tx: Tx, { countyCode, id }: Key, { undo }: Taken, now: Date): void {
  const dispute = Object.entries(undo.dispute).map(([column, value]) => [
    column,
    value !== null && typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : value,
  ]);
  if (dispute.length > 0) {
    const update = tx.updateTable('dispute').set(Object.fromEntries(dispute));
    record(tx, update.where('county_code', '=', countyCode).where('matter_id', '=', id));
  }
  for (const clock of undo.clocks) {
    const update = tx.updateTable('matter_clock').set(clock.set as never);
    record(tx, update.where('county_code', '=', countyCode).where('id', '=', clock.id));
  }
  for (const started of undo.started) {
    const update = tx.updateTable('matter_clock').set({ stopped_at: now, stop_reason: 'takeBack' });
    record(tx, update.where('county_code', '=', countyCode).where('id', '=', started));
  }
  record(tx, tx.deleteFrom('taken_step').where('county_code', '=', countyCode).where('matter_id', '=', id));
}

/** State, debts, lists and one event, as after any step: the history keeps both, the click and its being taken back. */
function recordTakenBack(tx: Tx, current: Dispute, taken: Taken, reason: string, context: DisputeContext): Dispute {
  const { actor, now, newId, network } = context;
  const after = restored(current, taken, now);
  const listed = { viewers: seenBy(after, network), dueAt: listedDate(after.clocks) };
  const event = {
    ...{ countyCode: current.countyCode, id: current.id, eventId: newId(), at: now, actor, type: 'takeBack' },
    ...{ seq: current.eventSeq + 1, previousHash: current.eventHash },
    ...{ statusBefore: current.status, statusAfter: after.status, data: { step: taken.step, seq: taken.seq } },
  };
  const hash = matters.recordEvent(tx, event);
  const columns = {
    ...taken.undo.matter,
    ...{ status: after.status, version: after.version, event_seq: event.seq, event_hash: hash },
    ...{ due_at: listed.dueAt, seen_by: listed.viewers, updated_at: now },
  };
  const update = tx.updateTable('matter').set(columns as never);
  record(tx, update.where('county_code', '=', current.countyCode).where('id', '=', current.id));
  recordRows(tx, current, taken, now);
  const notes = [{ id: newId(), kind: 'takeBack', visibility: 'shared' as const, body: reason }];
  matters.recordNotes(tx, current, event, { type: 'takeBack', notes }, newId);
  matters.recordTodos(tx, current, todosOf(after, after.clocks), now, newId);
  matters.recordSeen(tx, current, current.seenBy, listed.viewers, {
    ...{ kind: 'dispute', status: after.status, dueAt: listed.dueAt, openedAt: current.openedAt },
  });
  return after;
}

/** Takes back one's own last press of today, as long as nothing about it has left the house and nobody went on from it. */
export async function takeBack(engine: Engine, actor: Actor, code: string, reason: string): Promise<StepDone> {
  const countyCode = countyOfCode(code);
  return command(engine.db, actor, async (tx) => {
    const current = await lockDispute(tx, countyCode, code);
    const taken = await findTaken(tx, current);
    const context = contextFor(engine, actor, current);
    const refused = refusalToTakeBack(taken, { ...actor, now: context.now, version: current.version });
    if (refused) throw refused;
    if (!taken) return refuse('conflict', 'nothingToTakeBack', '没有可以撤回的。');
    await matters.readAsSystem(tx);
    await tellColleagues(tx, current, code, taken, context);
    const after = recordTakenBack(tx, current, taken, reason.trim(), context);
    recordUnsaid(tx, current, taken, context);
    const sentence = `「${stepOf(taken.step).label}」撤回了，回到按之前的样子。`;
    return { code, status: after.status, version: after.version, sentence, undoUntil: null, takeBack: false };
  });
}
