import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** So many bytes stay in memory; what comes later lies in a file that nobody else can open. */
const KEPT_BYTES = 4 * 1024 * 1024;
const WRITE_BYTES = 256 * 1024;

/** A long list of texts, added in order and read by position, in flat memory. */
export type SpilledTexts = { add(text: string): void; at(index: number): string | undefined; close(): void };

export function spilledTexts(): SpilledTexts {
  const kept: string[] = [];
  let keptBytes = 0;
  let ends = new Float64Array(1024);
  let spilled = 0;
  let written = 0;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let file: number | null = null;
  const path = join(tmpdir(), `fengqiao-${randomUUID()}`);
  const flush = () => {
    if (waitingBytes === 0) return;
    file ??= openSync(path, 'wx+', 0o600);
    const bytes = Buffer.concat(waiting);
    writeSync(file, bytes, 0, bytes.length, written);
    written += bytes.length;
    waiting = [];
    waitingBytes = 0;
  };
  const spill = (bytes: Buffer) => {
    if (spilled + 1 >= ends.length) {
      const longer = new Float64Array(ends.length * 2);
      longer.set(ends);
      ends = longer;
    }
    waiting.push(bytes);
    waitingBytes += bytes.length;
    spilled += 1;
    ends[spilled] = (ends[spilled - 1] ?? 0) + bytes.length;
    if (waitingBytes > WRITE_BYTES) flush();
  };
  return {
    add(text) {
      const bytes = Buffer.from(text);
      if (spilled > 0 || keptBytes + bytes.length > KEPT_BYTES) return spill(bytes);
      kept.push(text);
      keptBytes += bytes.length;
    },
    at(index) {
      if (index < kept.length) return kept[index];
      const place = index - kept.length;
      if (place >= spilled) return undefined;
      flush();
      const [from, to] = [ends[place] ?? 0, ends[place + 1] ?? 0];
      const bytes = Buffer.alloc(to - from);
      if (file !== null) readSync(file, bytes, 0, bytes.length, from);
      return bytes.toString();
    },
    close() {
      if (file === null) return;
      closeSync(file);
      rmSync(path, { force: true });
      file = null;
    },
  };
}
