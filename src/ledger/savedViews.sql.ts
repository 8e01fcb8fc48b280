import { type Selectable, sql } from 'kysely';
import type { Actor } from '../platform/actor.ts';
import { type Db, plainly, type Queries } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refusal.ts';
import type { LedgerViewTable } from '../platform/schema.ts';
import { noSuchView, refuseChange, type SaveViewInput, type StoredView, viewToSave } from './saveView.ts';
import type { LedgerSearch } from './search.ts';

const viewOf = (row: Selectable<LedgerViewTable>): StoredView => ({
  id: row.id,
  countyCode: row.county_code,
  name: row.name,
  search: row.search as LedgerSearch,
  columns: String(row.columns),
  ownerPostId: row.owner_post_id,
  ownerUserId: row.owner_user_id,
  audience: row.audience,
  unitId: row.unit_id,
  regionCode: row.region_code,
  revision: row.revision,
  savedAt: row.saved_at,
});

/** The own views and those shared with the unit or with a place the post stands in. */
export async function listViews(queries: Queries, actor: Actor): Promise<StoredView[]> {
  const codes = [4, 6, 9, 12].map((length) => actor.regionCode.slice(0, length));
  const places = [...new Set([`${codes[0]}00`, ...codes.slice(1), actor.regionCode])];
  const rows = await queries
    .selectFrom('ledger_view')
    .selectAll()
    .where((where) =>
      where.or([
        where('owner_post_id', '=', actor.postId),
        where.and([where('audience', '=', 'unit'), where('unit_id', '=', actor.unitId)]),
        where.and([where('audience', '=', 'region'), where('region_code', 'in', places)]),
      ]),
    )
    .orderBy('audience')
    .orderBy('name')
    .orderBy('id')
    .limit(200)
    .execute();
  return rows.map(viewOf);
}

async function findView(queries: Queries, id: string): Promise<StoredView> {
  const row = await queries.selectFrom('ledger_view').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? viewOf(row) : noSuchView();
}

const columnsOf = (actor: Actor, input: SaveViewInput, now: Date) => {
  const { unitId, regionCode, columns, search, ...view } = viewToSave(actor, input);
  return {
    ...view,
    search: JSON.stringify(search),
    columns: JSON.stringify(columns),
    unit_id: unitId,
    region_code: regionCode,
    saved_at: now,
    saved_by: actor.userId,
  };
};

export async function addView(db: Db, actor: Actor, input: SaveViewInput, now: Date): Promise<string> {
  const id = newId(now);
  const own = { county_code: actor.countyCode, owner_post_id: actor.postId, owner_user_id: actor.userId };
  const values = { id, ...own, ...columnsOf(actor, input, now), created_at: now };
  await plainly(db, (queries) => queries.insertInto('ledger_view').values(values).execute());
  return id;
}

/** One statement, so that of two who change it at once the second learns of the first. */
export async function changeView(db: Db, actor: Actor, id: string, input: SaveViewInput, now: Date): Promise<void> {
  await plainly(db, async (queries) => {
    const view = await findView(queries, id);
    refuseChange(actor, view);
    const changed = await queries
      .updateTable('ledger_view')
      .set({ ...columnsOf(actor, input, now), revision: view.revision + 1 })
      .where('id', '=', id)
      .where('revision', '=', input.revision ?? view.revision)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n)
      refuse('conflict', 'viewMovedOn', '这个视图刚被别人改过。看看改成什么样，再决定存不存。');
  });
}

export async function removeView(db: Db, actor: Actor, id: string): Promise<void> {
  await plainly(db, async (queries) => {
    refuseChange(actor, await findView(queries, id));
    await queries.deleteFrom('ledger_view').where('id', '=', id).execute();
  });
}

export type StoredLayout = { columns: string; defaultViewId: string | null };

export async function findLayout(queries: Queries, postId: string): Promise<StoredLayout | undefined> {
  const row = await queries
    .selectFrom('ledger_layout')
    .select(['columns', 'default_view_id'])
    .where('post_id', '=', postId)
    .executeTakeFirst();
  return row && { columns: String(row.columns), defaultViewId: row.default_view_id };
}

export async function saveLayout(db: Db, postId: string, layout: StoredLayout, now: Date): Promise<void> {
  const values = { columns: JSON.stringify(layout.columns), default_view_id: layout.defaultViewId, saved_at: now };
  await plainly(db, (queries) =>
    queries
      .insertInto('ledger_layout')
      .values({ post_id: postId, ...values })
      .onConflict((conflict) =>
        conflict.column('post_id').doUpdateSet({
          columns: sql`excluded.columns`,
          default_view_id: sql`excluded.default_view_id`,
          saved_at: sql`excluded.saved_at`,
        }),
      )
      .execute(),
  );
}
