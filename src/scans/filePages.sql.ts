import type { BoundDispute, Engine } from '../disputes/engine.ts';
import { recordUpload } from '../matters/uploads.sql.ts';
import { type PaperKey, papers } from '../papers/catalogue.ts';
import type { Actor } from '../platform/actor.ts';
import { command, reading } from '../platform/db.ts';
import { safeFileName } from '../platform/fileName.ts';
import { readSheet } from '../platform/qr.ts';
import { Refusal, refuse } from '../platform/refusal.ts';
import { takeStep } from '../procedures/takeStep.sql.ts';
import type { Filed } from './fileScans.ts';
import { jpegSize } from './jpegSize.ts';
import { type Picture, picturesPdf } from './picturesPdf.ts';
import { findPlaces } from './placesOf.sql.ts';
import { refuseOthers } from './scans.sql.ts';
import type { FiledResult } from './scanViews.ts';

export type Wanted = { code: string; form: PaperKey; subjectId: string | null; pages: number[] };
type Row = { page: number; picture_sha256: string; texts: readonly string[] };

async function listWaiting(engine: Engine, actor: Actor, id: string, pages: readonly number[]): Promise<Row[]> {
  const rows = await reading(engine.db, actor, async (queries) => {
    await refuseOthers(engine, queries, actor, id, pages);
    return queries
      .selectFrom('scan_page')
      .select(['page', 'picture_sha256', 'texts'])
      .where('county_code', '=', actor.countyCode)
      .where('scan_id', '=', id)
      .where('page', 'in', [...pages])
      .where('state', '=', 'waiting')
      .execute();
  });
  if (rows.length !== new Set(pages).size)
    refuse('conflict', 'pagesDone', '这些页里有的刚才已经归位了。刷新以后再看。');
  return rows;
}

async function pictureOf(engine: Engine, sha256: string): Promise<Picture> {
  const parts: Buffer[] = [];
  for await (const part of await engine.files.read(sha256)) parts.push(part as Buffer);
  const jpeg = Buffer.concat(parts);
  return { jpeg, ...jpegSize(jpeg) };
}

/** Sheets of this paper in their order; what has no QR stays behind the sheet that it lay behind. */
function inOrder(engine: Engine, { code }: Wanted, rows: readonly Row[]) {
  let last = 0;
  const numbered = rows
    .toSorted((a, b) => a.page - b.page)
    .map((row) => {
      const sheet = row.texts
        .flatMap((text) => readSheet(engine.secrets.qrSecret, text) ?? [])
        .find((each) => each.genuine && each.code === code);
      last = sheet?.page ?? last;
      return { row, at: last, number: sheet?.page || undefined };
    });
  return numbered.toSorted((a, b) => a.at - b.at || a.row.page - b.row.page);
}

/** The pages as one file of this paper, uploaded in this person's name, ready for the step. */
async function cut(engine: Engine, actor: Actor, id: string, wanted: Wanted, label: string): Promise<Filed> {
  const ordered = inOrder(engine, wanted, await listWaiting(engine, actor, id, wanted.pages));
  const pictures: Picture[] = [];
  for (const { row } of ordered) pictures.push(await pictureOf(engine, row.picture_sha256));
  const stored = {
    name: safeFileName(`${label}-扫描件`, '.pdf'),
    mime: 'application/pdf',
    ...(await engine.files.put(picturesPdf(pictures))),
  };
  const upload = await command(engine.db, actor, async (tx) =>
    recordUpload(engine, tx, actor, `p:${actor.postId}`, stored),
  );
  const numbers = ordered.flatMap(({ number }) => number ?? []);
  return {
    ...{ uploadId: upload.id, form: wanted.form, subjectId: wanted.subjectId, pages: ordered.length },
    ...{ pageNumbers: numbers, scan: { scanId: id, pages: ordered.map(({ row }) => row.page) } },
  };
}

async function fileInto(engine: Engine, actor: Actor, id: string, code: string, wanted: readonly Wanted[]) {
  const { facts } = await reading(engine.db, actor, (queries) => findPlaces(engine, queries, actor, code));
  const filed: Filed[] = [];
  for (const each of wanted) {
    const place = facts.subjects.find(({ form, subjectId }) => form === each.form && subjectId === each.subjectId);
    if (!place) return refuse('invalid', 'noSuchPlace', `「${papers[each.form].name}」不是这件事里的，重新选。`);
    filed.push(await cut(engine, actor, id, each, place.label));
  }
  const bound: BoundDispute = engine.kinds.dispute;
  return takeStep(engine, bound, actor, code, 'fileScans', { papers: filed });
}

/** Each matter by itself: what one of them refuses leaves the others filed, and its own pages waiting. */
export async function filePages(
  engine: Engine,
  actor: Actor,
  id: string,
  papersWanted: readonly Wanted[],
): Promise<FiledResult[]> {
  const results: FiledResult[] = [];
  for (const [code, wanted] of Map.groupBy(papersWanted, (each) => each.code)) {
    try {
      const { sentence } = await fileInto(engine, actor, id, code, wanted);
      results.push({ code, filed: true, sentence });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const hidden = error.kind === 'notFound' || error.kind === 'forbidden';
      results.push({ code, filed: false, sentence: hidden ? '不是您手上的事。' : error.message });
    }
  }
  return results;
}
