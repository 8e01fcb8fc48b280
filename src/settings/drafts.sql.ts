import type { SelectQueryBuilder } from 'kysely';
import type { Actor } from '../platform/actor.ts';
import { type Queries, record, type Tx } from '../platform/db.ts';
import { refuse } from '../platform/refusal.ts';
import type { Schema } from '../platform/schema.ts';
import type { RuleDraft } from './draft.ts';
import type { Kept } from './draftView.ts';

/** A draft as it lies in the database. */
export type KeptDraft = Kept & {
  readonly key: string;
  readonly authorPostId: string | null;
  readonly createdAt: Date;
};

type From = SelectQueryBuilder<Schema & { d: Schema['setting_draft'] }, 'd', object>;

const columns = [
  'd.id',
  'd.key',
  'd.county_code as countyCode',
  'd.state',
  'd.effective_from as effectiveFrom',
  'd.basis',
  'd.note',
  'd.base_county',
  'd.base_version',
  'd.revision',
  'd.author_id as authorId',
  'd.author_post_id as authorPostId',
  'd.editor_ids as editorIds',
  'd.saved_by as savedBy',
  'd.saved_at as savedAt',
  'd.submitted_at as submittedAt',
  'd.decided_at as decidedAt',
  'd.reason',
  'd.published_version as publishedVersion',
  'd.created_at as createdAt',
] as const;

const named = (from: From) =>
  from
    .innerJoin('app_user as a', 'a.id', 'd.author_id')
    .leftJoin('app_user as s', 's.id', 'd.saved_by')
    .leftJoin('app_user as p', 'p.id', 'd.decided_by')
    .select(columns)
    .select(['a.name as author', 's.name as savedByName', 'p.name as decidedBy']);

type Row = Omit<KeptDraft, 'base' | 'savedByName' | 'value'> & {
  base_county: string;
  base_version: number;
  savedByName: string | null;
};

const draftOf = ({ base_county, base_version, ...row }: Row, value: unknown): KeptDraft => ({
  ...row,
  value,
  savedByName: row.savedByName ?? '',
  base: { countyCode: base_county, version: base_version },
});

/** The drafts of a county, newest first; without their values. */
export async function listDrafts(queries: Queries, key: string, countyCode: string): Promise<KeptDraft[]> {
  const rows = await named(queries.selectFrom('setting_draft as d') as From)
    .where('d.key', '=', key)
    .where('d.county_code', '=', countyCode)
    .orderBy('d.created_at', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => draftOf(row, undefined));
}

export async function findDraft(queries: Queries, id: string): Promise<KeptDraft | undefined> {
  const row = await named(queries.selectFrom('setting_draft as d') as From)
    .select('d.value')
    .where('d.id', '=', id)
    .executeTakeFirst();
  return row && draftOf(row, row.value);
}

/** Within the actor's reach, or it does not exist. */
export async function getDraft(queries: Queries, actor: Pick<Actor, 'counties'>, id: string): Promise<KeptDraft> {
  const draft = await findDraft(queries, id);
  if (!draft || !actor.counties.includes(draft.countyCode)) refuse('notFound', 'noSuchDraft', '没有这份草稿。');
  return draft;
}

/** Locked first, read then: whoever waited sees what the other one left. */
export async function lockDraft(tx: Tx, actor: Pick<Actor, 'counties'>, id: string): Promise<KeptDraft> {
  await tx.selectFrom('setting_draft').select('id').where('id', '=', id).forUpdate().execute();
  return getDraft(tx, actor, id);
}

type NewDraft = RuleDraft & { readonly key: string; readonly authorPostId: string | null };

export function recordDraft(tx: Tx, draft: NewDraft): void {
  const values = {
    id: draft.id,
    county_code: draft.countyCode,
    key: draft.key,
    state: draft.state,
    author_id: draft.authorId,
    author_post_id: draft.authorPostId,
    created_at: draft.savedAt,
  };
  record(tx, tx.insertInto('setting_draft').values({ ...values, ...written(draft) }));
}

const written = (draft: RuleDraft) => ({
  value: JSON.stringify(draft.value),
  effective_from: draft.effectiveFrom,
  basis: draft.basis,
  note: draft.note,
  base_county: draft.base.countyCode,
  base_version: draft.base.version,
  revision: draft.revision,
  editor_ids: [...draft.editorIds],
  saved_by: draft.savedBy,
  saved_at: draft.savedAt,
});

export function recordDraftText(tx: Tx, draft: RuleDraft): void {
  record(tx, tx.updateTable('setting_draft').set(written(draft)).where('id', '=', draft.id));
}

type Ruled = {
  readonly decidedBy?: string;
  readonly reason?: string;
  readonly publishedVersion?: number;
};

export function recordDraftState(tx: Tx, draft: RuleDraft, at: Date, ruled: Ruled = {}): void {
  const { decidedBy, reason, publishedVersion } = ruled;
  const set = {
    state: draft.state,
    ...(draft.state === 'submitted' ? { submitted_at: at, decided_by: null, decided_at: null, reason: '' } : {}),
    ...(decidedBy !== undefined && { decided_by: decidedBy, decided_at: at }),
    ...(reason !== undefined && { reason }),
    ...(publishedVersion !== undefined && { published_version: publishedVersion }),
  };
  record(tx, tx.updateTable('setting_draft').set(set).where('id', '=', draft.id));
}
