import { type Queries, record, type Tx } from '../platform/db.ts';
import type { SpecialDay } from './calendar.ts';
import type { PublishYearInput } from './publishYear.ts';

/** What keepers prepare for a year. `revision` counts who saved: two at once are told of each other. */
export type CalendarDraft = PublishYearInput & {
  year: number;
  baseVersion: number;
  revision: number;
  savedBy: string | null;
  savedAt: Date;
};

export async function findDraft(queries: Queries, year: number): Promise<CalendarDraft | null> {
  const row = await queries
    .selectFrom('calendar_draft as d')
    .leftJoin('app_user as u', 'u.id', 'd.saved_by')
    .select(['d.year', 'd.source', 'd.published_on as publishedOn', 'd.days', 'd.base_version as baseVersion'])
    .select(['d.revision', 'd.saved_at as savedAt', 'u.name as savedBy'])
    .where('d.year', '=', year)
    .executeTakeFirst();
  return row ? { ...row, days: row.days as SpecialDay[] } : null;
}

type Saving = PublishYearInput & { baseVersion: number; at: Date; by: string | null };

/** The new revision, or nothing where somebody else saved since `revision` (0: there was no draft). */
export async function saveDraft(tx: Tx, year: number, revision: number, saving: Saving): Promise<number | undefined> {
  const facts = {
    base_version: saving.baseVersion,
    source: saving.source,
    published_on: saving.publishedOn,
    days: JSON.stringify(saving.days),
    saved_by: saving.by,
    saved_at: saving.at,
  };
  const next = revision + 1;
  const row =
    revision === 0
      ? await tx
          .insertInto('calendar_draft')
          .values({ year, revision: next, ...facts })
          .onConflict((conflict) => conflict.column('year').doNothing())
          .returning('revision')
          .executeTakeFirst()
      : await tx
          .updateTable('calendar_draft')
          .set({ revision: next, ...facts })
          .where('year', '=', year)
          .where('revision', '=', revision)
          .returning('revision')
          .executeTakeFirst();
  return row?.revision;
}

export const dropDraft = (tx: Tx, year: number): void =>
  record(tx, tx.deleteFrom('calendar_draft').where('year', '=', year));
