import type { Dispute } from '../disputes/dispute.ts';
import type { Engine } from '../disputes/engine.ts';
import { recordLook } from '../disputes/looks.sql.ts';
import { recordOutput } from '../ledger/outputs.sql.ts';
import type { Output } from '../ledger/outputs.ts';
import type { Actor } from '../platform/actor.ts';
import type { Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { DAY } from '../platform/now.ts';

export type Kept = { id: string; rows: number; files: number };
type Made = Pick<Output, 'kind' | 'title' | 'files'> & { rows: number; dispute: Dispute };

/** The file lies in the store; from here on those who keep the dispute may fetch it, and it is known who made it. */
export function keepMade(engine: Engine, tx: Tx, actor: Actor, { kind, title, files, rows, dispute }: Made): Kept {
  const now = engine.now();
  const { keepDays } = engine.reference().rulesFor(dispute.countyCode).rules.ledger;
  const { postId, userId, role, unitId } = actor;
  const output: Output = {
    ...{ countyCode: dispute.countyCode, id: newId(now), kind, title, files, postId, userId, role, unitId },
    ...{ sentence: dispute.code, columns: [], rowCount: rows, asOf: now, createdAt: now, removedAt: null },
    // Not handed round by post: who keeps the dispute fetches it on its page.
    ...{ shared: false, unmasked: [], purpose: '', matters: { [dispute.countyCode]: [dispute.id] } },
    keepUntil: new Date(now.getTime() + keepDays * DAY),
  };
  recordOutput(tx, output, actor);
  recordLook(tx, 'dossierBound', actor, dispute.code, { kind, output: output.id }, now);
  return { id: output.id, rows, files: files.length };
}
