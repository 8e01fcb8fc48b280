import type { Selectable } from 'kysely';
import type { Template } from '../documents/paper.ts';
import type { FormKey } from '../papers/forms.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { type Queries, record, type Tx } from '../platform/db.ts';
import type { PaperTemplateTable } from '../platform/schema.ts';
import type { CountyTemplate } from './template.ts';

type Row = Selectable<PaperTemplateTable> & { author_name: string };

const templateOf = (row: Row): CountyTemplate => ({
  ...{ id: row.id, countyCode: row.county_code, form: row.form as FormKey, version: row.version, state: row.state },
  template: { title: row.title, blocks: row.blocks as Template['blocks'] },
  ...{ notCarried: row.not_carried, fileName: row.file_name, authorUserId: row.author_user_id },
  ...{ authorName: row.author_name, madeAt: row.made_at, publishedBy: row.published_by, publishedAt: row.published_at },
});

const all = (queries: Queries, countyCode: string) =>
  queries
    .selectFrom('paper_template as t')
    .innerJoin('app_user as u', 'u.id', 't.author_user_id')
    .selectAll('t')
    .select('u.name as author_name')
    .where('t.county_code', '=', countyCode);

/** Those in force and those drafted. */
export async function listTemplates(queries: Queries, countyCode: string): Promise<CountyTemplate[]> {
  const rows = await all(queries, countyCode).where('t.state', 'in', ['draft', 'published']).execute();
  return rows.map(templateOf);
}

export async function findTemplate(queries: Queries, countyCode: string, id: string) {
  const row = await all(queries, countyCode).where('t.id', '=', id).executeTakeFirst();
  return row && templateOf(row);
}

export async function lastVersion(tx: Tx, countyCode: string, form: FormKey): Promise<number> {
  const { last } = await tx
    .selectFrom('paper_template')
    .select((eb) => eb.fn.max('version').as('last'))
    .where('county_code', '=', countyCode)
    .where('form', '=', form)
    .executeTakeFirstOrThrow();
  return Number(last ?? 0);
}

type Acting = { actor: Actor; at: Date };
type Ended = 'ended' | 'withdrawn';

/** What stood in its place: a draft is withdrawn, one in force has ended. */
export function recordEnd(
  tx: Tx,
  { countyCode, form }: Pick<CountyTemplate, 'countyCode' | 'form'>,
  state: Ended,
  by: Acting,
) {
  const before = state === 'ended' ? 'published' : 'draft';
  const set = { state, ended_by: by.actor.userId, ended_at: by.at };
  const query = tx
    .updateTable('paper_template')
    .set(set)
    .where('county_code', '=', countyCode)
    .where('form', '=', form);
  record(tx, query.where('state', '=', before));
}

export function recordDraft(tx: Tx, draft: CountyTemplate, { actor, at }: Acting): void {
  recordEnd(tx, draft, 'withdrawn', { actor, at });
  const values = {
    ...{ county_code: draft.countyCode, id: draft.id, form: draft.form, version: draft.version, state: draft.state },
    ...{ title: draft.template.title, blocks: JSON.stringify(draft.template.blocks), not_carried: draft.notCarried },
    ...{ file_name: draft.fileName, author_user_id: draft.authorUserId, made_at: draft.madeAt },
  };
  record(tx, tx.insertInto('paper_template').values(values));
  recordTemplateTrail(tx, 'template.drafted', draft, { actor, at });
}

export function recordPublished(tx: Tx, draft: CountyTemplate, { actor, at }: Acting): void {
  recordEnd(tx, draft, 'ended', { actor, at });
  const set = { state: 'published' as const, published_by: actor.userId, published_at: at };
  const query = tx.updateTable('paper_template').set(set).where('county_code', '=', draft.countyCode);
  record(tx, query.where('id', '=', draft.id));
  recordTemplateTrail(tx, 'template.published', draft, { actor, at });
}

type Act = 'template.drafted' | 'template.published' | 'template.withdrawn' | 'template.returned';

export function recordTemplateTrail(
  tx: Tx,
  act: Act,
  { form, version }: Pick<CountyTemplate, 'form' | 'version'>,
  { actor, at }: Acting,
): void {
  recordTrail(tx, { at, act, actor, subject: form, detail: { version } });
}
