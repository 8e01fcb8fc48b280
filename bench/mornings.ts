import { setTimeout as pause } from 'node:timers/promises';
import { registerDispute } from '../src/disputes/registerDispute.sql.ts';
import { addPerson } from '../src/people/testing/signedIn.ts';
import { atTime, dayOf } from '../src/platform/now.ts';
import { briefLeaders } from '../src/server/recurring.ts';
import { boardStock } from './boardStock.ts';
import { median, registration, scene } from './scene.ts';

// Half past seven: a morning for each center that somebody leads, of the city, each county and each township, and what somebody
// who registers meanwhile feels of it. Open is the newest part, a fifth; the third number is the part that lies in one county.
const [rows = 200_000, open = 0.2, one = 0] = process.argv.slice(2).map(Number);
const { admin, db, engine, actor, close } = await scene();
const filled = await boardStock(admin, engine, { rows, open, one });
const centers = engine.reference().network.units.filter(({ kind, active }) => kind === 'center' && active);
for (const { id } of centers) await addPerson(db, '带头的', [{ role: 'centerLeader', unitId: id }]);
await engine.cache.refresh();

const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const times: number[] = [];
const register = async (): Promise<void> => {
  const started = performance.now();
  await registerDispute(engine, actor, registration());
  times.push(performance.now() - started);
};
function tell(label: string): void {
  console.log(
    `${label}: ${times.length} registered, each median ${median(times).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms, longest ${Math.max(...times).toFixed(0)} ms`,
  );
  times.length = 0;
}

console.log(`${rows} disputes, ${filled}; ${centers.length} centers`);
const morning = atTime(dayOf(engine.now()), '07:31');
async function make(beside: boolean): Promise<void> {
  await admin.query('delete from briefing');
  const started = performance.now();
  let going = beside;
  // Some ten counters of the county at once are busy with forty a second.
  const busy = (async () => {
    for (; going; await pause(25)) await register();
  })();
  const made = await briefLeaders({ ...engine, now: () => morning });
  going = false;
  await busy;
  console.log(`${made} mornings in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

for (let n = 0; n < 300; n += 1) {
  await register();
  await pause(25);
}
tell('nothing beside it');
// What autovacuum does within a minute of work.
await admin.query('analyze');
await make(false);
await make(true);
tell('while mornings are made');
await close();
