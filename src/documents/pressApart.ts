import { fileURLToPath } from 'node:url';
import { makeLine } from '../apart/inLine.ts';
import { type Apart, startApart } from '../apart/startApart.ts';
import type { PackedFile, PressAsked } from './pressWorker.ts';
import type { Printable } from './printable.ts';
import { sheetMark } from './sheetMark.ts';

/**
 * A press in a process of its own, for prints of many sheets; it lives as long as one print. What the compiler has taken of
 * memory it does not give back, not even when its thread ends: only the end of a process does.
 */
export type PressApart = {
  render(form: Printable): Promise<Buffer>;
  /** Several papers as one file, in their order, so that they leave the printer in one go. */
  join(pdfs: readonly Uint8Array[]): Promise<Buffer>;
  /** Several papers in an archive, each a file of its name. */
  pack(files: readonly PackedFile[]): Promise<Buffer>;
  close(): Promise<void>;
};

const program = fileURLToPath(new URL('./pressWorker.ts', import.meta.url));
const LIMITS = { heapMb: 1024, residentMb: 4000 };
const LONG_SECONDS = 900;
const PAPER_SECONDS = 60;
/** The next person at the counter is likely to come within this; an hour without paper needs no press. */
const WARM_MS = 45_000;
/** What is remembered of each paper adds up. */
const MOST_PAPERS = 300;

async function ask(press: Apart, what: Omit<PressAsked, 'mark'>, seconds: number): Promise<Buffer> {
  return Buffer.from(await press.ask<Uint8Array>({ mark: sheetMark(), ...what }, seconds));
}

export function openPressApart(): PressApart {
  const press = startApart(program, LIMITS);
  return {
    render: (form) => ask(press, { form }, LONG_SECONDS),
    join: (pdfs) => ask(press, { join: pdfs }, LONG_SECONDS),
    pack: (files) => ask(press, { pack: files }, LONG_SECONDS),
    close: press.end,
  };
}

/** One long paper, on a press of its own: nobody at the counter waits behind it. */
export async function printLong(form: Printable): Promise<Buffer> {
  const press = openPressApart();
  try {
    return await press.render(form);
  } finally {
    await press.close();
  }
}

const line = makeLine(1);
const warm: { press?: Apart; papers: number; ends?: NodeJS.Timeout } = { papers: 0 };

function warmPress(): Apart {
  clearTimeout(warm.ends);
  if (!warm.press || warm.press.ended) {
    warm.press = startApart(program, { ...LIMITS, urgent: true });
    warm.papers = 0;
  }
  return warm.press;
}

function coolDown(press: Apart): void {
  warm.papers += 1;
  if (warm.papers >= MOST_PAPERS) void press.end();
  warm.ends = setTimeout(press.end, WARM_MS);
  warm.ends.unref();
}

/** One paper for somebody who waits for it, on a press that is kept warm for the next. */
export async function printPdf(form: Printable): Promise<Buffer> {
  await line.enter();
  const press = warmPress();
  try {
    return await ask(press, { form }, PAPER_SECONDS);
  } finally {
    coolDown(press);
    line.leave();
  }
}
