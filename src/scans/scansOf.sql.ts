import type { Dispute } from '../disputes/dispute.ts';
import type { PaperKey } from '../papers/catalogue.ts';
import type { Queries } from '../platform/db.ts';

/** What came back and lies in its place, the newest first: it is bound instead of what the house would print anew. */
export async function listScansOf(queries: Queries, { countyCode, id }: Pick<Dispute, 'countyCode' | 'id'>) {
  const rows = await queries
    .selectFrom('visible_filed_paper as p')
    .innerJoin('visible_matter_file as f', (join) =>
      join.onRef('f.county_code', '=', 'p.county_code').onRef('f.id', '=', 'p.file_id'),
    )
    .select(['p.id', 'p.form', 'p.subject_id as subjectId'])
    .select(['f.id as fileId', 'f.name', 'f.mime', 'f.size', 'f.sha256', 'f.at'])
    .where('p.county_code', '=', countyCode)
    .where('p.matter_id', '=', id)
    .where('p.removed_at', 'is', null)
    .orderBy('p.filed_at', 'desc')
    .orderBy('p.id', 'desc')
    .execute();
  return rows.map(({ id: filedId, form, subjectId, fileId, ...file }) => ({
    ...{ id: filedId, form: form as PaperKey, subjectId },
    file: { id: fileId, ...file },
  }));
}
