import type { Dispute } from '../disputes/dispute.ts';
import type { DoorContext } from '../handover/door.ts';
import type { DoorEngine } from '../handover/doorEngine.ts';
import type { DoorSpec } from '../handover/doorKind.ts';
import { findCommandResult, recordCommandResult, targetOf } from '../matters/commandResults.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Db, type Queries, reading } from '../platform/db.ts';
import { dayOf, yearOf } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import { nextSerial } from '../platform/serials.sql.ts';
import { countyOfCode } from '../procedures/code.ts';
import { getMatter, lockMatter } from '../procedures/lock.sql.ts';
import { outlookOfOpening } from '../procedures/outlook.ts';
import { openMatter } from '../procedures/state.sql.ts';
import { contextFor } from '../procedures/takeStep.sql.ts';
import type { Outlook } from '../procedures/views.ts';
import { readDoorFacts } from './doorFacts.sql.ts';
import { openDoor } from './openDoor.ts';
import type { OpenDoorInput } from './openDoorInput.ts';

export type DoorOpened = { code: string; sentence: string };

/** Doors are numbered apart, each kind by its letters: QR + county + year + six digits. */
async function nextDoorCode(db: Db, { letters }: DoorSpec, countyCode: string, now: Date): Promise<string> {
  const year = yearOf(dayOf(now));
  const serial = await nextSerial(db, `${countyCode}${letters}`, year);
  return `${letters}${countyCode}${String(year % 100).padStart(2, '0')}${String(serial).padStart(6, '0')}`;
}

/** The kind that a way belongs to. */
export function specOf(engine: DoorEngine, way: string): DoorSpec {
  const found = engine.doors.find(({ ways }) => Object.hasOwn(ways, way));
  if (!found) throw new Refusal('invalid', 'unknownWay', '没有这条路。', { way: '选一条路。' });
  return found;
}

async function prepare(
  engine: DoorEngine,
  queries: Queries,
  actor: Actor,
  dispute: Dispute,
  { way: name }: OpenDoorInput,
) {
  const spec = specOf(engine, name);
  const bound = engine.kinds[spec.name];
  const way = spec.ways[name];
  if (!bound || !way) throw new Error(`no kind called ${spec.name}`);
  const { countyCode, receivingCenterId } = dispute;
  const settingsVersion = engine.reference().pinFor(countyCode, bound.kind);
  const context: DoorContext = contextFor(engine, actor, { countyCode, settingsVersion, receivingCenterId });
  if (context.rules.doors.off.includes(name))
    throw new Refusal('conflict', 'doorOff', '本区县不在平台里办这条路。路还在：到受理的机关直接去办。');
  return { bound, context, settingsVersion, way, facts: await readDoorFacts(engine, queries, dispute) };
}

/** A matter of its own about the dispute, by whoever has it in hand or by a party himself. */
export async function recordDoor(
  engine: DoorEngine,
  actor: Actor,
  code: string,
  { commandId, ...input }: OpenDoorInput & { commandId?: string },
): Promise<DoorOpened> {
  const countyCode = countyOfCode(code);
  const key = { countyCode, commandId, actor, target: targetOf(code, 'openDoor') };
  const doorCode = await nextDoorCode(engine.db, specOf(engine, input.way), countyCode, engine.now());
  return command(engine.db, actor, async (tx) => {
    const dispute = await lockMatter(engine.kinds.dispute, tx, code);
    const first = await findCommandResult<DoorOpened>(tx, key);
    if (first) return first;
    const { bound, context, ...given } = await prepare(engine, tx, actor, dispute, input);
    const opened = openDoor(bound, dispute, input, { code: doorCode, ...given }, context);
    openMatter(tx, bound, opened, context);
    const done = { code: doorCode, sentence: `「${given.way.label}」开好了，按缺的逐项备齐，再递交。` };
    recordCommandResult(tx, key, dispute.id, context.now, done);
    return done;
  });
}

/** The same decision without number and record. */
export function previewDoor(engine: DoorEngine, actor: Actor, code: string, input: OpenDoorInput): Promise<Outlook> {
  return reading(engine.db, actor, async (queries) => {
    const dispute = await getMatter(engine.kinds.dispute, queries, code);
    const { bound, context, ...given } = await prepare(engine, queries, actor, dispute, input);
    const opened = openDoor(bound, dispute, input, { code: '', ...given }, context);
    return outlookOfOpening(bound, opened, '不想走了可以撤回，写明理由；时间线里留着。', context);
  });
}
