import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Printable } from './printable.ts';
import { sheetMark } from './typst.ts';

type Answer = { id: number; pdf?: Uint8Array; problem?: string };
type Waiting = { resolve(pdf: Uint8Array): void; reject(error: Error): void };

/**
 * A press in a process of its own, for prints of many sheets; it lives as long as one print. What the compiler has taken of
 * memory it does not give back, not even when its thread ends: only the end of a process does.
 */
export type PressApart = {
  render(form: Printable): Promise<Uint8Array>;
  /** Several papers as one file, in their order, so that they leave the printer in one go. */
  join(pdfs: readonly Uint8Array[]): Promise<Uint8Array>;
  close(): Promise<void>;
};

const program = fileURLToPath(new URL('./pressWorker.ts', import.meta.url));

export function openPressApart(): PressApart {
  const child = fork(program, [sheetMark()], { serialization: 'advanced', execArgv: [] });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const fail = (error: Error) => {
    for (const each of waiting.values()) each.reject(error);
    waiting.clear();
  };
  child.on('message', ({ id, pdf, problem }: Answer) => {
    const each = waiting.get(id);
    waiting.delete(id);
    if (pdf) each?.resolve(pdf);
    else each?.reject(new Error(problem));
  });
  child.on('error', fail);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      fail(new Error('the press has stopped'));
      resolve();
    });
  });
  const ask = (what: object): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      child.send({ id: last, ...what }, (error) => error && reject(error));
    });
  return {
    render: (form) => ask({ form }),
    join: (pdfs) => ask({ join: pdfs }),
    close: async () => {
      child.kill();
      await ended;
    },
  };
}
