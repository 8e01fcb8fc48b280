import { sql } from 'kysely';
import type { Decision } from '../matters/decision.ts';
import * as matters from '../matters/record.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, record, type Tx } from '../platform/db.ts';
import { refuse } from '../platform/refusal.ts';
import { followsFrom, type Outcome } from './decideStep.ts';
import type { Bound, Engine } from './engine.ts';
import type { Head, StepContext } from './head.ts';
import { lockMatter } from './lock.sql.ts';
import { recordState } from './state.sql.ts';
import { refusalToTakeBack, restored, type Taken } from './takeBack.ts';
import { findTaken } from './taken.sql.ts';
import { contextFor } from './takeStep.sql.ts';
import type { StepDone } from './views.ts';

type Key = Pick<Head, 'countyCode' | 'id'>;
const run = (tx: Tx, statement: ReturnType<typeof sql>) => record(tx, { compile: () => statement.compile(tx) });

type Part = { event: string; text: string };

/** Of a text that has not gone out, what was said before this goes on waiting for itself. */
async function partsBefore(tx: Tx, key: Key, { type, at }: Pick<Said, 'type' | 'at'>): Promise<Part[]> {
  const { rows } = await sql<{ parts: Part[] }>`select parts from visible_delivery where county_code = ${key.countyCode}
    and matter_id = ${key.id} and event_type = ${type} and created_at >= ${at} and state = 'due' limit 1`.execute(tx);
  return rows[0]?.parts.slice(0, -1) ?? [];
}
type Said = { eventId: string; type: string; at: Date };

/**
 * What residents were told by an event stays inside: the words go, messages under way are stopped, and so they never hear of
 * it. Also of an event on a matter that follows this one.
 */
export async function recordUnsaid(tx: Tx, key: Key, told: Said, { now, newId }: Clock): Promise<void> {
  const { eventId, type, at } = told;
  const of = { county_code: key.countyCode, kind: 'tell', created_at: at, not_before: now };
  const again = (await partsBefore(tx, key, told)).map(({ event, text }) => ({
    ...{ id: newId(), ...of, payload: JSON.stringify({ matterId: key.id, eventType: event, text }) },
  }));
  run(
    tx,
    sql`delete from note where county_code = ${key.countyCode} and matter_id = ${key.id} and event_id = ${eventId}
    and kind = 'told'`,
  );
  run(
    tx,
    sql`update outbox set done_at = ${now}, payload = '{}' where county_code = ${key.countyCode} and kind = 'tell'
    and done_at is null and created_at = ${at} and payload ->> 'matterId' = ${key.id}`,
  );
  run(
    tx,
    sql`update delivery set state = 'cancelled', why = 'takenBack', ended_at = ${now} where county_code = ${key.countyCode}
    and matter_id = ${key.id} and event_type = ${type} and created_at >= ${at} and state = 'due'`,
  );
  if (again.length > 0) record(tx, tx.insertInto('outbox').values(again));
}
type Clock = Pick<StepContext<Head>, 'now' | 'newId'>;

/** Who was told of the step in the house hears that it was a slip. */
async function colleaguesTold(tx: Tx, key: Key, at: Date): Promise<string[]> {
  const { rows } = await sql<{ owner: string }>`select distinct owner from notice where county_code = ${key.countyCode}
    and matter_id = ${key.id} and at = ${at}`.execute(tx);
  return rows.map(({ owner }) => owner);
}

/** Clocks as they were; what began with the step ends with it. The step can be taken back once. */
function recordRows(tx: Tx, { countyCode, id }: Key, { undo }: Taken, now: Date): void {
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

const asColumn = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : value;

/** The way back as one more state of the matter, so that it is recorded as any step is: the history keeps both. */
function wayBack<T extends Head, R, S extends string>(
  bound: Bound<T, R, S>,
  current: T,
  taken: Taken,
  words: Pick<Decision, 'notes' | 'tell'>,
  context: StepContext<T, R>,
): Outcome<T> {
  const after = restored(current, taken, context.now);
  const own = Object.fromEntries(Object.entries(taken.undo.own).map(([column, value]) => [column, asColumn(value)]));
  const decision: Decision = {
    type: 'takeBack',
    data: { step: taken.step, seq: taken.seq, eventId: taken.eventId },
    matter: taken.undo.matter,
    own,
    ...words,
  };
  return { step: 'takeBack', before: current, decision, after, changes: [], ...followsFrom(bound, after, context) };
}

/** Takes back one's own last press of today, as long as nothing about it has left the house and nobody went on from it. */
export async function takeBack<T extends Head, R, S extends string>(
  engine: Engine<R>,
  bound: Bound<T, R, S>,
  actor: Actor,
  code: string,
  reason: string,
): Promise<StepDone> {
  return command(engine.db, actor, async (tx) => {
    const current = await lockMatter(bound, tx, code);
    const taken = await findTaken(tx, current);
    const context = contextFor(engine, actor, current);
    const { now, newId } = context;
    const refused = refusalToTakeBack(bound.kind, taken, { ...actor, now, version: current.version });
    if (refused) throw refused;
    if (!taken) return refuse('conflict', 'nothingToTakeBack', '没有可以撤回的。');
    await matters.readAsSystem(tx);
    const label = bound.kind.steps[taken.step as S].label;
    const told = await colleaguesTold(tx, current, taken.at);
    const notes = [{ id: newId(), kind: 'takeBack', visibility: 'shared' as const, body: reason.trim() }];
    const tell = told.map((owner) => ({ owner, text: `刚才的「${label}」点错了，已经撤回。` }));
    const outcome = wayBack(bound, current, taken, { notes, tell }, context);
    recordState(tx, bound, outcome, context);
    recordRows(tx, current, taken, now);
    await recordUnsaid(tx, current, { eventId: taken.eventId, type: taken.step, at: taken.at }, context);
    const { after, decision } = outcome;
    for (const react of bound.reactions.takeBack ?? []) await react(tx, after, decision, context, engine as Engine);
    const sentence = `「${label}」撤回了，回到按之前的样子。`;
    return { code, status: after.status, version: after.version, sentence, undo: '', undoUntil: null, takeBack: false };
  });
}
