import type { Dispute } from '../disputes/dispute.ts';
import type { Json, Telling } from '../matters/decision.ts';
import { readAsSystem, recordNotes } from '../matters/record.sql.ts';
import { recordAside } from '../matters/state.sql.ts';
import type { Tx } from '../platform/db.ts';
import { lockBeside } from '../procedures/lock.sql.ts';
import type { Sitting, SittingContext } from './sitting.ts';
import type { SittingEngine } from './sittingEngine.ts';

type Aside = { type: string; data: { readonly [key: string]: Json } };
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
  aside: Aside,
  text: (sitting: Sitting) => string | null,
  recording: Recording,
): Promise<void> {
  await readAsSystem(tx);
  const { dispute: bound } = engine.kinds;
  for (const { id, code } of sitting.disputes) {
    const dispute = await lockBeside<Dispute>(bound, tx, code);
    const partyIds = sitting.invites.flatMap(({ disputeId, partyId }) =>
      disputeId === id && partyId ? [partyId] : [],
    );
    const words = text(sitting);
    const tell = words === null || partyIds.length === 0 ? [] : [{ owner: 'resident', text: words, partyIds }];
    tellDispute(tx, dispute, aside, tell, recording);
    engine.elsewhere?.({ kind: bound.kind, tell, matter: dispute, event: aside.type });
  }
}
