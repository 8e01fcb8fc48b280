import { spawnSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../src/platform/config.ts';
import { newId } from '../../src/platform/ids.ts';
import { clerk, openHouse, register, stop } from './house.ts';

/** The keys are gone while the database holds what they sealed: it must not start, and must say which file it wants back. */
export async function keys(): Promise<void> {
  const house = await openHouse();
  const cookie = await clerk(house);
  const { status } = await register(house, cookie, newId());
  await stop(house);
  const file = join(house.dataDir, 'secrets.json');
  const start = () =>
    spawnSync(process.execPath, [join(repositoryRoot, 'bin/start.mjs'), '--without-demo', '--without-web'], {
      env: { ...process.env, DATA_DIR: house.dataDir, PORT: '0' },
      encoding: 'utf8',
      timeout: 60_000,
    });
  renameSync(file, `${file}.away`);
  const without = start();
  console.log(`registered ${status}; without its keys: exit ${without.status}`);
  console.log(without.stderr.trim().split('\n').slice(-2).join('\n'));
  renameSync(`${file}.away`, file);
  const again = await openHouse({}, house.dataDir);
  console.log('control, with them back: it starts');
  await stop(again);
  if (without.status === 0 || without.status === null) process.exitCode = 1;
}
