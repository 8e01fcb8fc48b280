import { sql } from 'kysely';
import type { Dispute } from '../disputes/dispute.ts';
import type { OutputFile } from '../ledger/outputs.ts';
import type { Directory } from '../people/directory.ts';
import type { Queries } from '../platform/db.ts';
import { refuse } from '../platform/refusal.ts';
import type { MadeFile } from './dossier.ts';

type Key = Pick<Dispute, 'countyCode' | 'id'>;

const outputsOf = (queries: Queries, { countyCode, id }: Key) =>
  queries
    .selectFrom('ledger_output')
    .selectAll()
    .where('county_code', '=', countyCode)
    .where('kind', 'in', ['dossier', 'papers'])
    .where(sql<boolean>`matters @> ${JSON.stringify({ [countyCode]: [id] })}::jsonb`);

/** What was bound or printed in one lot of this matter, newest first. */
export async function listMade(queries: Queries, directory: Directory, dispute: Key): Promise<MadeFile[]> {
  const rows = await outputsOf(queries, dispute).orderBy('created_at', 'desc').limit(20).execute();
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind as MadeFile['kind'], title: row.title, pages: row.row_count || null },
    by: directory.post(row.post_id)?.name ?? '',
    at: row.created_at.toISOString(),
    keepUntil: row.keep_until.toISOString(),
    removed: row.removed_at !== null,
    files: (row.files as OutputFile[]).map(({ name, size }) => ({ name, size })),
  }));
}

/** One of these files. That it is of this matter is part of the question: its keepers fetch it, whoever made it. */
export async function getMade(queries: Queries, dispute: Key, id: string, file: number): Promise<OutputFile> {
  const row = await outputsOf(queries, dispute).where('id', '=', id).executeTakeFirst();
  if (!row) return refuse('notFound', 'noSuchOutput', '没有这个文件。刷新以后再看。');
  if (row.removed_at !== null) refuse('notFound', 'outputGone', '这个文件已经到期删去。再装订一次。');
  return (row.files as OutputFile[])[file] ?? refuse('notFound', 'noSuchFile', '没有这一部分。');
}
