import { buffer } from 'node:stream/consumers';
import type { Actor } from '../platform/actor.ts';
import { type Queries, reading } from '../platform/db.ts';
import { refuse } from '../platform/refusal.ts';
import type { FormGrid } from '../sheets/formGrid.ts';
import { fillForm } from '../sheets/forms.ts';
import { cellsToFill } from './cellsToFill.ts';
import { fillTitle } from './countFill.sql.ts';
import { type FillRow, getFill, periodOfFill } from './fills.sql.ts';
import { getForm } from './forms.sql.ts';
import type { ReportDeps } from './reports.sql.ts';

export const mimeOf = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

export type OfficeFile = { name: string; mime: string; bytes: Buffer };

/** The version of the form that a period was filled on, which may not be the one in use. */
export async function versionOf(queries: Queries, countyCode: string, formId: string, version: number) {
  const row = await queries
    .selectFrom('report_form_version')
    .select(['sha256', 'grid', 'mapping', 'file_name'])
    .where('county_code', '=', countyCode)
    .where('form_id', '=', formId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row ?? refuse('notFound', 'noSuchForm', '没有这张表，或者不归这个岗位管。');
}

/** The filled copy: made anew while it is a draft; once handed in, the very file that was. */
export async function filledFile(
  deps: ReportDeps,
  actor: Actor,
  id: string,
): Promise<{ fill: FillRow; file: OfficeFile }> {
  const { fill, form, version } = await reading(deps.db, actor, async (queries) => {
    const found = await getFill(queries, actor.countyCode, id);
    return {
      fill: found,
      form: await getForm(queries, actor.countyCode, found.form_id),
      version: await versionOf(queries, actor.countyCode, found.form_id, found.version),
    };
  });
  const name = `${form.name}-${fillTitle(periodOfFill(fill))}${fill.state === 'draft' ? '-草稿' : ''}.${form.kind}`;
  const mime = mimeOf[form.kind];
  if (fill.sha256 !== null)
    return { fill, file: { name, mime, bytes: await buffer(await deps.files.read(fill.sha256)) } };
  const blank = await buffer(await deps.files.read(version.sha256));
  const cells = cellsToFill(version.grid as FormGrid, fill.answers, fill.manual);
  const bytes = await fillForm(form.kind, blank, cells);
  return { fill, file: { name, mime, bytes } };
}
