import { record, type Tx } from '../platform/db.ts';
import { type EventFacts, type MatterKey, recordEvent } from './record.sql.ts';

export type MatterHead = MatterKey & { status: string; eventSeq: number; eventHash: string };
type Aside = Pick<EventFacts, 'eventId' | 'at' | 'actor' | 'type' | 'data'>;

/** An event that leaves the state as it is: the chain grows to this hash, the version that others decide upon stays. */
export function recordAside(tx: Tx, head: MatterHead, aside: Aside, statusBefore: string | null = head.status): string {
  const { countyCode, id, status } = head;
  const seq = head.eventSeq + 1;
  const before = { seq, previousHash: head.eventHash, statusBefore, statusAfter: status };
  const hash = recordEvent(tx, { ...aside, ...before, countyCode, id });
  const chain = tx.updateTable('matter').set({ event_seq: seq, event_hash: hash });
  record(tx, chain.where('county_code', '=', countyCode).where('id', '=', id));
  return hash;
}
