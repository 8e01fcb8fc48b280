import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** So many bytes stay in memory; what comes later lies in a file that nobody else can open. */
const KEPT_BYTES = 4 * 1024 * 1024;
const WRITE_BYTES = 256 * 1024;

/** A long list of texts, added in order and read by position, in flat memory. */
export type SpilledTexts = { add(text: string): void; at(index: number): string | undefined; close(): void };

/** Where each text ends in the file: eight bytes a text. */
function places() {
  let ends = new Float64Array(1024);
  let count = 0;
  return {
    add(length: number): void {
      if (count + 1 >= ends.length) {
        const longer = new Float64Array(ends.length * 2);
        longer.set(ends);
        ends = longer;
      }
      ends[count + 1] = (ends[count] ?? 0) + length;
      count += 1;
    },
    of: (index: number) => (index < count ? { from: ends[index] ?? 0, to: ends[index + 1] ?? 0 } : undefined),
    count: () => count,
  };
}

/** A file that is written in large pieces and read anywhere; gone when it is closed. */
function scratchFile() {
  const path = join(tmpdir(), `fengqiao-${randomUUID()}`);
  let file: number | null = null;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let written = 0;
  const flush = () => {
    if (waitingBytes === 0) return;
    if (file === null) {
      file = openSync(path, 'wx+', 0o600);
      // Nameless from now on, so that nothing is left behind by a reader that is killed; Windows keeps the name.
      if (process.platform !== 'win32') rmSync(path);
    }
    const bytes = Buffer.concat(waiting);
    writeSync(file, bytes, 0, bytes.length, written);
    written += bytes.length;
    waiting = [];
    waitingBytes = 0;
  };
  return {
    append(bytes: Buffer): void {
      waiting.push(bytes);
      waitingBytes += bytes.length;
      if (waitingBytes > WRITE_BYTES) flush();
    },
    read({ from, to }: { from: number; to: number }): string {
      flush();
      const bytes = Buffer.alloc(to - from);
      if (file !== null) readSync(file, bytes, 0, bytes.length, from);
      return bytes.toString();
    },
    close(): void {
      if (file === null) return;
      closeSync(file);
      rmSync(path, { force: true });
      file = null;
    },
  };
}

export function spilledTexts(): SpilledTexts {
  const kept: string[] = [];
  let keptBytes = 0;
  const spilled = places();
  const scratch = scratchFile();
  return {
    add(text) {
      const bytes = Buffer.from(text);
      if (spilled.count() === 0 && keptBytes + bytes.length <= KEPT_BYTES) {
        kept.push(text);
        keptBytes += bytes.length;
        return;
      }
      scratch.append(bytes);
      spilled.add(bytes.length);
    },
    at(index) {
      if (index < kept.length) return kept[index];
      const place = spilled.of(index - kept.length);
      return place && scratch.read(place);
    },
    close: scratch.close,
  };
}
