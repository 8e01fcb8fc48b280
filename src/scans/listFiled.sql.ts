import { getDispute } from '../disputes/disputes.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import { seesFacts, sightOf } from '../disputes/sight.ts';
import { type PaperKey, papers } from '../papers/catalogue.ts';
import type { Actor } from '../platform/actor.ts';
import type { Queries } from '../platform/db.ts';
import { refuse } from '../platform/refusal.ts';
import { listSubjects } from './placesOf.sql.ts';
import type { FiledView } from './scanViews.ts';

/** What came back of this matter's papers, the newest first; what was taken out again stays in the list with its reason. */
export async function listFiled(engine: Engine, queries: Queries, actor: Actor, code: string): Promise<FiledView[]> {
  const dispute = await getDispute(queries, code);
  if (!seesFacts(sightOf(actor, dispute))) refuse('forbidden', 'notYourFile', '扫描件由办这件事的人和受理中心看。');
  const [rows, subjects] = await Promise.all([
    queries
      .selectFrom('visible_filed_paper')
      .selectAll()
      .where('county_code', '=', dispute.countyCode)
      .where('matter_id', '=', dispute.id)
      .orderBy('filed_at', 'desc')
      .orderBy('id', 'desc')
      .execute(),
    listSubjects(engine, queries, dispute),
  ]);
  const { directory } = engine.reference();
  return rows.map((row) => ({
    ...{ id: row.id, form: row.form as PaperKey, subjectId: row.subject_id, fileId: row.file_id, pages: row.pages },
    pageNumbers: row.page_numbers,
    label:
      subjects.find(({ form, subjectId }) => form === row.form && subjectId === row.subject_id)?.label ??
      papers[row.form as PaperKey].name,
    filedAt: row.filed_at.toISOString(),
    by: directory.post(row.filed_by_post_id)?.name ?? '不在岗的同事',
    removed: row.removed_reason,
  }));
}
