import { fileURLToPath } from 'node:url';
import type { AcceptedFile } from '../platform/fileKind.ts';
import { Refusal } from '../platform/refusal.ts';
import { makeLine } from './inLine.ts';
import { ApartEnded, startApart } from './startApart.ts';

const program = fileURLToPath(new URL('./acceptWorker.ts', import.meta.url));
const LIMITS = { heapMb: 256, residentMb: 1500 };
const SECONDS = 40;
/** Large photos take half a gigabyte while they are written anew. */
const line = makeLine(2);

const sentences: Readonly<Record<ApartEnded['why'], string>> = {
  time: '这个文件看了太久还没有看完，已经停下。照片缩小、文件拆开后再传。',
  memory: '这个文件展开后太大，收不下。照片缩小、文件拆开后再传。',
  broken: '这个文件打不开，可能坏了。换一份再传。',
  left: '页面已经离开，文件没有收下。再传一次。',
};

/** `acceptFile` in a process of its own: photos and archives from outside are opened there and nowhere else. */
export async function acceptApart(bytes: Buffer, fileName: string, signal?: AbortSignal): Promise<AcceptedFile> {
  const left = () => new Refusal('unavailable', 'fileLeft', sentences.left);
  await line.enter(signal).catch(() => {
    throw left();
  });
  const apart = startApart(program, { ...LIMITS, signal });
  try {
    const accepted = await apart.ask<AcceptedFile>({ bytes, fileName }, SECONDS);
    return { ...accepted, bytes: Buffer.from(accepted.bytes) };
  } catch (error) {
    if (!(error instanceof ApartEnded)) throw error;
    throw error.why === 'left' ? left() : new Refusal('invalid', 'fileBroken', sentences[error.why]);
  } finally {
    await apart.end().finally(line.leave);
  }
}
