import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Id, StepInput } from '../matters/fields.ts';
import { type PaperKey, paperKeys, papers } from '../papers/catalogue.ts';
import { refuseField } from '../platform/refusal.ts';

const PageNumber = Type.Integer({ minimum: 1, maximum: 999 });
const FiledPaper = Type.Object(
  {
    uploadId: Id,
    form: Type.Union(
      paperKeys.map((key) => Type.Literal(key)),
      { title: '放在哪里' },
    ),
    subjectId: Type.Union([Id, Type.Null()], { title: '是谁的、哪一份' }),
    pages: PageNumber,
    pageNumbers: Type.Array(PageNumber, { maxItems: 300 }),
    /** The pages it was cut from; none for a file that was put in place by itself. */
    scan: Type.Union([
      Type.Object(
        { scanId: Id, pages: Type.Array(PageNumber, { minItems: 1, maxItems: 300 }) },
        { additionalProperties: false },
      ),
      Type.Null(),
    ]),
  },
  { additionalProperties: false },
);
export const FileScansInput = StepInput({
  papers: Type.Array(FiledPaper, { minItems: 1, maxItems: 300, title: '扫描件' }),
});
export type Filed = {
  uploadId: string;
  form: PaperKey;
  subjectId: string | null;
  pages: number;
  pageNumbers: number[];
  scan: { scanId: string; pages: number[] } | null;
};
export type FileScansInput = { papers: Filed[] };

/** What the dispute itself knows; papers about other things are looked up when they are filed (`keepFiled.sql.ts`). */
function refuseStranger(dispute: Dispute, { form, subjectId }: Filed): void {
  const { about } = papers[form];
  const known = about === 'party' ? dispute.parties : about === 'agreement' ? dispute.agreements : undefined;
  if (
    about === 'dispute' ? subjectId !== null : known && subjectId !== null && !known.some(({ id }) => id === subjectId)
  )
    refuseField('papers', `「${papers[form].name}」不是这件事里的，重新选。`);
}

/** Signed sheets take their place in the file of the matter. An earlier scan of the same paper stays beside the new one. */
export function fileScans(
  dispute: Dispute,
  { papers: filed }: FileScansInput,
  context: DisputeContext,
): DisputeDecision {
  const { now, actor, newId } = context;
  for (const each of filed) refuseStranger(dispute, each);
  if (new Set(filed.map(({ uploadId }) => uploadId)).size !== filed.length)
    refuseField('papers', '同一个文件选了两次。');
  const rows = filed.map(({ uploadId, form, subjectId, pages, pageNumbers, scan }) => ({
    ...{ id: newId(), form, subject_id: subjectId, file_id: uploadId, pages, page_numbers: pageNumbers },
    ...{ filed_at: now, filed_by_post_id: actor.postId, source: scan ? ('scan' as const) : ('upload' as const) },
  }));
  return {
    type: 'fileScans',
    data: {
      papers: rows.map(({ id, form, subject_id, pages }) => ({ id, form, subjectId: subject_id, pages })),
      scans: filed.map(({ scan }) => scan),
    },
    files: { uploads: filed.map(({ uploadId }) => uploadId), visibility: 'shared' },
    inserts: rows.map((values) => ({ into: 'filed_paper', values })),
  };
}
