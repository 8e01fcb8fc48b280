import { fileURLToPath } from 'node:url';
import { makeLine } from '../apart/inLine.ts';
import { ApartEnded, startApart } from '../apart/startApart.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Opened, PageRead } from './readWorker.ts';

const program = fileURLToPath(new URL('./readWorker.ts', import.meta.url));
const LIMITS = { heapMb: 256, residentMb: 1200 };
const OPEN_SECONDS = 20;
const PAGE_SECONDS = 30;
/** What a scanner takes in one go; more is put in again. */
export const MOST_PAGES = 300;
/** One scan at a time: the others wait for their turn. */
const line = makeLine(1);

const sentences: Readonly<Record<ApartEnded['why'], string>> = {
  time: '这份扫描件看了太久，已经停下。分成几份再传。',
  memory: '这份扫描件展开后太大，读不了。分成几份，或者照片缩小再传。',
  broken: '这份扫描件打不开，可能坏了。重新扫描再传。',
  left: '读到一半停下了。再读一次。',
};

/** The pages of a scan, one after the other, read in a process that ends with it. */
export async function readApart(
  file: { bytes: Uint8Array; mime: string },
  each: (page: PageRead, index: number, pages: number) => Promise<void>,
): Promise<void> {
  await line.enter();
  const apart = startApart(program, LIMITS);
  try {
    const { pages } = await apart.ask<Opened>({ open: file.bytes, mime: file.mime }, OPEN_SECONDS);
    if (pages > MOST_PAGES)
      throw new Refusal(
        'invalid',
        'tooManyPages',
        `这份扫描件有 ${pages} 页，一次最多 ${MOST_PAGES} 页。分成几份再传。`,
      );
    for (let page = 0; page < pages; page += 1)
      await each(await apart.ask<PageRead>({ page }, PAGE_SECONDS), page, pages);
  } catch (error) {
    if (error instanceof ApartEnded) throw new Refusal('invalid', 'scanUnread', sentences[error.why]);
    throw error;
  } finally {
    await apart.end().finally(line.leave);
  }
}
