import type { Insertable, Updateable } from 'kysely';
import { type Queries, record, recordSignal, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import type { TicketTable } from '../platform/schema.ts';
import type { TicketRow } from './ticketRow.ts';

export type Place = { readonly countyCode: string; readonly centerId: string };
type Ticket = TicketRow;

const columns = [
  'id',
  'center_id',
  'day',
  'prefix',
  'number',
  'priority',
  'origin',
  'state',
  'issued_at',
  'waits_from',
  'due_at',
  'for_counter',
  'counter_number',
  'post_id',
  'called_at',
  'calls',
  'serving_at',
  'ended_at',
] as const;

/** What a machine of the hall holds, and everybody else of the center too: numbers, never people. */
export const hallKey = (centerId: string): string => `hall:${centerId}`;

export const hallScope = ({ countyCode, centerId }: Place) => ({
  counties: [countyCode],
  viewers: [hallKey(centerId)],
});

async function nextNumber(tx: Tx, { countyCode, centerId }: Place, day: string, prefix: string): Promise<number> {
  const row = await tx
    .insertInto('ticket_serial')
    .values({ county_code: countyCode, center_id: centerId, day, prefix, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['county_code', 'center_id', 'day', 'prefix'])
        .doUpdateSet((eb) => ({ last: eb('ticket_serial.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}

export type NewTicket = Pick<Insertable<TicketTable>, 'prefix' | 'priority' | 'origin'> & {
  readonly day: string;
  readonly dueAt: Date | null;
  /** Asked for twice with the same id, it is one number. */
  readonly id?: string | undefined;
};

/** The line has moved: whoever has it open hears so. */
const tellHall = (tx: Tx, { countyCode, centerId }: Place): void =>
  recordSignal(tx, { county: countyCode, kind: 'queue', id: '', keys: [`c:${centerId}`] });

/** The next number of its kind, in the transaction that gives it: a number that is taken is a number in somebody's hand. */
export async function issueTicket(tx: Tx, place: Place, wanted: NewTicket, now: Date): Promise<Ticket> {
  const { countyCode, centerId } = place;
  const { prefix, priority = null, origin, day, dueAt, id = newId(now) } = wanted;
  const before = wanted.id === undefined ? undefined : await findTicket(tx, place, id);
  if (before) return before;
  const number = await nextNumber(tx, place, day, prefix);
  const key = { county_code: countyCode, owner: `c:${centerId}`, hall: hallKey(centerId) };
  tellHall(tx, place);
  const values = { id, center_id: centerId, day, prefix, number, priority, origin, issued_at: now, waits_from: now };
  return tx
    .insertInto('ticket')
    .values({ ...key, ...values, state: 'waiting' as const, due_at: dueAt })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

const ofCenter = (queries: Queries, { countyCode, centerId }: Place) =>
  queries.selectFrom('ticket').select(columns).where('county_code', '=', countyCode).where('center_id', '=', centerId);

/** Every number of the day: some hundreds at most, so that one read answers the strip, the line and the screens. */
export function listTickets(queries: Queries, place: Place, day: string): Promise<Ticket[]> {
  return ofCenter(queries, place).where('day', '=', day).orderBy('issued_at').orderBy('number').execute();
}

export function findTicket(queries: Queries, place: Place, id: string): Promise<Ticket | undefined> {
  return ofCenter(queries, place).where('id', '=', id).executeTakeFirst();
}

export function lockTicket(tx: Tx, place: Place, id: string): Promise<Ticket | undefined> {
  return ofCenter(tx, place).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Whoever calls locks the line: the next caller sees who was called and takes another. */
export function lockWaiting(tx: Tx, place: Place, day: string): Promise<Ticket[]> {
  return ofCenter(tx, place)
    .where('day', '=', day)
    .where('state', '=', 'waiting')
    .orderBy('issued_at')
    .orderBy('number')
    .forUpdate()
    .execute();
}

export function findOpenAt(queries: Queries, place: Place, day: string, counter: number): Promise<Ticket | undefined> {
  return ofCenter(queries, place)
    .where('day', '=', day)
    .where('state', 'in', ['called', 'serving'])
    .where('counter_number', '=', counter)
    .executeTakeFirst();
}

/** Whether the last numbers called in the center went first, newest first. */
export async function listLastPriorities(queries: Queries, place: Place, day: string, limit: number) {
  const rows = await ofCenter(queries, place)
    .where('day', '=', day)
    .where('called_at', 'is not', null)
    .orderBy('called_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ priority }) => priority !== null);
}

export function recordTicket(tx: Tx, place: Place, id: string, set: Updateable<TicketTable>): void {
  record(tx, tx.updateTable('ticket').set(set).where('county_code', '=', place.countyCode).where('id', '=', id));
  tellHall(tx, place);
}

/** What was served ends with what it came to; a number that nobody called yet is called by being served. */
export function finishTicket(tx: Tx, place: Place, id: string, now: Date): void {
  const { countyCode, centerId } = place;
  tellHall(tx, place);
  const open = tx
    .updateTable('ticket')
    .set({ state: 'done', ended_at: now })
    .where('county_code', '=', countyCode)
    .where('center_id', '=', centerId);
  record(tx, open.where('id', '=', id).where('state', 'in', ['waiting', 'called', 'serving']));
}
