import { createServer } from 'node:http';
import { collectAtRest } from '../collectAtRest.ts';

// A server that has just answered somebody who asked for much, and then nobody; tells how large its heap is meanwhile.
collectAtRest(createServer(), { restMs: 500, lookMs: 50 });
let kept: object[] = [];
for (let round = 0; round < 6; round += 1)
  kept = Array.from({ length: 400_000 }, (_, n) => ({ text: `${n}`, at: [n] }));
const tell = () => process.send?.(process.memoryUsage().heapTotal / 1_048_576);
tell();
kept = [];
setInterval(tell, 50);
