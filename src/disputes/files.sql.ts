import type { Decision, Visibility } from '../matters/decision.ts';
import type { Actor } from '../platform/actor.ts';
import { type Queries, record, type Tx } from '../platform/db.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import { getDispute } from './disputes.sql.ts';
import { mayRead, sightOf } from './sight.ts';
import { countyOfCode } from './standing.ts';

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

export function recordFiles(
  tx: Tx,
  matter: Pick<Dispute, 'countyCode' | 'id'>,
  files: readonly UploadRow[],
  by: { eventId: string; visibility: Visibility; authorUserId: string | null; at: Date },
): void {
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
  record(tx, tx.insertInto('matter_file').values(rows));
}

/** The rows of files that a decision of type addFile names. */
export async function linkUploads(
  tx: Tx,
  matter: Dispute,
  decision: Decision,
  context: DisputeContext,
  eventId: string,
): Promise<void> {
  if (decision.type !== 'addFile') return;
  const { uploads, visibility } = decision.data as { uploads: string[]; visibility: Visibility };
  const authorUserId = context.actor.role === 'party' ? null : context.actor.userId;
  recordFiles(tx, matter, await getUploads(tx, matter.countyCode, uploads), {
    eventId,
    visibility,
    authorUserId,
    at: context.now,
  });
}

/** The file, if the matter and this file's visibility are for the actor. */
export async function findReadableFile(
  queries: Queries,
  actor: Actor,
  code: string,
  id: string,
): Promise<{ sha256: string; name: string; mime: string }> {
  const dispute = await getDispute(queries, countyOfCode(code), code);
  const file = await queries
    .selectFrom('visible_matter_file')
    .select(['sha256', 'name', 'mime', 'visibility', 'author_user_id'])
    .where('county_code', '=', dispute.countyCode)
    .where('matter_id', '=', dispute.id)
    .where('id', '=', id)
    .executeTakeFirst();
  const forParty = actor.role !== 'party' || file?.visibility === 'resident';
  if (
    !file ||
    !forParty ||
    !mayRead(file.visibility, sightOf(actor, dispute), actor, file.author_user_id === actor.userId)
  )
    throw new Refusal('notFound', 'noSuchFile', '没有这份材料，或者您的岗位看不到它。');
  return file;
}
