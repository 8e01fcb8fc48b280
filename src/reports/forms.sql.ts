import type { Actor } from '../platform/actor.ts';
import { type Queries, reading } from '../platform/db.ts';
import { refuse } from '../platform/refusal.ts';
import type { FormGrid } from '../sheets/formGrid.ts';
import type { Mapping } from './mapping.ts';
import type { ReportDeps } from './reports.sql.ts';

export type FormRow = {
  id: string;
  county_code: string;
  center_id: string;
  name: string;
  issuer: string;
  kind: 'xlsx' | 'docx';
  cutoff_day: number;
  draft_day: number;
  hand_in_day: number | null;
  filler_post_id: string | null;
  version: number;
  revision: number;
  active: boolean;
  seen_by: string[];
  sha256: string;
  file_name: string;
  grid: FormGrid;
  mapping: Mapping;
  uploaded_at: Date;
};

const formRows = (queries: Queries, countyCode: string) =>
  queries
    .selectFrom('report_form as f')
    .innerJoin('report_form_version as v', (join) =>
      join
        .onRef('v.county_code', '=', 'f.county_code')
        .onRef('v.form_id', '=', 'f.id')
        .onRef('v.version', '=', 'f.version'),
    )
    .select(['f.id', 'f.county_code', 'f.center_id', 'f.name', 'f.issuer', 'f.kind', 'f.cutoff_day', 'f.draft_day'])
    .select(['f.hand_in_day', 'f.filler_post_id', 'f.version', 'f.revision', 'f.active', 'f.seen_by'])
    .select(['v.sha256', 'v.file_name', 'v.grid', 'v.mapping', 'v.uploaded_at'])
    .where('f.county_code', '=', countyCode)
    .orderBy('f.name');

/** Forms of a county that these keys see, with the version that is in use. */
export async function listForms(queries: Queries, countyCode: string): Promise<FormRow[]> {
  return (await formRows(queries, countyCode).execute()) as unknown as FormRow[];
}

export async function getForm(queries: Queries, countyCode: string, id: string): Promise<FormRow> {
  const row = await formRows(queries, countyCode).where('f.id', '=', id).executeTakeFirst();
  if (row === undefined) return refuse('notFound', 'noSuchForm', '没有这张表，或者不归这个岗位管。');
  return row as unknown as FormRow;
}

export const moved = (): never =>
  refuse('conflict', 'movedOn', '刚才有同事改过这张表。重新打开再改，刚写的还在这一页。');

export const formOf = (deps: ReportDeps, actor: Actor, id: string): Promise<FormRow> =>
  reading(deps.db, actor, (queries) => getForm(queries, actor.countyCode, id));
