import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import type { Queries, Tx } from '../platform/db.ts';

const acts = ['revealed', 'slipPrinted', 'sheetPrinted', 'fileRead', 'dossierBound', 'dossierFetched'] as const;
export const looking = acts.map((act) => `dispute.${act}`);

/** How many looks there were: $2 the code, $3 the acts. */
export const looksText = 'select count(*)::int from trail where subject = $2 and act = any($3::text[])';

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
  act: (typeof acts)[number],
  actor: Actor,
  code: string,
  detail: Record<string, unknown>,
  at: Date,
): void {
  recordTrail(tx, { at, act: `dispute.${act}`, actor, subject: code, detail });
}
