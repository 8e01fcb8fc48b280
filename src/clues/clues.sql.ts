import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../platform/actor.ts';
import { cursorOf, readCursor } from '../platform/cursor.ts';
import { type Queries, record, type Tx } from '../platform/db.ts';
import { refuse } from '../platform/refusal.ts';
import type { ClueKind, ClueState, ReportClueInput } from './clue.ts';

export type ClueRow = {
  countyCode: string;
  id: string;
  reporter: string;
  reporterPostId: string;
  desk: string;
  kind: ClueKind;
  urgent: boolean;
  text: string;
  regionCode: string;
  place: string;
  state: ClueState;
  answer: string;
  reportedAt: Date;
  takenAt: Date | null;
  endedAt: Date | null;
  takenByPostId: string | null;
  files: { id: string; name: string; mime: string; size: number }[];
  code: string | null;
  status: string | null;
};

const columns: RawBuilder<unknown> = sql`c.county_code as "countyCode", c.id, c.reporter, c.reporter_post_id as "reporterPostId",
  c.desk, c.kind, c.urgent, c.text, c.region_code as "regionCode", c.place, c.state, c.answer, c.reported_at as "reportedAt",
  c.taken_at as "takenAt", c.ended_at as "endedAt", c.taken_by_post_id as "takenByPostId", m.code, m.status,
  coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'size', f.size) order by f.id)
    from clue_file f where f.county_code = c.county_code and f.clue_id = c.id), '[]') as files`;
/** The dispute it became, for those who may see that dispute. */
const became: RawBuilder<unknown> = sql`left join lateral (select code, status from matter m where m.county_code = c.county_code
  and m.id = c.matter_id limit 1) m on true`;

export type ClueFilter = { mine: boolean; open: boolean; after?: string | undefined; limit: number };

/** Own reports newest first; a desk's open ones by what waits longest, urgent first. */
export async function listClues(queries: Queries, actor: Actor, { mine, open, after, limit }: ClueFilter) {
  const whose = mine ? sql`c.reporter = ${`p:${actor.postId}`}` : sql`c.desk = any(${[...actor.viewers]})`;
  const states = open ? ['reported', 'taken'] : ['reported', 'taken', 'registered', 'answered', 'withdrawn'];
  const from = after === undefined ? null : readCursor(after, 'time', 'id');
  const onward = from ? sql`and (c.reported_at, c.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)` : sql``;
  const { rows: found } = await sql<ClueRow>`
    select ${columns} from clue c ${became}
    where c.county_code = any(${[...actor.counties]}) and ${whose} and c.state = any(${states}) ${onward}
    order by c.reported_at desc, c.id desc limit ${limit + 1}`.execute(queries);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? cursorOf(last.reportedAt, last.id) : null };
}

export async function countOpenClues(queries: Queries, actor: Actor, mine: boolean): Promise<number> {
  const whose = mine ? sql`c.reporter = ${`p:${actor.postId}`}` : sql`c.desk = any(${[...actor.viewers]})`;
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from clue c
    where c.county_code = any(${[...actor.counties]}) and ${whose} and c.state in ('reported', 'taken')`.execute(
    queries,
  );
  return rows[0]?.n ?? 0;
}

const noClue = '没有这一条，或者不归您看。';

export async function getClue(queries: Queries, actor: Actor, id: string): Promise<ClueRow> {
  const { rows } = await sql<ClueRow>`select ${columns} from clue c ${became}
    where c.county_code = any(${[...actor.counties]}) and c.id = ${id}`.execute(queries);
  return rows[0] ?? refuse('notFound', 'noClue', noClue);
}

export async function lockClue(tx: Tx, actor: Actor, id: string): Promise<ClueRow> {
  await sql`select from clue where county_code = any(${[...actor.counties]}) and id = ${id} for update`.execute(tx);
  return getClue(tx, actor, id);
}

type FileRow = { id: string; sha256: string; name: string; mime: string; size: number };

/** Uploads of the reporter become files of the clue. */
export async function listOwnUploads(tx: Tx, actor: Actor, ids: readonly string[]): Promise<FileRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<FileRow>`select id, sha256, name, mime, size from upload
    where county_code = ${actor.countyCode} and owner = ${`p:${actor.postId}`} and id = any(${[...ids]}::uuid[])`.execute(
    tx,
  );
  if (rows.length !== ids.length)
    refuse('invalid', 'uploadMissing', '有照片没有传上来，重新拍一次。', { uploads: '有照片没有传上来，重新拍一次。' });
  return rows;
}

type NewClue = { id: string; desk: string; input: ReportClueInput; files: readonly FileRow[]; at: Date };

export function recordClue(tx: Tx, actor: Actor, { id, desk, input, files, at }: NewClue): void {
  const { kind, urgent, regionCode } = input;
  const key = { county_code: actor.countyCode };
  const values = {
    ...key,
    ...{ id, desk, kind, urgent, region_code: regionCode, text: input.text.trim(), place: input.place.trim() },
    reporter: `p:${actor.postId}`,
    reporter_post_id: actor.postId,
    state: 'reported' as const,
    reported_at: at,
  };
  record(tx, tx.insertInto('clue').values(values));
  if (files.length > 0)
    record(
      tx,
      tx
        .insertInto('clue_file')
        .values(files.map((file) => ({ ...key, clue_id: id, reporter: values.reporter, desk, ...file }))),
    );
}

type Change = {
  state: ClueState;
  answer?: string;
  taken_at?: Date;
  taken_by_post_id?: string;
  ended_at?: Date;
  matter_id?: string;
};

export function recordClueChange(tx: Tx, key: { countyCode: string; id: string }, change: Change): void {
  const update = tx.updateTable('clue').set(change);
  record(tx, update.where('county_code', '=', key.countyCode).where('id', '=', key.id));
}

/** The registration of a dispute that began as a clue ends the clue: only a clue of this very center. */
export function recordRegistered(
  tx: Tx,
  clueId: string,
  dispute: { countyCode: string; id: string; receivingCenterId: string },
  at: Date,
): void {
  const update = tx.updateTable('clue').set({ state: 'registered', matter_id: dispute.id, ended_at: at });
  record(
    tx,
    update
      .where('county_code', '=', dispute.countyCode)
      .where('id', '=', clueId)
      .where('desk', '=', `c:${dispute.receivingCenterId}`)
      .where('state', 'in', ['reported', 'taken']),
  );
}

/** Photos of a clue as uploads of whoever registers it, so that nobody takes a picture twice. */
export async function adoptFiles(tx: Tx, actor: Actor, clue: ClueRow, newId: () => string, at: Date) {
  const { rows } = await sql<FileRow>`select id, sha256, name, mime, size from clue_file
    where county_code = ${clue.countyCode} and clue_id = ${clue.id} order by id`.execute(tx);
  const adopted = rows.map((file) => ({ ...file, id: newId() }));
  const owner = `p:${actor.postId}`;
  if (adopted.length > 0)
    record(
      tx,
      tx.insertInto('upload').values(adopted.map((file) => ({ county_code: clue.countyCode, owner, at, ...file }))),
    );
  return adopted.map(({ id, name, size }) => ({ id, name, size }));
}

export async function findClueFile(queries: Queries, actor: Actor, clueId: string, id: string) {
  const { rows } = await sql<FileRow>`select f.id, f.sha256, f.name, f.mime, f.size from clue_file f
    join clue c on c.county_code = f.county_code and c.id = f.clue_id
    where c.county_code = any(${[...actor.counties]}) and c.id = ${clueId} and f.id = ${id}`.execute(queries);
  return rows[0] ?? refuse('notFound', 'noClue', noClue);
}
