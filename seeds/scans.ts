import sharp from 'sharp';
import { getDispute } from '../src/disputes/disputes.sql.ts';
import { printPdf } from '../src/documents/pressApart.ts';
import { drawPages } from '../src/documents/testing/drawPages.ts';
import { listPapers } from '../src/papers/listPapers.sql.ts';
import { makePaper } from '../src/papers/makePaper.sql.ts';
import type { Actor } from '../src/platform/actor.ts';
import { command, reading } from '../src/platform/db.ts';
import { qrPng } from '../src/platform/qrPng.ts';
import { filePages } from '../src/scans/filePages.sql.ts';
import { type Picture, picturesPdf } from '../src/scans/picturesPdf.ts';
import { readScanFiles } from '../src/scans/readScan.sql.ts';
import { listScans, readScan, recordScan, storeScan } from '../src/scans/scans.sql.ts';
import type { SittingEngine } from '../src/sittings/sittingEngine.ts';
import { chanceOf } from './chance.ts';
import type { Stage } from './stage.ts';

const NAME = '签好字的一叠.pdf';
const MINUTE = 60_000;
/** Enough for a QR to be read, and small. */
const SCALE = 1.5;

const stroke = (key: string, x: number, y: number, across: number): string => {
  const chance = chanceOf(`stroke ${key}`);
  const turns = Array.from({ length: 7 }, (_, at) => `T${x + ((at + 1) * across) / 7} ${y + chance.between(-14, 14)}`);
  return `<path d="M${x} ${y} Q${x + 9} ${y - 22} ${x + 14} ${y} ${turns.join(' ')}" fill="none" stroke="#1d2b53" stroke-width="2.4"/>`;
};
const layer = (width: number, height: number, inside: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inside}</svg>`);

/** The last sheet carries a stroke of a pen where people sign: no name of anybody. */
async function signedSheets(key: string, pdf: Uint8Array): Promise<Picture[]> {
  const drawn = await drawPages(pdf, SCALE);
  return Promise.all(
    drawn.map(async ({ data, width, height }, at) => {
      const pen = at === drawn.length - 1 ? stroke(key, width * 0.6, height * 0.86, 110) : '';
      const jpeg = await sharp(data, { raw: { width, height, channels: 4 } })
        .flatten({ background: '#fdfcf7' })
        .composite([{ input: layer(width, height, pen) }])
        .jpeg({ quality: 55 })
        .toBuffer();
      return { jpeg, width, height };
    }),
  );
}

/** A slip of a bank with a QR of its own: whose it is, somebody has to say. */
async function bankSlip(): Promise<Picture> {
  const [width, height] = [620, 877];
  const lines = Array.from({ length: 7 }, (_, at) => stroke(`line ${at}`, 70, 300 + at * 60, 460)).join('');
  const qr = qrPng('DEMO-BANK-SLIP-0001');
  const paper = sharp({ create: { width, height, channels: 3, background: '#fbf9f1' } });
  const jpeg = await paper
    .composite([{ input: layer(width, height, lines) }, { input: qr, left: 60, top: 60 }])
    .jpeg({ quality: 55 })
    .toBuffer();
  return { jpeg, width, height };
}

/** What both sides were told of their rights. */
async function sheetsOf(engine: SittingEngine, actor: Actor, code: string): Promise<Picture[]> {
  const forms = await reading(engine.db, actor, async (queries) => {
    const dispute = await getDispute(queries, code);
    const entries = await listPapers(engine, queries, dispute);
    const signed = entries.filter(({ form }) => form === 'rights').slice(0, 2);
    return Promise.all(signed.map((entry) => makePaper(engine, queries, actor, dispute, entry, { largePrint: false })));
  });
  const sheets: Picture[] = [];
  for (const [at, form] of forms.entries()) sheets.push(...(await signedSheets(`${code} ${at}`, await printPdf(form))));
  return sheets;
}

async function putIn(engine: SittingEngine, actor: Actor, code: string): Promise<string> {
  const bytes = picturesPdf([...(await sheetsOf(engine, actor, code)), await bankSlip()]);
  const stored = await storeScan(engine, { name: NAME, bytes }, new AbortController().signal);
  return command(engine.db, actor, async (tx) => recordScan(tx, actor, [stored], engine.now()));
}

/** A pile of signed sheets, put in at the desk half an hour ago: two papers filed, and a page in doubt that waits. Played twice, it adds nothing. */
export async function seedScans(stage: Stage, code: string | undefined): Promise<void> {
  if (code === undefined) return;
  const put = new Date(stage.engine.now().getTime() - 30 * MINUTE);
  const engine = { ...stage.engine, now: () => put, reference: () => stage.engine.cache.current() };
  const actor = stage.post('receptionist', '140106-center');
  const find = () => reading(engine.db, actor, (queries) => listScans(engine, queries, actor));
  const id = (await find()).find(({ name }) => name === NAME)?.id ?? (await putIn(engine, actor, code));
  const state = (await find()).find((each) => each.id === id)?.state;
  if (state !== 'read') await readScanFiles(engine, actor, id, { id, step: async () => {} });
  const { pages } = await reading(engine.db, actor, (queries) => readScan(engine, queries, actor, id));
  const sure = pages.filter((page) => page.state === 'waiting' && page.place && page.doubt === null);
  const papers = Map.groupBy(sure, ({ place }) => `${place?.form} ${place?.subjectId}`);
  const wanted = [...papers.values()].flatMap((sheets) => {
    const place = sheets[0]?.place;
    return place ? [{ ...place, pages: sheets.map(({ page }) => page) }] : [];
  });
  if (wanted.length > 0) await filePages(engine, actor, id, wanted);
}
