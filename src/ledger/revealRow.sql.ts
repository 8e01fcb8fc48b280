import { selectParties } from '../disputes/disputeRows.sql.ts';
import { lockDispute } from '../disputes/disputes.sql.ts';
import { plainParty } from '../disputes/disputeView.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import { recordLook } from '../disputes/looks.sql.ts';
import { mayReveal, sightOf } from '../disputes/sight.ts';
import * as matters from '../matters/record.sql.ts';
import { recordAside } from '../matters/state.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';

export type RevealFields = readonly ('phone' | 'idNumber')[];
type Contacts = { phone: string | null; idNumber: string | null };

/**
 * The plain values of one matter's first applicant for a file: each field is a reveal of its own, an event of the matter and
 * a row of the trail, as on the matter's page. Null where this post may not ask.
 */
export async function revealRow(
  engine: Engine,
  actor: Actor,
  row: { countyCode: string; code: string },
  fields: RevealFields,
  purpose: string,
): Promise<Contacts | null> {
  try {
    return await command(engine.db, actor, async (tx) => {
      const dispute = await lockDispute(tx, row.code);
      if (!mayReveal(sightOf(actor, dispute))) return null;
      const parties = await selectParties(dispute).execute(tx);
      const first = parties.rows.find(({ side }) => side === 'applicant');
      if (!first) return null;
      const plain = plainParty(first, dispute.countyCode, engine);
      const at = engine.now();
      matters.recordAsSystem(tx);
      let head = { ...dispute };
      for (const field of fields.filter((name) => plain[name] !== null)) {
        const data = { partyId: first.id, field, exported: true };
        const hash = recordAside(tx, head, { eventId: newId(at), at, actor, type: 'reveal', data });
        head = { ...head, eventSeq: head.eventSeq + 1, eventHash: hash };
        recordLook(tx, 'revealed', actor, row.code, { ...data, purpose }, at);
      }
      return { phone: plain.phone, idNumber: plain.idNumber };
    });
  } catch (error) {
    // It left the actor's sight since the list was made: then its row stays masked.
    if (error instanceof Refusal) return null;
    throw error;
  }
}
