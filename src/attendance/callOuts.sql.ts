import { sql } from 'kysely';
import { recordAsSystem } from '../matters/record.sql.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Queries, record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { dayOf } from '../platform/now.ts';
import { recordPageNotices } from './attendance.sql.ts';
import { type AttendanceEngine, calledShort, keysOf, type Place, placeOf, rulesOf } from './attendanceEngine.ts';
import { type CallInput, contactsIn, nextContact, refuseCalling } from './callOut.ts';

export const CALLS_PAGE = '/presence';

export async function listContacts(queries: Queries, { countyCode, centerId }: Place, unitId: string) {
  const rows = await queries
    .selectFrom('call_contact')
    .select('post_id')
    .where('county_code', '=', countyCode)
    .where('center_id', '=', centerId)
    .where('unit_id', '=', unitId)
    .orderBy('position')
    .execute();
  return rows.map(({ post_id }) => post_id);
}

/** In order, as the unit wants them called. */
export function recordContacts(tx: Tx, { countyCode, centerId }: Place, unitId: string, postIds: readonly string[]) {
  const old = tx.deleteFrom('call_contact').where('county_code', '=', countyCode).where('center_id', '=', centerId);
  record(tx, old.where('unit_id', '=', unitId));
  const key = { county_code: countyCode, center_id: centerId, unit_id: unitId };
  const rows = postIds.map((post_id, index) => ({ ...key, position: index + 1, post_id }));
  if (rows.length > 0) record(tx, tx.insertInto('call_contact').values(rows));
}

async function factsOf(tx: Tx, engine: AttendanceEngine, place: Place, input: CallInput) {
  const open = await tx
    .selectFrom('call_out')
    .select('id')
    .where('county_code', '=', place.countyCode)
    .where('center_id', '=', place.centerId)
    .where('unit_id', '=', input.unitId)
    .where('day', '=', dayOf(engine.now()))
    .where('state', 'in', ['called', 'coming'])
    .execute();
  const matter =
    input.code === undefined
      ? undefined
      : await tx
          .selectFrom('matter')
          .select('restricted')
          .where('county_code', '=', place.countyCode)
          .where('code', '=', input.code)
          .executeTakeFirst();
  const presence = engine.reference().book.presences.get(`${place.centerId}:${input.unitId}`);
  return {
    known: presence?.active === true,
    promised: presence?.callMinutes ?? null,
    open: open.length > 0,
    codeSeen: matter !== undefined,
    restricted: matter?.restricted === true,
  };
}

const unitKeys = (unitId: string): string[] => [`u:${unitId}`, `u:${unitId}#unitHead`, `h:${unitId}`];

export function calledNotice(
  engine: AttendanceEngine,
  centerId: string,
  postId: string,
  call: { place: string; reason: string },
) {
  const center = engine.reference().network.unit(centerId)?.short ?? '';
  return { owner: `p:${postId}`, text: `${center}叫您到${call.place}：${call.reason}`, page: CALLS_PAGE };
}

function calledSentence(engine: AttendanceEngine, unitId: string, first: string | null, promised: number): string {
  const { network, directory } = engine.reference();
  const name = calledShort(unitId, network);
  const who = first === null ? undefined : directory.post(first)?.name;
  if (who) return `叫了${name}的${who}，说好 ${promised} 分钟内到。没人应会接着叫下一位。`;
  const phone = network.unit(unitId)?.phone;
  return `${name}在系统里没有人，已记下，打电话叫${phone ? `：${phone}` : ''}。`;
}

/** The desk calls a unit: the first named person hears at once, and the promise that was made for it runs. */
export async function callUnit(engine: AttendanceEngine, actor: Actor, input: CallInput) {
  const place = placeOf(engine, actor, input.centerId);
  const { network, directory } = engine.reference();
  const now = engine.now();
  return command(engine.db, actor, async (tx) => {
    const facts = await factsOf(tx, engine, place, input);
    refuseCalling(actor, input, facts);
    const posts = directory.postsOf(input.unitId);
    const first = nextContact(contactsIn(await listContacts(tx, place, input.unitId), posts), 1);
    const id = newId(now);
    const promised = facts.promised ?? rulesOf(engine, place.countyCode).callMinutes;
    const seen = [...keysOf(place.centerId, network, ...posts.map(({ postId }) => postId)), ...unitKeys(input.unitId)];
    const values = {
      county_code: place.countyCode,
      id,
      center_id: place.centerId,
      unit_id: input.unitId,
      day: dayOf(now),
      state: 'called' as const,
      reason: input.reason.trim(),
      place: input.place.trim(),
      code: input.code ?? null,
      promised_minutes: promised,
      called_post_ids: first === null ? [] : [first],
      called_at: now,
      last_called_at: now,
      called_by_post_id: actor.postId,
      seen_by: [...new Set(seen)],
    };
    record(tx, tx.insertInto('call_out').values(values));
    recordTrail(tx, { at: now, act: 'callOut.called', actor, subject: id, detail: { unitId: input.unitId } });
    recordAsSystem(tx);
    if (first) recordPageNotices(tx, place.countyCode, [calledNotice(engine, place.centerId, first, values)], now);
    return { id, sentence: calledSentence(engine, input.unitId, first, promised) };
  });
}

/** Calls of some days that this post may know of, newest first. */
export async function listCalls(
  queries: Queries,
  { countyCode, centerId }: Place,
  span: { from: string; to: string },
  limit: number,
) {
  return (
    queries
      .selectFrom('call_out')
      .selectAll()
      // Of a matter only as long as the reader may know of it.
      .select(
        sql<
          string | null
        >`(select m.code from matter m where m.county_code = call_out.county_code and m.code = call_out.code)`.as(
          'code',
        ),
      )
      .where('county_code', '=', countyCode)
      .where('center_id', '=', centerId)
      .where('day', '>=', span.from)
      .where('day', '<=', span.to)
      .orderBy(sql`called_at desc`)
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
  );
}
