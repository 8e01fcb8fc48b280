import { parseArgs } from 'node:util';
import { kills } from './faults/kills.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string' }, only: { type: 'string' } } });

/** Each fault on a house of its own, with its control. Nothing else should run beside it. */
const faults: Readonly<Record<string, () => Promise<void>>> = {
  kills: () => kills(Number(values.rounds ?? 12)),
};
for (const [name, run] of Object.entries(faults)) {
  if (values.only !== undefined && values.only !== name) continue;
  console.log(`\n== ${name}`);
  await run();
}
