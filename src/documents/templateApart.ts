import { fileURLToPath } from 'node:url';
import { makeLine } from '../apart/inLine.ts';
import { ApartEnded, startApart } from '../apart/startApart.ts';
import { refusalOf } from '../sheets/bookSentences.ts';
import type { ReadTemplate } from './readTemplate.ts';

const program = fileURLToPath(new URL('./templateWorker.ts', import.meta.url));
const LIMITS = { heapMb: 256, residentMb: 500 };
const SECONDS = 20;
const line = makeLine(1);

/** A form that somebody changed in Word, read in a process of its own (0055). */
export async function readTemplateApart(file: Buffer, signal?: AbortSignal): Promise<ReadTemplate> {
  await line.enter(signal).catch(() => {
    throw refusalOf(new ApartEnded('left'));
  });
  const apart = startApart(program, { ...LIMITS, signal });
  try {
    return await apart.ask<ReadTemplate>({ file }, SECONDS);
  } catch (error) {
    throw error instanceof ApartEnded ? refusalOf(error) : error;
  } finally {
    await apart.end().finally(line.leave);
  }
}
