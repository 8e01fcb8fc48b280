import { Type } from 'typebox';
import { lockDispute } from '../disputes/disputes.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import { recordLook } from '../disputes/looks.sql.ts';
import { sightOf } from '../disputes/sight.ts';
import { Id } from '../matters/fields.ts';
import * as matters from '../matters/record.sql.ts';
import { recordAside } from '../matters/state.sql.ts';
import type { Actor } from '../platform/actor.ts';
import type { Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refusal.ts';

export const RevealAccountInput = Type.Object(
  { partyId: Id, purpose: Type.String({ minLength: 2, maxLength: 200, title: '用途' }) },
  { additionalProperties: false },
);

/** Where money goes is for whoever handles the matter only; looking is logged like any other look (disputes/reveals.sql.ts). */
export async function revealAccount(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  code: string,
  { partyId, purpose }: { partyId: string; purpose: string },
): Promise<string> {
  const dispute = await lockDispute(tx, code);
  if (sightOf(actor, dispute) !== 'full') refuse('forbidden', 'mayNotReveal', '账号由受理中心和承办单位查看。');
  const { countyCode, id } = dispute;
  const row = await tx
    .selectFrom('visible_claimant')
    .select('account_sealed')
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', id)
    .where('party_id', '=', partyId)
    .executeTakeFirst();
  if (!row?.account_sealed) return refuse('notFound', 'nothingToReveal', '没有登记账号。');
  const now = engine.now();
  matters.recordAsSystem(tx);
  const data = { partyId, field: 'account' };
  recordAside(tx, dispute, { eventId: newId(now), at: now, actor, type: 'reveal', data });
  recordLook(tx, 'revealed', actor, code, { ...data, purpose: purpose.trim() }, now);
  return engine.crypto.open(countyCode, row.account_sealed);
}
