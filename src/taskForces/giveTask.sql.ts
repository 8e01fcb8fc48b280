import { findCommandResult, recordCommandResult, targetOf } from '../matters/commandResults.sql.ts';
import { recordAside } from '../matters/state.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Db, reading } from '../platform/db.ts';
import { dayOf, formatDay, yearOf } from '../platform/now.ts';
import { nextSerial } from '../platform/serials.sql.ts';
import { countyOfCode } from '../procedures/code.ts';
import type { Head } from '../procedures/head.ts';
import { getMatter, lockMatter } from '../procedures/lock.sql.ts';
import { outlookOfOpening } from '../procedures/outlook.ts';
import { openMatter } from '../procedures/state.sql.ts';
import { contextFor } from '../procedures/takeStep.sql.ts';
import type { Outlook } from '../procedures/views.ts';
import { giveTask } from './giveTask.ts';
import type { GiveTaskInput } from './giveTaskInput.ts';
import type { TaskContext } from './task.ts';
import type { TaskEngine } from './taskEngine.ts';

export type TaskGiven = { code: string; sentence: string };

/** Tasks are numbered apart: RW + county + year + six digits. */
async function nextTaskCode(db: Db, countyCode: string, now: Date): Promise<string> {
  const year = yearOf(dayOf(now));
  const serial = await nextSerial(db, `${countyCode}RW`, year);
  return `RW${countyCode}${String(year % 100).padStart(2, '0')}${String(serial).padStart(6, '0')}`;
}

/** By the county's rules of today: they are pinned on the task as it begins. */
function givingContext(engine: TaskEngine, actor: Actor, { countyCode, receivingCenterId }: Head) {
  const settingsVersion = engine.reference().pinFor(countyCode, engine.kinds.task.kind);
  const context: TaskContext = contextFor(engine, actor, { countyCode, settingsVersion, receivingCenterId });
  return { context, settingsVersion };
}

/** A matter of its own about the dispute, whose timeline tells of it. */
export async function recordTask(
  engine: TaskEngine,
  actor: Actor,
  code: string,
  { commandId, ...input }: GiveTaskInput & { commandId?: string },
): Promise<TaskGiven> {
  const { task, dispute: disputes } = engine.kinds;
  const countyCode = countyOfCode(code);
  const key = { countyCode, commandId, actor, target: targetOf(code, 'giveTask') };
  const taskCode = await nextTaskCode(engine.db, countyCode, engine.now());
  return command(engine.db, actor, async (tx) => {
    const dispute = await lockMatter(disputes, tx, code);
    const first = await findCommandResult<TaskGiven>(tx, key);
    if (first) return first;
    const { context, settingsVersion } = givingContext(engine, actor, dispute);
    const opened = giveTask(task, dispute, input, { code: taskCode, settingsVersion }, context);
    openMatter(tx, task, opened, context);
    const { now, newId } = context;
    const data = { unitId: input.unitId, dueOn: input.dueOn, task: taskCode };
    recordAside(tx, dispute, { eventId: newId(), at: now, actor, type: 'giveTask', data });
    const unit = context.network.unit(input.unitId)?.short ?? '';
    const given = { code: taskCode, sentence: `任务派给了${unit}，${formatDay(input.dueOn)}前做好。` };
    recordCommandResult(tx, key, dispute.id, now, given);
    return given;
  });
}

/** The same decision without number and record. */
export function previewTask(engine: TaskEngine, actor: Actor, code: string, input: GiveTaskInput): Promise<Outlook> {
  const { task, dispute: disputes } = engine.kinds;
  return reading(engine.db, actor, async (queries) => {
    const dispute = await getMatter(disputes, queries, code);
    const { context, settingsVersion } = givingContext(engine, actor, dispute);
    const opened = giveTask(task, dispute, input, { code: '', settingsVersion }, context);
    return outlookOfOpening(task, opened, '派错了可以取消，写明理由；时间线里留着。', context);
  });
}
