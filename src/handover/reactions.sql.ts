import { sql } from 'kysely';
import type { Dispute } from '../disputes/dispute.ts';
import type { Decision } from '../matters/decision.ts';
import { readAsSystem, recordAsSystem } from '../matters/record.sql.ts';
import { houseOf } from '../platform/actor.ts';
import { record, recordText, type Tx } from '../platform/db.ts';
import { dayOf } from '../platform/now.ts';
import type { Reaction as ReactionOf } from '../procedures/engine.ts';
import { lockBeside } from '../procedures/lock.sql.ts';
import { contextFor, takeLocked } from '../procedures/takeStep.sql.ts';
import type { HearDoorInput } from '../promises/hearDoor.ts';
import type { Door, DoorHandling } from './door.ts';
import type { DoorEngine } from './doorEngine.ts';
import type { DoorSpec } from './doorKind.ts';
import { wayOf } from './doorLife.ts';

export type DoorReaction = ReactionOf<Door, DoorHandling, DoorEngine>;

/** Lines of the form; those that are protected are sealed before they are kept. */
const keepAnswers: DoorReaction = async (tx, { countyCode, id }, { answers = [] }, { now, newId }, { crypto }) => {
  for (const { field, value, protect } of answers) {
    if (value === null) {
      const text = 'delete from door_answer where county_code = $1 and matter_id = $2 and field = $3';
      recordText(tx, text, [countyCode, id, field]);
      continue;
    }
    const kept = { value: protect ? crypto.seal(countyCode, value) : value, sealed: protect, at: now };
    const row = { county_code: countyCode, id: newId(), matter_id: id, field, ...kept };
    record(
      tx,
      tx
        .insertInto('door_answer')
        .values(row)
        .onConflict((same) => same.columns(['county_code', 'matter_id', 'field']).doUpdateSet(kept)),
    );
  }
};

/**
 * What of the dispute goes along lies in the door from then on, as it was: only what everybody there reads, or what these
 * applicants brought themselves. A note of one side never goes along with the other.
 */
const copyFiles: DoorReaction = async (tx, door, { data = {} }, { now }) => {
  const { countyCode, id, about, applicantIds } = door;
  const fileIds = Array.isArray(data.fileIds) ? (data.fileIds as string[]) : [];
  if (fileIds.length === 0) return;
  await readAsSystem(tx);
  const visible = ['resident', 'shared', ...applicantIds.map((each) => `party:${each}`)];
  await sql`
    insert into matter_file (county_code, id, matter_id, event_id, sha256, name, mime, size, visibility, author_user_id, at)
    select f.county_code, gen_random_uuid(), ${id}::uuid,
      (select e.id from visible_matter_event e where e.county_code = ${countyCode} and e.matter_id = ${id} order by e.seq desc limit 1),
      f.sha256, f.name, f.mime, f.size, 'shared', f.author_user_id, ${now}
    from visible_matter_file f
    where f.county_code = ${countyCode} and f.matter_id = ${about.id} and f.id = any (${fileIds}::uuid[])
      and f.visibility = any (${visible}::text[])`.execute(tx);
};

const events = new Set(['fillDoor', 'callBody', 'remindLimit', 'followMatter', 'supplement']);

function heardOf(spec: DoorSpec, door: Door, { type, data = {} }: Decision, now: Date): HearDoorInput {
  const way = wayOf(spec, door);
  const { code: doorCode, status, result, applicantIds, servedOn, joint } = door;
  const ended = status === 'refused' || status === 'withdrawn';
  const title = result === null ? null : (way.results[result]?.title ?? null);
  return {
    ...{ doorCode, way: door.way, status, result, applicantIds: [...applicantIds] },
    on: typeof data.on === 'string' ? data.on : dayOf(now),
    apart: !joint && servedOn === null,
    ...{ title, ends: type === 'handIn' ? [...way.keeps] : [], again: ended ? [...way.keeps] : [] },
  };
}

/** The dispute hears of it, in its own history; of what is secret it hears nothing. */
const hear =
  (spec: DoorSpec): DoorReaction =>
  async (tx, door, decision, { now }, engine) => {
    if (events.has(decision.type) || wayOf(spec, door).secret) return;
    await readAsSystem(tx);
    const { dispute: bound } = engine.kinds;
    const before = await lockBeside<Dispute>(bound, tx, door.about.code);
    const context = { ...contextFor(engine, houseOf(door.countyCode), before), now };
    const input = heardOf(spec, door, decision, now);
    await takeLocked(engine, tx as Tx, bound, { step: 'hearDoor', before, input, context } as never);
  };

/** How far a dispute is, kept for bodies that see its doors and nothing else of it. */
export function tellDoors(tx: Tx, { countyCode, id, status }: Pick<Dispute, 'countyCode' | 'id' | 'status'>): void {
  const text = `update door set about_status = $3 where county_code = $1 and matter_id in (
    select m.id from matter m where m.county_code = $1 and m.about_id = $2)`;
  recordAsSystem(tx);
  recordText(tx, text, [countyCode, id, status]);
}

/** Event of a door → what else happens, in the same transaction. */
export function doorReactions(spec: DoorSpec): Record<string, DoorReaction[]> {
  const own: Record<string, DoorReaction[]> = { fillDoor: [keepAnswers], handIn: [copyFiles] };
  return Object.fromEntries(Object.keys(spec.procedure).map((step) => [step, [...(own[step] ?? []), hear(spec)]]));
}
