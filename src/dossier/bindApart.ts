import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startApart } from '../apart/startApart.ts';
import { sheetMark } from '../documents/sheetMark.ts';
import type { BoundFile } from './bound.ts';

export type Binder = {
  /** A paper or picture under its name; answers its pages. */
  add(name: string, bytes: Uint8Array): Promise<number>;
  drop(names: readonly string[]): Promise<void>;
  /** The bound file, lying at this path until `close`. */
  bind(file: BoundFile): Promise<string>;
  close(): Promise<void>;
};

const program = fileURLToPath(new URL('./bindWorker.ts', import.meta.url));
const LIMITS = { heapMb: 1024, residentMb: 4000 };
const ADD_SECONDS = 60;
const BIND_SECONDS = 900;

/** A press that lives as long as one file is bound. */
export async function openBinder(): Promise<Binder> {
  const folder = await mkdtemp(join(tmpdir(), 'fengqiao-bind-'));
  const press = startApart(program, LIMITS);
  return {
    add: async (name, bytes) => (await press.ask<{ pages: number }>({ add: bytes, name }, ADD_SECONDS)).pages,
    drop: (names) => press.ask({ drop: names }, ADD_SECONDS),
    async bind(file) {
      const out = join(folder, 'bound.pdf');
      await press.ask({ bind: file, mark: sheetMark(), out }, BIND_SECONDS);
      return out;
    },
    async close() {
      await press.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
