import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command } from '../platform/db.ts';
import { toIso } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import { unanswered } from './answers.ts';
import { filledFile } from './filledFile.sql.ts';
import type { FillRow } from './fills.sql.ts';
import { moved } from './forms.sql.ts';
import type { ReportDeps } from './reports.sql.ts';
import { digestOf } from './snapshots.sql.ts';

/** What is frozen when a form is handed in. */
export const handedFacts = (fill: FillRow, asOf: Date): unknown => ({
  ...{ form: fill.form_id, version: fill.version, from: fill.period_from, to: fill.period_to, asOf: toIso(asOf) },
  ...{ answers: fill.answers, manual: fill.manual },
});

/** Freezes a period: figures, what was written by hand, the filled file, who and when, and a digest of all of it. */
export async function handInFill(
  deps: ReportDeps,
  actor: Actor,
  id: string,
  asked: { revision: number; leaveEmpty: boolean },
): Promise<{ hash: string }> {
  const at = deps.now();
  const { fill, file } = await filledFile(deps, actor, id);
  if (fill.state === 'handedIn') refuse('conflict', 'handedIn', '这一期已经报出了。');
  const empty = unanswered(fill.answers, fill.manual).length;
  if (empty > 0 && !asked.leaveEmpty)
    refuse('conflict', 'stillEmpty', `还有 ${empty} 格没有人能答。写上，或者说明就空着报。`, {
      leaveEmpty: `还有 ${empty} 格空着。`,
    });
  const { sha256 } = await deps.files.put(file.bytes);
  const hash = digestOf(handedFacts(fill, fill.as_of));
  return command(deps.db, actor, async (tx) => {
    const set = {
      ...{ state: 'handedIn' as const, handed_at: at, handed_by: actor.userId, handed_by_post_id: actor.postId },
      ...{ hash, sha256, revision: asked.revision + 1 },
    };
    const own = tx.updateTable('report_fill').set(set).where('county_code', '=', actor.countyCode).where('id', '=', id);
    const row = await own
      .where('revision', '=', asked.revision)
      .where('state', '=', 'draft')
      .returning('id')
      .executeTakeFirst();
    if (row === undefined) return moved();
    recordTrail(tx, { at, act: 'reportFill.handedIn', actor, subject: id, detail: { form: fill.form_id, hash } });
    return { hash };
  });
}
