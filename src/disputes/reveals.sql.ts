import { type Static, Type } from 'typebox';
import { Id } from '../matters/fields.ts';
import * as matters from '../matters/record.sql.ts';
import { recordAside } from '../matters/state.sql.ts';
import type { Actor } from '../platform/actor.ts';
import type { Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refusal.ts';
import { selectParties } from './disputeRows.sql.ts';
import { lockDispute } from './disputes.sql.ts';
import { plainParty } from './disputeView.sql.ts';
import type { Engine } from './engine.ts';
import { recordLook } from './looks.sql.ts';
import { mayReveal, sightOf } from './sight.ts';

export const RevealInput = Type.Object(
  {
    partyId: Id,
    field: Type.Union([Type.Literal('idNumber'), Type.Literal('phone')], { title: '看什么' }),
    purpose: Type.String({ minLength: 2, maxLength: 200, title: '用途' }),
  },
  { additionalProperties: false },
);

/** Shows one masked value to one person for one stated purpose: logged in the trail and as an event of the matter. */
export async function revealField(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  code: string,
  input: Static<typeof RevealInput>,
): Promise<string> {
  const dispute = await lockDispute(tx, code);
  if (!mayReveal(sightOf(actor, dispute)))
    refuse('forbidden', 'mayNotReveal', '查看证件号和电话由受理中心、上级中心和承办单位来做。');
  const parties = await selectParties(dispute).execute(tx);
  const row = parties.rows.find((party) => party.id === input.partyId);
  const value = row && plainParty(row, dispute.countyCode, engine)[input.field];
  if (!value) return refuse('notFound', 'nothingToReveal', '这一项没有登记。');
  const now = engine.now();
  matters.recordAsSystem(tx);
  const data = { partyId: input.partyId, field: input.field };
  recordAside(tx, dispute, { eventId: newId(now), at: now, actor, type: 'reveal', data });
  recordLook(tx, 'revealed', actor, code, { ...data, purpose: input.purpose.trim() }, now);
  return value;
}
