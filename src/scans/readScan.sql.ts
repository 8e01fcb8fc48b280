import type { Engine } from '../disputes/engine.ts';
import type { Actor } from '../platform/actor.ts';
import { command, reading, record } from '../platform/db.ts';
import { Refusal } from '../platform/refusal.ts';
import { JobCancelled, type JobRun } from '../platform/startJob.sql.ts';
import { MOST_PAGES, readApart } from './readApart.ts';
import type { PageRead } from './readWorker.ts';
import { getScan } from './scans.sql.ts';

type Read = Omit<PageRead, 'jpeg' | 'small'> & { picture: string; small: string };

const listFiles = (engine: Engine, actor: Actor, id: string) =>
  reading(engine.db, actor, (queries) =>
    queries
      .selectFrom('scan_file')
      .select(['sha256', 'mime'])
      .where('county_code', '=', actor.countyCode)
      .where('scan_id', '=', id)
      .orderBy('position')
      .execute(),
  );

async function bytesOf(engine: Engine, sha256: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await engine.files.read(sha256)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function readPages(engine: Engine, actor: Actor, id: string, run: JobRun): Promise<Read[]> {
  const files = await listFiles(engine, actor, id);
  const read: Read[] = [];
  for (const [at, { sha256, mime }] of files.entries())
    await readApart({ bytes: await bytesOf(engine, sha256), mime }, async ({ jpeg, small, texts }, index, pages) => {
      if (read.length >= MOST_PAGES)
        throw new Refusal('invalid', 'tooManyPages', `这一次多于 ${MOST_PAGES} 页。分成几次再传。`);
      const [picture, little] = await Promise.all([engine.files.put(jpeg), engine.files.put(small)]);
      read.push({ picture: picture.sha256, small: little.sha256, texts });
      await run.step(files.length > 1 ? at + 1 : index + 1, files.length > 1 ? files.length : pages);
    });
  return read;
}

async function settle(
  engine: Engine,
  actor: Actor,
  id: string,
  pages: readonly Read[],
  problem: string,
): Promise<void> {
  const key = { county_code: actor.countyCode, scan_id: id };
  await command(engine.db, actor, async (tx) => {
    const { owner, state: before } = await getScan(tx, actor, id);
    // Somebody had it read again, and that reading came first.
    if (before === 'read') return;
    const state = problem === '' ? ('read' as const) : ('failed' as const);
    record(
      tx,
      tx
        .updateTable('scan')
        .set({ state, problem, pages: pages.length })
        .where('county_code', '=', actor.countyCode)
        .where('id', '=', id),
    );
    for (const [at, { picture, small, texts }] of pages.entries())
      record(
        tx,
        tx
          .insertInto('scan_page')
          .values({
            ...key,
            page: at + 1,
            owner,
            state: 'waiting',
            texts,
            picture_sha256: picture,
            small_sha256: small,
          })
          .onConflict((conflict) => conflict.doNothing()),
      );
  });
}

/** Reads a scan through and keeps its pages. What cannot be read says so on its line; the file itself is kept either way. */
export async function readScanFiles(engine: Engine, actor: Actor, id: string, run: JobRun): Promise<{ pages: number }> {
  try {
    const pages = await readPages(engine, actor, id, run);
    await settle(engine, actor, id, pages, '');
    return { pages: pages.length };
  } catch (error) {
    const problem =
      error instanceof Refusal
        ? error.message
        : error instanceof JobCancelled
          ? '读到一半停下了。'
          : '没有读完，再读一次。';
    await settle(engine, actor, id, [], problem);
    throw error;
  }
}
