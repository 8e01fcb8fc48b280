import { sql } from 'kysely';
import { houseOf } from '../platform/actor.ts';
import { command, plainly, type Queries, record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { HOUR } from '../platform/now.ts';
import type { DeliveryEngine } from './deliveryEngine.ts';
import { type Said, saidTo } from './digest.ts';
import { listHolders } from './holders.sql.ts';
import { type About, type Planned, planFor } from './planFor.ts';

/** Everything about one matter that waits to go out. */
type Told = { ids: string[]; countyCode: string; matterId: string; since: Date; said: Said[] };
type Row = {
  id: string;
  countyCode: string;
  createdAt: Date;
  payload: { matterId: string; eventType: string; text: string; partyIds?: string[] };
};

const BATCH = 100;
/** A server that died over a row gives it back after this long. */
const AGAIN_MS = 5 * 60_000;

const heldSince = ({ now, reference }: DeliveryEngine, countyCode: string): Date =>
  new Date(now().getTime() - reference().rulesFor(countyCode).rules.delivery.holdMinutes * 60_000);

/** What was said first of a matter goes out when its minutes are over, and takes along what was said since. */
async function claimTells(engine: DeliveryEngine, countyCode: string): Promise<Told[]> {
  const now = engine.now();
  const of = sql`kind = 'tell' and done_at is null and county_code = ${countyCode}`;
  const { rows } = await plainly(engine.db, (queries) =>
    sql<Row>`update outbox set attempts = attempts + 1, not_before = ${new Date(now.getTime() + AGAIN_MS)}
      where id in (select id from outbox where ${of} and not_before <= ${now}
        and payload ->> 'matterId' in (select payload ->> 'matterId' from outbox
          where ${of} and created_at <= ${heldSince(engine, countyCode)})
        order by payload ->> 'matterId', created_at limit ${BATCH} for update skip locked)
      returning id, county_code as "countyCode", created_at as "createdAt", payload`.execute(queries),
  );
  const byMatter = Map.groupBy(
    rows.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1)),
    ({ payload }) => payload.matterId,
  );
  return [...byMatter].map(([matterId, of]) => ({
    ...{ ids: of.map(({ id }) => id), countyCode, matterId, since: of[0]?.createdAt ?? now },
    said: of.map(({ payload: { eventType: event, text, partyIds } }) => ({
      event,
      text,
      ...(partyIds && { partyIds }),
    })),
  }));
}

/** The words leave the rows with it: what is kept is the note of the matter, which can be erased. */
const recordDone = (tx: Tx, ids: readonly string[], at: Date): void => {
  record(
    tx,
    tx
      .updateTable('outbox')
      .set({ done_at: at, payload: '{}' })
      .where('id', 'in', [...ids]),
  );
};

async function findAbout(queries: Queries, countyCode: string, matterId: string): Promise<About | undefined> {
  const { rows } = await sql<About>`select county_code as "countyCode", id, code,
      receiving_center_id as "receivingCenterId", restricted from matter
    where county_code = ${countyCode} and id = ${matterId}`.execute(queries);
  return rows[0];
}

async function expand(engine: DeliveryEngine, { ids, countyCode, matterId, since, said }: Told): Promise<void> {
  const now = engine.now();
  const { staleHours } = engine.reference().rulesFor(countyCode).rules.delivery;
  const stale = now.getTime() - since.getTime() > staleHours * HOUR;
  await command(engine.db, houseOf(countyCode), async (tx) => {
    const about = await findAbout(tx, countyCode, matterId);
    const holders = about && !stale ? await listHolders(engine, tx, about) : [];
    for (const plan of about ? planFor(engine, about, holders, said, now) : [])
      record(tx, tx.insertInto('delivery').values(rowOf(about as About, plan, saidTo(said, plan.partyId), now)));
    recordDone(tx, ids, now);
  });
}

const rowOf = (
  { countyCode, id, receivingCenterId, restricted }: About,
  plan: Planned,
  said: readonly Said[],
  now: Date,
) => ({
  county_code: countyCode,
  id: newId(now),
  matter_id: id,
  party_id: plan.partyId,
  event_type: said.at(-1)?.event ?? '',
  channel: plan.channel,
  state: 'due' as const,
  why: plan.why,
  desk: restricted ? `c:${receivingCenterId}#centerLeader` : `c:${receivingCenterId}`,
  body: plan.text,
  parts: JSON.stringify(said),
  due_at: plan.at,
  created_at: now,
});

/** Turns what residents were told into deliveries to the people who hold a slip. Answers how many tellings it took. */
export async function expandTells(engine: DeliveryEngine): Promise<number> {
  let taken = 0;
  for (const countyCode of engine.reference().counties)
    for (const told of await claimTells(engine, countyCode)) {
      await expand(engine, told);
      taken += told.ids.length;
    }
  return taken;
}
