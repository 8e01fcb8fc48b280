import type { Insertable, Updateable } from 'kysely';
import { record, recordRows, type Tx } from '../platform/db.ts';
import type { MatterTable } from '../platform/schema.ts';
import { type EventFacts, eventRow, type MatterKey, recordEvent, recordEventRow } from './record.sql.ts';

// The one writer of `matter`; only a replay, which moves thousands at once, has a statement of its own (replays/writeMoves).

type NewRow = Omit<Insertable<MatterTable>, 'county_code' | 'id' | 'event_seq' | 'event_hash' | 'updated_at'>;

/** A matter begins: its row, its code by which it is found from then on, its first event. */
export function recordOpened(tx: Tx, row: NewRow, event: EventFacts): void {
  const { countyCode: county_code, id, at, seq } = event;
  const first = eventRow(event);
  const head = { event_seq: seq, event_hash: first.hash, updated_at: at };
  recordRows(tx, 'matter', [{ ...row, county_code, id, ...head }]);
  recordRows(tx, 'code_alias', [{ code: row.code, county_code, matter_id: id, created_at: at }]);
  recordEventRow(tx, first);
}

type Changed = Omit<Updateable<MatterTable>, 'event_seq' | 'event_hash' | 'updated_at'>;

/** Its event, and how it stands from there on; the row keeps the event's number and hash as the head of the chain. */
export function recordMoved(tx: Tx, event: EventFacts, set: Changed): void {
  const hash = recordEvent(tx, event);
  const head = { event_seq: event.seq, event_hash: hash, updated_at: event.at };
  recordHead(tx, event, { ...set, ...head });
}

export type MatterHead = MatterKey & { status: string; eventSeq: number; eventHash: string };
type Aside = Pick<EventFacts, 'eventId' | 'at' | 'actor' | 'type' | 'data'>;

/** An event that leaves the state as it is: the chain grows to this hash, the version that others decide upon stays. */
export function recordAside(tx: Tx, head: MatterHead, aside: Aside, statusBefore: string | null = head.status): string {
  const { countyCode, id, status } = head;
  const seq = head.eventSeq + 1;
  const before = { seq, previousHash: head.eventHash, statusBefore, statusAfter: status };
  const hash = recordEvent(tx, { ...aside, ...before, countyCode, id });
  recordHead(tx, head, { event_seq: seq, event_hash: hash });
  return hash;
}

function recordHead(tx: Tx, { countyCode, id }: MatterKey, set: Updateable<MatterTable>): void {
  record(tx, tx.updateTable('matter').set(set).where('county_code', '=', countyCode).where('id', '=', id));
}
