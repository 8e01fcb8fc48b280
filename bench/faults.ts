import { parseArgs } from 'node:util';
import { clock } from './faults/clock.ts';
import { crowd } from './faults/crowd.ts';
import { fullDisk } from './faults/fullDisk.ts';
import { keys } from './faults/keys.ts';
import { kills } from './faults/kills.ts';
import { stops } from './faults/stops.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string' }, only: { type: 'string' } } });

/** Each fault on a house of its own, with its control. Nothing else should run beside it. */
const faults: Readonly<Record<string, () => Promise<void>>> = {
  kills: () => kills(Number(values.rounds ?? 12)),
  stops,
  keys,
  clock,
  crowd,
  fullDisk,
};
for (const [name, run] of Object.entries(faults)) {
  if (values.only !== undefined && values.only !== name) continue;
  console.log(`\n== ${name}`);
  await run();
}
