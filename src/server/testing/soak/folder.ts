import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../../platform/db.ts';
import { foldChanges } from '../../../rollups/foldChanges.sql.ts';
import { countiesWaiting } from '../../../rollups/waiting.sql.ts';

// Another server of the house, of which only the fold is looked at. It is told what time it is, and may be killed at any moment.
const counties = (process.env.COUNTIES ?? '').split(',');
const db = openDatabase(process.env.APP_URL ?? '', 1);
let now = new Date();
process.on('message', (time: number) => {
  now = new Date(time);
});
process.on('disconnect', () => process.exit());

for (;;) {
  // Of a database that is away it asks again, as a server does.
  const waiting = await countiesWaiting(db, counties).catch(() => []);
  for (const county of waiting) await foldChanges(db, county, now).catch(() => 0);
  await pause(40);
}
