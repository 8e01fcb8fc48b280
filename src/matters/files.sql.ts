import { type Queries, recordRows, type Tx } from '../platform/db.ts';
import { Refusal } from '../platform/refusal.ts';
import type { NewFiles, Visibility } from './decision.ts';
import type { MatterKey } from './record.sql.ts';

export type UploadRow = { id: string; sha256: string; name: string; mime: string; size: number };

/** Files of this person that were uploaded and not yet used; somebody else's upload is not found. */
export async function getUploads(queries: Queries, countyCode: string, ids: readonly string[]): Promise<UploadRow[]> {
  if (ids.length === 0) return [];
  const rows = await queries
    .selectFrom('upload')
    .select(['id', 'sha256', 'name', 'mime', 'size'])
    .where('county_code', '=', countyCode)
    .where('id', 'in', [...ids])
    .execute();
  if (rows.length !== new Set(ids).size)
    throw new Refusal('invalid', 'uploadMissing', '有文件没有传上来，重新选一次。', {
      uploads: '有文件没有传上来，重新选一次。',
    });
  return rows;
}

type By = { eventId: string; visibility: Visibility; authorUserId: string | null; at: Date };

export function recordFiles(tx: Tx, matter: MatterKey, files: readonly UploadRow[], by: By): void {
  if (files.length === 0) return;
  const rows = files.map((file) => ({
    county_code: matter.countyCode,
    id: file.id,
    matter_id: matter.id,
    event_id: by.eventId,
    sha256: file.sha256,
    name: file.name,
    mime: file.mime,
    size: file.size,
    visibility: by.visibility,
    author_user_id: by.authorUserId,
    at: by.at,
  }));
  recordRows(tx, 'matter_file', rows);
}

/** What was uploaded before becomes part of the matter, with the event that added it. */
export async function linkUploads(
  tx: Tx,
  matter: MatterKey,
  { uploads, visibility }: NewFiles,
  by: Omit<By, 'visibility'>,
): Promise<void> {
  recordFiles(tx, matter, await getUploads(tx, matter.countyCode, uploads), { ...by, visibility });
}
