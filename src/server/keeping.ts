import { letSpoolGo } from '../backups/house.ts';
import { listBackups } from '../backups/manifest.ts';
import type { Ended } from '../backups/outcome.ts';
import { folderPlace } from '../backups/place.ts';
import { backupDue, rehearsalDue } from '../backups/schedule.ts';
import type { ServerEngine } from './engine.ts';

const quiet = (): void => {};
const nothing: Ended = { outcome: 'done', said: '' };
const kept = ({ backup }: ServerEngine) => listBackups(folderPlace(backup.places[0]));

/** What an earlier start kept for backups would fill the disk where none are taken any more. */
let looked = false;
function letGo({ config }: ServerEngine): Ended {
  if (!looked) letSpoolGo(config);
  looked = true;
  return nothing;
}

/** From here back the contents that may not have been sent yet; all of them after a start. */
let sentUntil = new Date(0);

/** What was written in the last minute leaves this machine's database. */
export async function sendLogAway(engine: ServerEngine): Promise<Ended> {
  const { backup, keeper, now } = engine;
  if (!backup.scheduled) return letGo(engine);
  const from = now();
  const ended = await keeper.run({ verb: 'ship', since: sentUntil }, quiet);
  // A file is stored some moments before the row that names it.
  if (ended.outcome === 'done') sentUntil = new Date(from.getTime() - 600_000);
  return ended;
}

export async function backUpByNight(engine: ServerEngine): Promise<Ended> {
  const { backup, keeper, now } = engine;
  if (!backup.scheduled || keeper.busy() !== undefined || !backupDue(await kept(engine), now())) return nothing;
  return keeper.run({ verb: 'backup' }, quiet);
}

export async function rehearseByWeek(engine: ServerEngine): Promise<Ended> {
  const { backup, keeper, now } = engine;
  if (!backup.scheduled || keeper.busy() !== undefined || !rehearsalDue(await kept(engine), now())) return nothing;
  return keeper.run({ verb: 'rehearse' }, quiet);
}
