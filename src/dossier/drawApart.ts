import { fileURLToPath } from 'node:url';
import { type Apart, ApartEnded, startApart } from '../apart/startApart.ts';
import type { Drawn, Opened } from './drawWorker.ts';

const program = fileURLToPath(new URL('./drawWorker.ts', import.meta.url));
const LIMITS = { heapMb: 256, residentMb: 1200 };
const OPEN_SECONDS = 20;
const PAGE_SECONDS = 20;
/** A file of more sheets is a book: it is kept beside the file, not in it. */
export const MOST_PAGES = 500;

export const drawable = (mime: string): boolean => mime === 'application/pdf' || mime.startsWith('image/');

export type Drawing = {
  /** The pages one after the other, or why it cannot be bound; what was drawn until then is to be thrown away. */
  draw(bytes: Uint8Array, mime: string, each: (page: Drawn) => Promise<void>): Promise<string | undefined>;
  close(): Promise<void>;
};

const tooLarge = '展开后太大，打不开。';

function why(error: unknown): string {
  if (error instanceof ApartEnded && error.why === 'time') return '打开太久，没有打开。';
  if (error instanceof ApartEnded && error.why === 'memory') return tooLarge;
  if (error instanceof Error && /password/i.test(error.message)) return '加了密码，打不开。';
  if (error instanceof Error && /pixel limit/i.test(error.message)) return tooLarge;
  return '打不开，可能坏了。';
}

/** Files from outside as pictures of their pages, in a process that is replaced when one of them ends it. */
export function openDrawing(): Drawing {
  let apart: Apart | undefined;
  let closed = false;
  return {
    async draw(bytes, mime, each) {
      if (bytes.length === 0) return '是空的，里面什么也没有。';
      try {
        // A file that was still being fetched when somebody stopped must not start a program that nobody ends.
        if (closed) throw new ApartEnded('left');
        if (!apart || apart.ended) apart = startApart(program, LIMITS);
        const { pages } = await apart.ask<Opened>({ open: bytes, mime }, OPEN_SECONDS);
        if (pages > MOST_PAGES) return `有 ${pages} 页，一份最多装订 ${MOST_PAGES} 页。`;
        if (pages === 0) return '里面没有页。';
        for (let page = 0; page < pages; page += 1) await each(await apart.ask<Drawn>({ page }, PAGE_SECONDS));
        return undefined;
      } catch (error) {
        if (error instanceof StopDrawing) throw error.cause;
        return why(error);
      }
    },
    async close() {
      closed = true;
      await apart?.end();
    },
  };
}

/** Thrown by whoever takes the pages: nothing is wrong with the file. */
export class StopDrawing extends Error {}
