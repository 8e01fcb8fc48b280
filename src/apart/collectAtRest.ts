import type { Server } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (how: { type: 'major'; flavor: 'last-resort' }) => void;
type Rest = { restMs: number; lookMs: number };

/** Less than a fifth more than was kept the last time is not worth a pause. */
const GROWN = 1.2;

/**
 * V8 lets garbage grow by hundreds of megabytes where the machine has them, and keeps it while nobody comes. Once nobody has
 * asked for some seconds it is collected, and the room given back to the machine; while people work, nothing is different.
 * (Flags that keep the heap small at all times cost a third to the double of the time of a request.)
 */
export function collectAtRest(server: Server, { restMs, lookMs }: Rest = { restMs: 10_000, lookMs: 5_000 }) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as Collect;
  let asked = performance.now();
  let kept = 0;
  const onRequest = () => {
    asked = performance.now();
  };
  server.on('request', onRequest);
  const look = setInterval(() => {
    if (performance.now() - asked < restMs || process.memoryUsage().heapTotal < kept * GROWN) return;
    collect({ type: 'major', flavor: 'last-resort' });
    kept = process.memoryUsage().heapTotal;
  }, lookMs);
  look.unref();
  return async (): Promise<void> => {
    clearInterval(look);
    server.off('request', onRequest);
  };
}
