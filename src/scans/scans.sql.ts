import { acceptApart } from '../apart/acceptApart.ts';
import type { Engine } from '../disputes/engine.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Queries, record, recordRows, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refusal.ts';
import { codesIn, codesOn, judge, type MatterFacts, type ReadPage } from './judge.ts';
import { findMatters } from './placesOf.sql.ts';
import type { PageState, ScanLine, ScanView } from './scanViews.ts';

const kinds = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'];
const MOST_LISTED = 60;

/** Who else takes it up: the center's desk, the unit's other handlers; of others it is their own. */
export const ownerOf = ({ viewers, postId, role }: Actor): string =>
  viewers.find((key) => (/^c:[^#]+$/.test(key) && role !== 'unitHead') || key.startsWith('h:')) ?? `p:${postId}`;

export type Put = { name: string; mime: string; sha256: string; size: number };

/** Looked at apart and stored, before anything is written down: a scan is a PDF or photos, nothing else. */
export async function storeScan(
  engine: Engine,
  file: { name: string; bytes: Buffer },
  signal: AbortSignal,
): Promise<Put> {
  const { bytes, name, mime } = await acceptApart(file.bytes, file.name, signal);
  if (!kinds.includes(mime))
    refuse('invalid', 'noScan', '扫描件要 PDF 或者照片（JPG、PNG、WebP）。', { file: '传 PDF 或者照片。' });
  return { name, mime, ...(await engine.files.put(bytes)) };
}

export function recordScan(tx: Tx, actor: Actor, files: readonly Put[], now: Date): string {
  const [id, owner] = [newId(now), ownerOf(actor)];
  const name = files.length > 1 ? `${files[0]?.name} 等 ${files.length} 个文件` : (files[0]?.name ?? '');
  const key = { county_code: actor.countyCode, owner };
  record(tx, tx.insertInto('scan').values({ ...key, id, name, state: 'reading', at: now, by_post_id: actor.postId }));
  recordRows(
    tx,
    'scan_file',
    files.map((file, position) => ({ ...key, scan_id: id, position, ...file })),
  );
  return id;
}

async function listNames(engine: Engine, rows: readonly { by_post_id: string }[]) {
  const { directory } = engine.reference();
  return new Map(rows.map(({ by_post_id }) => [by_post_id, directory.post(by_post_id)?.name ?? '不在岗的同事']));
}

/** What still waits for somebody, newest first; what is read to the end and put away is not listed. */
export async function listScans(engine: Engine, queries: Queries, actor: Actor): Promise<ScanLine[]> {
  const rows = await queries
    .selectFrom('scan as s')
    .select(['s.id', 's.name', 's.state', 's.problem', 's.pages', 's.at', 's.by_post_id'])
    .select((eb) =>
      eb
        .selectFrom('scan_page as p')
        .select(eb.fn.countAll<number>().as('waiting'))
        .whereRef('p.county_code', '=', 's.county_code')
        .whereRef('p.scan_id', '=', 's.id')
        .where('p.state', '=', 'waiting')
        .as('waiting'),
    )
    .where('s.county_code', '=', actor.countyCode)
    .where((eb) =>
      eb.or([
        eb('s.state', '<>', 'read'),
        eb.exists(
          eb
            .selectFrom('scan_page as w')
            .select('w.page')
            .whereRef('w.county_code', '=', 's.county_code')
            .whereRef('w.scan_id', '=', 's.id')
            .where('w.state', '=', 'waiting'),
        ),
      ]),
    )
    .orderBy('s.at', 'desc')
    .limit(MOST_LISTED)
    .execute();
  const names = await listNames(engine, rows);
  return rows.map(({ by_post_id, at, waiting, ...row }) => ({
    ...row,
    at: at.toISOString(),
    by: names.get(by_post_id) ?? '',
    waiting: Number(waiting),
  }));
}

export async function getScan(queries: Queries, actor: Actor, id: string) {
  const scan = await queries
    .selectFrom('scan')
    .select(['id', 'name', 'state', 'problem', 'at', 'by_post_id', 'owner'])
    .where('county_code', '=', actor.countyCode)
    .where('id', '=', id)
    .executeTakeFirst();
  return scan ?? refuse('notFound', 'noSuchScan', '没有这份扫描件，或者不归您看。');
}

export async function listPages(queries: Queries, actor: Actor, id: string): Promise<ReadPage[]> {
  const rows = await queries
    .selectFrom('scan_page')
    .select(['page', 'texts', 'state', 'reason'])
    .where('county_code', '=', actor.countyCode)
    .where('scan_id', '=', id)
    .orderBy('page')
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as PageState }));
}

/** Judged anew each time: what was sure yesterday may be void today, and another person may write in other matters. */
export async function readScan(engine: Engine, queries: Queries, actor: Actor, id: string): Promise<ScanView> {
  const { by_post_id, at, owner: _, ...scan } = await getScan(queries, actor, id);
  const pages = await listPages(queries, actor, id);
  const secret = engine.secrets.qrSecret;
  const known = await findMatters(engine, queries, actor, codesIn(secret, pages));
  const names = await listNames(engine, [{ by_post_id }]);
  const judged = judge(secret, known, pages).map((page) => ({
    ...page,
    hidden: by_post_id !== actor.postId && isOthers(known, codesOn(secret, pages, page.page)),
  }));
  return { ...scan, at: at.toISOString(), by: names.get(by_post_id) ?? '', pages: judged };
}

/** What names somebody else's matter, a restricted one too, is seen by whoever had the paper in hand, and not by the whole desk. */
const isOthers = (known: ReadonlyMap<string, MatterFacts | null>, codes: readonly string[]): boolean =>
  codes.some((code) => !known.get(code));

const noPage = () => refuse('notFound', 'noSuchPage', '没有这一页，或者不归您看。');

/** Neither looked at nor filed by a colleague of whoever put it in. */
export async function refuseOthers(
  engine: Engine,
  queries: Queries,
  actor: Actor,
  id: string,
  pages: readonly number[],
) {
  const { by_post_id } = await getScan(queries, actor, id);
  if (by_post_id === actor.postId) return;
  const all = await listPages(queries, actor, id);
  const codes = [...new Set(pages.flatMap((page) => codesOn(engine.secrets.qrSecret, all, page)))];
  if (isOthers(await findMatters(engine, queries, actor, codes), codes)) noPage();
}

/** The key of a page's picture in the store. */
export async function findPicture(
  engine: Engine,
  queries: Queries,
  actor: Actor,
  { id, page, size }: { id: string; page: number; size: 'small' | 'large' },
): Promise<string> {
  await refuseOthers(engine, queries, actor, id, [page]);
  const found = await queries
    .selectFrom('scan_page')
    .select(['picture_sha256', 'small_sha256'])
    .where('county_code', '=', actor.countyCode)
    .where('scan_id', '=', id)
    .where('page', '=', page)
    .executeTakeFirst();
  if (!found) return noPage();
  return size === 'small' ? found.small_sha256 : found.picture_sha256;
}

/** Put aside with a reason, or taken up again. */
export async function setAside(
  engine: Engine,
  actor: Actor,
  id: string,
  pages: readonly number[],
  reason: string | null,
) {
  await command(engine.db, actor, async (tx) => {
    await getScan(tx, actor, id);
    const [from, to] = reason === null ? (['aside', 'waiting'] as const) : (['waiting', 'aside'] as const);
    const done = { done_at: engine.now(), done_by_post_id: actor.postId };
    record(
      tx,
      tx
        .updateTable('scan_page')
        .set({ state: to, reason: reason?.trim() ?? '', ...done })
        .where('county_code', '=', actor.countyCode)
        .where('scan_id', '=', id)
        .where('page', 'in', [...pages])
        .where('state', '=', from),
    );
  });
}
