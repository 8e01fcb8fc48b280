import { Worker } from 'node:worker_threads';
import type { Printable } from './printable.ts';

type Answer = { id: number; pdf?: Uint8Array; problem?: string };
type Waiting = { resolve(pdf: Uint8Array): void; reject(error: Error): void };

/** A press on a thread of its own, for prints of many sheets; it lives as long as one print. */
export type PressApart = {
  render(form: Printable): Promise<Uint8Array>;
  /** Several papers as one file, in their order, so that they leave the printer in one go. */
  join(pdfs: readonly Uint8Array[]): Promise<Uint8Array>;
  close(): Promise<void>;
};

export function openPressApart(): PressApart {
  const worker = new Worker(new URL('./pressWorker.ts', import.meta.url));
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const fail = (error: Error) => {
    for (const each of waiting.values()) each.reject(error);
    waiting.clear();
  };
  worker.on('message', ({ id, pdf, problem }: Answer) => {
    const each = waiting.get(id);
    waiting.delete(id);
    if (pdf) each?.resolve(pdf);
    else each?.reject(new Error(problem));
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the press has stopped')));
  const ask = (what: object): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, ...what });
    });
  return {
    render: (form) => ask({ form }),
    join: (pdfs) => ask({ join: pdfs }),
    close: async () => {
      await worker.terminate();
    },
  };
}
