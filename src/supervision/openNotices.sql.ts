import { sql } from 'kysely';
import type { Clock } from '../deadlines/clock.ts';
import { readAsSystem, recordAsSystem, recordSeen, recordTodos } from '../matters/record.sql.ts';
import { record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { dayOf, startOfDay } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import { endNotice } from './endNotice.ts';
import { type Notice, nameOfNotice, noticeTodos } from './notice.ts';
import { listOpenNotices, lockNotice } from './noticeRows.sql.ts';
import { type NoticeMeans, recordNoticeStep } from './noticeSteps.sql.ts';
import { type AboutDispute, planNotice } from './supervise.ts';

type Key = { countyCode: string; id: string };
type WithClocks = Key & { clocks: readonly Clock[] };

/** Open notices about a dispute, locked, whether or not the actor may see them: the house looks. */
async function lockOpen(
  tx: Tx,
  { countyCode, id }: Key,
  wanted = (_: { clockId: string | null; origin: string }) => true,
) {
  await readAsSystem(tx);
  const open: Notice[] = [];
  for (const found of (await listOpenNotices(tx, countyCode, id)).filter(wanted)) {
    const notice = await lockNotice(tx, countyCode, found.code);
    if (notice) open.push(notice);
  }
  return open;
}

/**
 * The house ends open notices about a dispute: all of them when it is closed, else those of its own whose clock has
 * stopped, since what they asked for is done.
 */
export async function endNotices(
  tx: Tx,
  about: WithClocks,
  which: 'all' | 'stopped',
  why: string,
  means: NoticeMeans,
): Promise<void> {
  const running = new Set(about.clocks.filter((clock) => clock.stoppedAt === null).map(({ id }) => id));
  const ended = ({ clockId, origin }: { clockId: string | null; origin: string }) =>
    which === 'all' || (origin === 'ladder' && clockId !== null && !running.has(clockId));
  for (const notice of await lockOpen(tx, about, ended))
    recordNoticeStep(tx, notice, endNotice(notice, 'liftSupervision', why), means);
}

/** Striking off is refused by a sentence that names the notice and what it still waits for. */
export async function refuseWhileSupervised(tx: Tx, about: Key): Promise<void> {
  const [first] = await lockOpen(tx, about);
  if (!first) return;
  const waits = first.status === 'sent' ? '还没有回复' : '已经回复，还没有核销';
  refuse(
    'conflict',
    'supervised',
    `督办单 ${nameOfNotice(first)}（第${first.level}次督办）${waits}，先把督办办完，再销号。`,
  );
}

type Placed = Omit<AboutDispute, 'supportingUnitIds' | 'eventSeq' | 'eventHash' | 'status' | 'namedPostIds'> & {
  namedPostIds: readonly string[];
};

/** Who may know of a notice follows its dispute when that is restricted, or no longer is. */
export async function reseeNotices(tx: Tx, about: Placed, now: Date): Promise<void> {
  for (const before of await lockOpen(tx, about)) {
    const people = {
      restricted: about.restricted,
      leadUnitId: about.leadUnitId,
      handlerPostId: about.handlerPostId,
      namedPostIds: [...about.namedPostIds],
    };
    const notice = { ...before, ...people };
    const { seenBy } = planNotice(notice, {
      level: notice.level,
      unitIds: notice.units.map(({ unitId }) => unitId),
      issuerCenterId: notice.issuerCenterId,
      about: '',
      ears: [],
      issuedBy: null,
    });
    const { countyCode, id, status, openedAt } = notice;
    recordAsSystem(tx);
    const matter = tx.updateTable('matter').set({ seen_by: seenBy, restricted: about.restricted, updated_at: now });
    record(tx, matter.where('county_code', '=', countyCode).where('id', '=', id));
    const todos = noticeTodos(notice);
    recordTodos(tx, notice, todos, now, () => newId(now));
    const dueAt = todos[0]?.dueAt ?? null;
    recordSeen(tx, notice, before.seenBy, seenBy, { kind: 'supervision', status, dueAt, openedAt });
  }
}

/** Whether anybody reminded of the matter today; one reminder a day is heard, five are noise. */
export async function refuseSecondReminder(tx: Tx, { countyCode, id }: Key, now: Date): Promise<void> {
  const { rows } = await sql`select from visible_matter_event where county_code = ${countyCode} and matter_id = ${id}
    and type = 'remind' and at >= ${startOfDay(dayOf(now))} limit 1`.execute(tx);
  if (rows.length > 0) refuse('conflict', 'alreadyReminded', '今天已经催办过，一件事一天催一次。');
}
