import { type Selectable, sql } from 'kysely';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { type Queries, record, type Tx } from '../platform/db.ts';
import type { LedgerOutputTable } from '../platform/schema.ts';
import { type MattersIn, mayFetch, type Output, type OutputFile, ofOneMatter } from './outputs.ts';

const outputOf = (row: Selectable<LedgerOutputTable>): Output => ({
  countyCode: row.county_code,
  id: row.id,
  kind: row.kind,
  title: row.title,
  sentence: row.sentence,
  columns: row.columns,
  rowCount: row.row_count,
  asOf: row.as_of,
  postId: row.post_id,
  userId: row.user_id,
  role: row.role,
  unitId: row.unit_id,
  shared: row.shared,
  unmasked: row.unmasked,
  purpose: row.purpose,
  matters: row.matters as MattersIn,
  files: row.files as OutputFile[],
  createdAt: row.created_at,
  keepUntil: row.keep_until,
  removedAt: row.removed_at,
});

/** The file is in the store before this commits; the trail says who made what of how many rows. */
export function recordOutput(tx: Tx, output: Output, actor: Actor): void {
  const values = {
    county_code: output.countyCode,
    id: output.id,
    kind: output.kind,
    title: output.title,
    sentence: output.sentence,
    columns: output.columns,
    row_count: output.rowCount,
    as_of: output.asOf,
    post_id: output.postId,
    user_id: output.userId,
    role: output.role,
    unit_id: output.unitId,
    shared: output.shared,
    unmasked: output.unmasked,
    purpose: output.purpose,
    matters: JSON.stringify(output.matters),
    files: JSON.stringify(output.files),
    created_at: output.createdAt,
    keep_until: output.keepUntil,
  };
  record(tx, tx.insertInto('ledger_output').values(values));
  const act = output.kind === 'excel' ? 'ledger.exported' : 'ledger.printed';
  const detail = {
    kind: output.kind,
    rows: output.rowCount,
    columns: output.columns,
    ...(output.unmasked.length > 0 && { unmasked: output.unmasked, purpose: output.purpose }),
    sha256: output.files.map(({ sha256 }) => sha256),
  };
  recordTrail(tx, { at: output.createdAt, act, actor, subject: output.id, detail });
}

/** The newest of those that this post may fetch. */
export async function listOutputs(queries: Queries, actor: Actor): Promise<Output[]> {
  const rows = await queries
    .selectFrom('ledger_output')
    .selectAll()
    .where('county_code', '=', actor.countyCode)
    .where('unit_id', '=', actor.unitId)
    .where('role', '=', actor.role)
    .where('kind', 'not in', ofOneMatter)
    .where((where) => where.or([where('post_id', '=', actor.postId), where('shared', '=', true)]))
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(outputOf).filter((output) => mayFetch(actor, output));
}

export async function findOutput(queries: Queries, actor: Actor, id: string): Promise<Output | undefined> {
  const row = await queries
    .selectFrom('ledger_output')
    .selectAll()
    .where('county_code', '=', actor.countyCode)
    .where('id', '=', id)
    .where('kind', 'not in', ofOneMatter)
    .executeTakeFirst();
  const output = row && outputOf(row);
  return output && mayFetch(actor, output) ? output : undefined;
}

/** How many of its matters this post does not see any more: one of them was restricted since, or has moved on. */
export async function countHidden(queries: Queries, { matters }: Output): Promise<number> {
  const counties = Object.entries(matters);
  const seen = await Promise.all(
    counties.map(async ([county, ids]) => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from unnest(${ids}::uuid[]) wanted(id)
        cross join lateral (select from matter m where m.county_code = ${county} and m.id = wanted.id limit 1) m`.execute(
        queries,
      );
      return rows[0]?.n ?? 0;
    }),
  );
  const all = counties.reduce((sum, [, ids]) => sum + ids.length, 0);
  return all - seen.reduce((sum, n) => sum + n, 0);
}

export type Fetch = { subject: string; at: Date; name: string | null };

/** Who fetched them, newest first. */
export async function listFetches(queries: Queries, ids: readonly string[]): Promise<Fetch[]> {
  if (ids.length === 0) return [];
  const rows = await queries
    .selectFrom('trail as t')
    .leftJoin('app_user as u', 'u.id', 't.user_id')
    .select(['t.subject', 't.at', 'u.name'])
    .where('t.subject', 'in', [...ids])
    .where('t.act', '=', 'ledger.fetched')
    .orderBy('t.at', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => ({ ...row, subject: row.subject ?? '' }));
}

/** Files whose days are over; the rows stay, so that it is still known who made and fetched them. */
export async function listOutdated(queries: Queries, countyCode: string, now: Date): Promise<Output[]> {
  const rows = await queries
    .selectFrom('ledger_output')
    .selectAll()
    .where('county_code', '=', countyCode)
    .where('removed_at', 'is', null)
    .where('keep_until', '<=', now)
    .limit(100)
    .execute();
  return rows.map(outputOf);
}

export function recordRemoved(tx: Tx, { countyCode, id }: Output, at: Date): void {
  const gone = tx.updateTable('ledger_output').set({ removed_at: at });
  record(tx, gone.where('county_code', '=', countyCode).where('id', '=', id));
}
