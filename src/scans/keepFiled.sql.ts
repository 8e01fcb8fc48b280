import { sql } from 'kysely';
import type { Dispute } from '../disputes/dispute.ts';
import type { Engine, Reaction } from '../disputes/engine.ts';
import { type PaperKey, papers } from '../papers/catalogue.ts';
import { record, type Tx } from '../platform/db.ts';
import { forUpdate } from '../platform/forUpdate.ts';
import { refuse } from '../platform/refusal.ts';
import { listSubjects } from './placesOf.sql.ts';

type Kept = { id: string; form: PaperKey; subjectId: string | null };
type From = { scanId: string; pages: number[] } | null;

async function refuseUnknown(engine: Engine, tx: Tx, dispute: Dispute, kept: readonly Kept[]): Promise<void> {
  if (kept.every(({ subjectId }) => subjectId === null)) return;
  const known = await listSubjects(engine, tx, dispute);
  const stranger = kept.find(
    (each) => !known.some(({ form, subjectId }) => form === each.form && subjectId === each.subjectId),
  );
  if (stranger) refuse('invalid', 'noSuchPlace', `「${papers[stranger.form].name}」不是这件事里的，重新选。`);
}

/** Two people file the same page at once: one does, the other is told. Pages of other people’s scans are not found. */
async function lockPages(tx: Tx, { countyCode }: Dispute, { scanId, pages }: NonNullable<From>): Promise<void> {
  const { rows } = await sql`select page from scan_page where county_code = ${countyCode} and scan_id = ${scanId}
    and page = any (${pages}::int[]) and state = 'waiting' ${forUpdate(tx)}`.execute(tx);
  if (rows.length !== new Set(pages).size)
    refuse('conflict', 'pagesDone', '这些页里有的刚才已经归位了。刷新以后再看。');
}

/** What was cut from a scan no longer waits there. */
export const keepFiled: Reaction = async (tx, dispute, { data }, { now, actor }, engine) => {
  const kept = (data?.papers ?? []) as unknown as Kept[];
  const scans = (data?.scans ?? []) as unknown as From[];
  await refuseUnknown(engine, tx, dispute, kept);
  for (const [at, from] of scans.entries()) {
    const filed = kept[at];
    if (!from || !filed) continue;
    await lockPages(tx, dispute, from);
    record(
      tx,
      tx
        .updateTable('scan_page')
        .set({ state: 'filed', reason: '', filed_id: filed.id, done_at: now, done_by_post_id: actor.postId })
        .where('county_code', '=', dispute.countyCode)
        .where('scan_id', '=', from.scanId)
        .where('page', 'in', from.pages),
    );
  }
};

/** Back among what waits, for whoever put it in; its file is left to whoever took it out: it may be another matter's. */
export const putBack: Reaction = async (tx, { countyCode, id }, { data }, { now, actor }) => {
  const filedId = String(data?.filedId);
  const filed = await tx
    .selectFrom('visible_filed_paper')
    .select(['file_id', 'removed_at'])
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', id)
    .where('id', '=', filedId)
    .executeTakeFirst();
  if (!filed || filed.removed_at)
    return refuse('conflict', 'notFiled', '这份扫描件已经取出了，或者不在这件事里。刷新以后再看。');
  record(
    tx,
    tx
      .updateTable('scan_page')
      .set({ state: 'waiting', reason: '', filed_id: null, done_at: now, done_by_post_id: actor.postId })
      .where('county_code', '=', countyCode)
      .where('filed_id', '=', filedId),
  );
  record(
    tx,
    tx
      .updateTable('matter_file')
      .set({ visibility: `sealed:${actor.postId}` })
      .where('county_code', '=', countyCode)
      .where('matter_id', '=', id)
      .where('id', '=', filed.file_id),
  );
};
