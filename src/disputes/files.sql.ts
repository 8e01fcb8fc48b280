import type { Actor } from '../platform/actor.ts';
import type { Queries } from '../platform/db.ts';
import { Refusal } from '../platform/refusal.ts';
import { getDispute } from './disputes.sql.ts';
import { mayRead, sightOf } from './sight.ts';

/** The file, if the matter and this file's visibility are for the actor. */
export async function findReadableFile(
  queries: Queries,
  actor: Actor,
  code: string,
  id: string,
): Promise<{ sha256: string; name: string; mime: string }> {
  const dispute = await getDispute(queries, code);
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
