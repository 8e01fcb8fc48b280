import { fileURLToPath } from 'node:url';
import { makeLine } from '../apart/inLine.ts';
import { type Apart, ApartEnded, startApart } from '../apart/startApart.ts';
import { refusalOf } from './bookSentences.ts';

// The one door for files from outside: what reads them may break, grow or never come to an end, so it lives in a process
// of its own (docs/decisions/0055).
const program = fileURLToPath(new URL('./bookWorker.ts', import.meta.url));
const LIMITS = { heapMb: 384, residentMb: 700 };
const SMALL_SECONDS = 45;

// Somebody waits at the page for the short ones; a ledger is read by a job and may take its time.
const short = makeLine(3);
const long = makeLine(3);

function said(error: unknown): unknown {
  return error instanceof ApartEnded ? refusalOf(error) : error;
}

async function openIn(line: ReturnType<typeof makeLine>, signal?: AbortSignal): Promise<Apart> {
  await line.enter(signal).catch(() => {
    throw refusalOf(new ApartEnded('left'));
  });
  const apart = startApart(program, { ...LIMITS, signal });
  let ended: Promise<void> | undefined;
  return {
    get ended() {
      return apart.ended;
    },
    ask: (what, seconds) =>
      apart.ask(what, seconds).catch((error: unknown) => {
        throw said(error);
      }) as never,
    end() {
      ended ??= apart.end().finally(line.leave);
      return ended;
    },
  };
}

/** A reader of one large file; whoever has it ends it. With a signal somebody waits for it, without it is a job. */
export const openReader = (signal?: AbortSignal): Promise<Apart> => openIn(signal ? short : long, signal);

/** One question about one file that is small enough to be sent along. */
export async function readApart<T>(what: object, signal?: AbortSignal, seconds = SMALL_SECONDS): Promise<T> {
  const reader = await openIn(short, signal);
  try {
    return await reader.ask<T>(what, seconds);
  } finally {
    await reader.end();
  }
}
