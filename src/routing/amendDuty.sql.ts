import type { Context } from '../matters/context.ts';
import type { DutyChange } from '../matters/decision.ts';
import type { MatterKey } from '../matters/record.sql.ts';
import { type Kept, keep } from '../network/keep.ts';
import { loadBook } from '../network/network.sql.ts';
import { lockNetwork, recordRows } from '../network/record.sql.ts';
import { rowsOf } from '../network/rows.ts';
import { dutyKey } from '../network/subjects/duty.ts';
import { subjects } from '../network/subjects.ts';
import { recordTrail } from '../people/trail.sql.ts';
import { record, type Tx } from '../platform/db.ts';
import { Refusal } from '../platform/refusal.ts';

/** What keeps an administrator from writing this line keeps a ruling from it, told beside the ruling's own field. */
function orRefuse(work: () => Kept): Kept {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { effectiveFrom, ...others } = error.fields ?? {};
    const sentence = effectiveFrom
      ? '职责清单在这一天或以后已经另有一版，不能插到它前面。先看职责清单，再选晚一些的日期，或者这次不改。'
      : `职责清单没有改成：${Object.values(others)[0] ?? error.message}。这次可以先不改。`;
    throw new Refusal('conflict', 'dutyConflict', sentence, { [effectiveFrom ? 'dutyFrom' : 'dutyScope']: sentence });
  }
}

/**
 * Writes the version of the duty list that goes with a ruling, in the ruling's transaction and under the lock that all
 * edits of the network take in turn. The version before ends the day before and stays.
 */
export async function writeDuty(
  tx: Tx,
  key: MatterKey,
  duty: DutyChange,
  { actor, now }: Pick<Context<unknown>, 'actor' | 'now'>,
): Promise<void> {
  await lockNetwork(tx);
  const book = await loadBook(tx);
  const before = book.duties.get(dutyKey(duty));
  const supportingUnitIds = (before?.supportingUnitIds ?? []).filter((id) => id !== duty.unitId);
  const form = { ...duty, supportingUnitIds, effectiveTo: null };
  const kept = orRefuse(() => keep(subjects.duties, form, book, actor));
  const rows = rowsOf('duties', kept.after, book);
  // What the list says already needs no new version: the ruling then names the one that stands.
  if (kept.differences.length > 0) {
    recordRows(tx, rows);
    const act = before === undefined ? 'network.added' : 'network.changed';
    const detail = { fields: kept.differences.map(({ field }) => field), by: 'ruling' };
    recordTrail(tx, { at: now, act, actor, subject: `duties/${kept.key}`, detail });
  }
  const written = rows.at(-1)?.row as { id: string } | undefined;
  const ruling = tx
    .updateTable('ruling')
    .set({ duty_entry_id: written?.id ?? null })
    .where('county_code', '=', key.countyCode);
  record(tx, ruling.where('matter_id', '=', key.id).where('at', '=', now));
}
