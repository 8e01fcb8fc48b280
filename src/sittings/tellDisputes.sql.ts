import type { Dispute } from '../disputes/dispute.ts';
import type { Json, Telling } from '../matters/decision.ts';
import { readAsSystem, recordNotes } from '../matters/record.sql.ts';
import { recordAside } from '../matters/state.sql.ts';
import type { Tx } from '../platform/db.ts';
import { lockBeside } from '../procedures/lock.sql.ts';
import type { HeardDispute, Sitting, SittingContext } from './sitting.ts';
import type { SittingEngine } from './sittingEngine.ts';

type Aside = { type: string; data: { readonly [key: string]: Json } };
/** What the timeline of one dispute says, and what its parties are told; null: nothing. */
type Said = Aside & { text: string | null };
type Recording = Pick<SittingContext, 'actor' | 'now' | 'newId'>;

/** In the timeline of a dispute that is locked, and to its parties, by the way that they are told everything. */
export function tellDispute(
  tx: Tx,
  dispute: Dispute,
  { type, data }: Aside,
  tell: readonly Telling[],
  { actor, now, newId }: Recording,
): void {
  const aside = { eventId: newId(), at: now, actor, type, data };
  recordAside(tx, dispute, aside);
  const facts = { ...aside, countyCode: dispute.countyCode, id: dispute.id, seq: dispute.eventSeq + 1 };
  const event = {
    ...facts,
    previousHash: dispute.eventHash,
    statusBefore: dispute.status,
    statusAfter: dispute.status,
  };
  recordNotes(tx, dispute, event, { type, tell }, newId);
}

/** Of each dispute only those of its parties who were asked hear of it, and nothing of the others. */
export async function tellAll(
  engine: SittingEngine,
  tx: Tx,
  sitting: Sitting,
  said: (heard: HeardDispute) => Said,
  recording: Recording,
): Promise<void> {
  await readAsSystem(tx);
  const { dispute: bound } = engine.kinds;
  for (const heard of sitting.disputes) {
    const dispute = await lockBeside<Dispute>(bound, tx, heard.code);
    const { text, ...aside } = said(heard);
    const partyIds = sitting.invites.flatMap(({ disputeId, partyId }) =>
      disputeId === heard.id && partyId ? [partyId] : [],
    );
    const tell = text === null || partyIds.length === 0 ? [] : [{ owner: 'resident', text, partyIds }];
    tellDispute(tx, dispute, aside, tell, recording);
    engine.elsewhere?.({ kind: bound.kind, tell, matter: dispute, event: aside.type });
  }
}
