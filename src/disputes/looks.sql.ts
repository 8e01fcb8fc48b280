import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import type { Queries, Tx } from '../platform/db.ts';

const looking = ['dispute.revealed', 'dispute.slipPrinted', 'dispute.sheetPrinted', 'dispute.fileRead'];

export async function countLooks(queries: Queries, code: string): Promise<number> {
  const row = await queries
    .selectFrom('trail')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('subject', '=', code)
    .where('act', 'in', looking)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
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
