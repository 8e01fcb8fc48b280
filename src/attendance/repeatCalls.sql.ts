import { recordAsSystem } from '../matters/record.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, reading, record, type Tx } from '../platform/db.ts';
import { dayOf } from '../platform/now.ts';
import { recordPageNotices } from './attendance.sql.ts';
import { type AttendanceEngine, calledShort, rulesOf } from './attendanceEngine.ts';
import { contactsIn, nextContact } from './callOut.ts';
import { CALLS_PAGE, listContacts } from './callOuts.sql.ts';
import { MINUTE_MS } from './minutes.ts';

async function listSilent(engine: AttendanceEngine, actor: Actor, countyCode: string): Promise<string[]> {
  const { callRepeatMinutes, callRounds } = rulesOf(engine, countyCode);
  const now = engine.now();
  const rows = await reading(engine.db, actor, (queries) =>
    queries
      .selectFrom('call_out')
      .select('id')
      .where('county_code', '=', countyCode)
      .where('state', '=', 'called')
      .where('last_called_at', '<=', new Date(now.getTime() - callRepeatMinutes * MINUTE_MS))
      .where('day', '=', dayOf(now))
      .where('round', '<=', callRounds)
      .execute(),
  );
  return rows.map(({ id }) => id);
}

async function callNext(engine: AttendanceEngine, tx: Tx, countyCode: string, id: string): Promise<void> {
  const row = await tx
    .selectFrom('call_out')
    .selectAll()
    .where('county_code', '=', countyCode)
    .where('id', '=', id)
    .where('state', '=', 'called')
    .forUpdate()
    .executeTakeFirst();
  if (!row) return;
  const { network, directory } = engine.reference();
  const { callRounds } = rulesOf(engine, countyCode);
  const place = { countyCode, centerId: row.center_id };
  const contacts = contactsIn(await listContacts(tx, place, row.unit_id), directory.postsOf(row.unit_id));
  const next = row.round < callRounds ? nextContact(contacts, row.round + 1) : null;
  const now = engine.now();
  const set = { round: row.round + 1, last_called_at: now };
  const update = tx.updateTable('call_out').where('county_code', '=', countyCode).where('id', '=', id);
  recordAsSystem(tx);
  record(
    tx,
    update.set(next ? { ...set, called_post_ids: [...row.called_post_ids, next] } : { round: callRounds + 1 }),
  );
  const center = network.unit(row.center_id)?.short ?? '';
  const unit = calledShort(row.unit_id, network);
  const notices = next
    ? [{ owner: `p:${next}`, text: `${center}叫您到${row.place}：${row.reason}`, page: CALLS_PAGE }]
    : ['receptionist', 'dispatcher'].map((role) => ({
        owner: `c:${row.center_id}#${role}`,
        text: `叫了 ${row.called_post_ids.length} 位，${unit}没人应。换一家，或者打电话。`,
        page: CALLS_PAGE,
      }));
  recordPageNotices(tx, countyCode, notices, now);
}

/** A call that nobody answered goes to the next named person, and after the last one back to the desk. */
export async function repeatCalls(engine: AttendanceEngine, actor: Actor, countyCode: string): Promise<number> {
  const silent = await listSilent(engine, actor, countyCode);
  for (const id of silent) await command(engine.db, actor, (tx) => callNext(engine, tx, countyCode, id));
  return silent.length;
}
