import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { ask, type Queries, type Tx } from '../platform/db.ts';

const looking = ['dispute.revealed', 'dispute.slipPrinted', 'dispute.sheetPrinted', 'dispute.fileRead'];

export async function countLooks(queries: Queries, code: string): Promise<number> {
  const text = 'select count(*)::int as n from trail where subject = $1 and act = any($2::text[])';
  const [row] = await ask<{ n: number }>(queries, text, [code, looking]);
  return row?.n ?? 0;
}

/** Who read what of this dispute and why: reveals, prints, files. */
export async function listLooks(queries: Queries, code: string) {
  return queries
    .selectFrom('trail as t')
    .leftJoin('app_user as u', 'u.id', 't.user_id')
    .select(['t.at', 't.act', 't.detail', 'u.name'])
    .where('t.subject', '=', code)
    .where('t.act', 'in', looking)
    .orderBy('t.at', 'desc')
    .limit(200)
    .execute();
}

export function recordLook(
  tx: Tx,
  act: 'revealed' | 'slipPrinted' | 'sheetPrinted' | 'fileRead',
  actor: Actor,
  code: string,
  detail: Record<string, unknown>,
  at: Date,
): void {
  recordTrail(tx, { at, act: `dispute.${act}`, actor, subject: code, detail });
}
