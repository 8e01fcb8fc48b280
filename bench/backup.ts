import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programVersion } from '../src/backups/house.ts';
import { backUp, rehearseOne, shipLatest } from '../src/backups/keepHouse.sql.ts';
import { folderPlace } from '../src/backups/place.ts';
import { bringBack } from '../src/backups/restore.ts';
import { readBackupKey } from '../src/backups/seal.ts';
import { openHouse, removeData } from '../src/backups/testing/house.ts';
import { rate } from './scene.ts';

const seconds = async <T>(work: () => Promise<T>): Promise<[number, T]> => {
  const from = performance.now();
  const answer = await work();
  return [(performance.now() - from) / 1000, answer];
};

/** What a backup costs those who work meanwhile, as a ratio, and how long the way back takes. */
const house = await openHouse();
let count = 0;
const register = () => {
  count += 1;
  return house.register(`第 ${count} 件`);
};
await rate(4, 5, register);
const before = await rate(4, 10, register);
let going = true;
let during = 0;
const load = Promise.all(
  Array.from({ length: 4 }, async () => {
    while (going) {
      await register();
      during += 1;
    }
  }),
);
const [taken, backup] = await seconds(() => backUp(house.keeping));
going = false;
await load;
const after = await rate(4, 10, register);
console.log(
  `registrations a second: ${before.toFixed(0)} before, ${(during / taken).toFixed(0)} during, ${after.toFixed(0)} after`,
);
console.log(`ratio during/before ${(during / taken / before).toFixed(2)}; ${backup.said}; ${taken.toFixed(1)} s`);
const [shipped] = await seconds(() => shipLatest(house.keeping, new Date(0)));
console.log(`the last minute's log away in ${shipped.toFixed(2)} s`);
const [rehearsed, ended] = await seconds(() => rehearseOne(house.keeping, () => {}));
console.log(`rehearsed in ${rehearsed.toFixed(1)} s: ${ended.said}`);
const dataDir = mkdtempSync(join(tmpdir(), 'fengqiao-restored-'));
const identity = (await readBackupKey(house.backup.keyFile))?.identity ?? '';
const means = { place: folderPlace(house.backup.places[0]), identity, dataDir, told: () => {}, log: () => {} };
const [restored, back] = await seconds(() => bringBack(means, programVersion(), { to: 'end' }));
console.log(`brought back to the last piece in ${restored.toFixed(1)} s, ${count} registered in all`);
await back.running.stop();
await house.close();
removeData(dataDir);
removeData(house.dataDir);
