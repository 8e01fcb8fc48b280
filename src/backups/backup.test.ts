import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attempt } from '../platform/embedded/server.ts';
import { startEmbeddedPostgres } from '../platform/embedded-postgres.ts';
import { makeFieldCrypto } from '../platform/fieldCrypto.ts';
import { makeFileStore } from '../platform/fileStore.ts';
import { loadSecrets } from '../platform/secrets.ts';
import { readBackupConfig } from './backupConfig.ts';
import { houseOf, ownCluster, programVersion } from './house.ts';
import { backUp, rehearseOne, shipLatest } from './keepHouse.sql.ts';
import { listBackups } from './manifest.ts';
import { folderPlace, type Place } from './place.ts';
import { compareIn } from './rehearse.sql.ts';
import { bringBack, bringContents, type RestoreMeans, settle, type Target } from './restore.ts';
import { type BackupKey, readBackupKey } from './seal.ts';
import { takeBackup } from './takeBackup.sql.ts';
import { type OpenHouse, openHouse, removeData } from './testing/house.ts';

let house: OpenHouse;
const made: string[] = [];
beforeAll(async () => {
  house = await openHouse();
});
afterAll(async () => {
  await house.close();
  removeData(house.dataDir);
  for (const dataDir of made) removeData(dataDir);
});

const near = () => folderPlace(house.backup.places[0]);
const identity = async () => (await readBackupKey(house.backup.keyFile))?.identity ?? '';
const empty = () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'fengqiao-restored-'));
  made.push(dataDir);
  return dataDir;
};

async function restoreTo(target: Target) {
  const dataDir = empty();
  const means: RestoreMeans = { place: near(), identity: await identity(), dataDir, told: () => {}, log: () => {} };
  const restored = await bringBack(means, programVersion(), target);
  const compared = await compareIn(restored.running.url, restored.draft.data, restored.house, undefined, means);
  const bad = await bringContents(means, compared.contents, true);
  await restored.running.stop();
  settle(dataDir, restored);
  return { dataDir, compared, bad };
}

const titlesIn = async (url: string): Promise<string[]> =>
  attempt(url, async (client) =>
    (await client.query('select title from matter order by title')).rows.map((row) => row.title),
  );

test('a backup taken while people register is brought back to a minute, on an empty folder, with papers and sealed phones', async () => {
  await house.register('备份前');
  let going = true;
  let written = 0;
  const load = (async () => {
    while (going) {
      await house.register(`备份中 ${written}`);
      written += 1;
      await pause(10);
    }
  })();
  const paper = await house.upload('漏水照片的说明');
  const taken = await backUp(house.keeping);
  going = false;
  await load;
  expect(taken.outcome).toBe('done');
  expect(written).toBeGreaterThan(0);
  await house.register('备份后', [paper.id]);
  await pause(50);
  const moment = new Date();
  await pause(50);
  await house.register('这件不该有');
  const shipped = await shipLatest(house.keeping, new Date(0));
  expect(shipped).toEqual({ outcome: 'done', said: '' });

  const { dataDir, compared, bad } = await restoreTo({ to: moment });
  expect(compared.problems).toEqual([]);
  expect(bad).toEqual([]);
  expect(compared.counts.matter).toBe(written + 2);
  const server = await startEmbeddedPostgres({ dataDir });
  const titles = await titlesIn(server.adminUrl());
  expect(titles).toEqual(
    expect.arrayContaining(['备份前', '备份后', ...Array.from({ length: written }, (_, n) => `备份中 ${n}`)]),
  );
  expect(titles).not.toContain('这件不该有');
  const [phone] = await attempt(
    server.adminUrl(),
    async (client) =>
      (await client.query('select phone_sealed from party where phone_sealed is not null limit 1')).rows,
  );
  const crypto = makeFieldCrypto({ masterKey: loadSecrets(dataDir, {}).masterKey });
  expect(crypto.open('140106', phone.phone_sealed)).toBe(house.phone);
  const [file] = await attempt(
    server.adminUrl(),
    async (client) => (await client.query('select sha256 from matter_file')).rows,
  );
  expect(await makeFileStore(join(dataDir, 'files')).intact(file.sha256)).toBe(true);
  await server.stop();
});

test('a backup counts for nothing until it was brought back and compared, and then it says what was seen', async () => {
  expect((await listBackups(near())).map(({ proof }) => proof)).toEqual([undefined]);
  const ended = await rehearseOne(house.keeping, () => {});
  expect(ended.said).toMatch(/恢复出来 办件 [\d,]+ 件、经过 [\d,]+ 条.*和备份那一刻一行不差/);
  expect(ended.outcome).toBe('done');
  expect((await listBackups(near()))[0]?.proof?.outcome).toBe('done');
});

/** The same backup, with one thing done to it. */
function spoiled(change: (place: string, name: string) => void): string {
  const copy = join(mkdtempSync(join(tmpdir(), 'fengqiao-copy-')), 'backup');
  cpSync(house.backup.places[0], copy, { recursive: true });
  change(copy, newest(copy));
  return copy;
}
const newest = (place: string): string => readdirSync(join(place, 'base')).sort().at(-1) ?? '';

async function rehearsedAt(copy: string, env: Record<string, string> = {}) {
  const backup = readBackupConfig(house.config, { BACKUP_DIR: copy, ...env });
  const ended = await rehearseOne({ ...house.keeping, backup }, () => {});
  rmSync(dirname(copy), { recursive: true });
  return ended;
}

function flipByte(path: string): void {
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
  writeFileSync(path, bytes);
}

test('a copy with one changed byte is bad, and says so; the good one stays proven', async () => {
  const ended = await rehearsedAt(
    spoiled((place, name) => flipByte(join(place, 'base', name, 'database.tar.zst.age'))),
  );
  expect(ended.outcome).toBe('failed');
  expect(ended.said).toContain('备份里有一块坏了，打不开');
  expect((await listBackups(near()))[0]?.proof?.outcome).toBe('done');
});

test('a copy that opens but has a row less is bad: a matching digest is no pass', async () => {
  const ended = await rehearsedAt(
    spoiled((place, name) => {
      const path = join(place, 'base', name, 'manifest.json');
      const manifest = JSON.parse(readFileSync(path, 'utf8'));
      manifest.witness.counts.party += 1;
      writeFileSync(path, JSON.stringify(manifest));
    }),
  );
  expect(ended.outcome).toBe('failed');
  expect(ended.said).toMatch(/1 张表的行数对不上，例如 party：应有 \d+ 行/);
});

test('a paper that is not in the copy, or is another one, makes it bad', async () => {
  const lost = await rehearsedAt(spoiled((place) => rmSync(join(place, 'files'), { recursive: true })));
  expect(lost).toMatchObject({ outcome: 'failed', said: expect.stringContaining('1 份附件不在备份里') });
});

test('a piece of the log that is missing is told as that', async () => {
  const ended = await rehearsedAt(spoiled((place) => rmSync(join(place, 'wal'), { recursive: true })));
  expect(ended.outcome).toBe('failed');
});

test('with another key, or none, nothing is known of the copy: could not check is not bad', async () => {
  const other = join(mkdtempSync(join(tmpdir(), 'fengqiao-key-')), 'backup.key');
  const wrong = await rehearsedAt(
    spoiled(() => {}),
    { BACKUP_KEY_FILE: other },
  );
  expect(wrong).toMatchObject({ outcome: 'unchecked', said: expect.stringContaining('不是封这份备份的那一把') });
  const recipient = (await readBackupKey(other))?.recipient ?? '';
  rmSync(other);
  const none = await rehearsedAt(
    spoiled(() => {}),
    { BACKUP_KEY_FILE: other, BACKUP_RECIPIENT: recipient },
  );
  expect(none).toMatchObject({ outcome: 'unchecked', said: expect.stringContaining('密钥不在这台机器上') });
});

test('a place that is not mounted is not filled on the wrong disk: could not check', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'fengqiao-unmounted-'));
  const [address] = house.backup.places;
  writeFileSync(
    join(house.dataDir, 'backup.places.json'),
    JSON.stringify({ [address]: markIn(address), [empty]: 'another' }),
  );
  const backup = readBackupConfig(house.config, { BACKUP_DIR: address, BACKUP_SECOND: empty });
  const shipped = await shipLatest({ ...house.keeping, backup }, new Date());
  expect(shipped).toMatchObject({ outcome: 'failed', said: expect.stringContaining('可能没有挂上') });
  expect(readdirSync(empty)).toEqual([]);
});
const markIn = (address: string): string => JSON.parse(readFileSync(join(address, 'fengqiao-backup.json'), 'utf8')).id;

test('the second place holds the same, and a house comes back from it alone', async () => {
  const second = mkdtempSync(join(tmpdir(), 'fengqiao-second-'));
  const backup = readBackupConfig(house.config, { BACKUP_DIR: house.backup.places[0], BACKUP_SECOND: second });
  const ended = await backUp({ ...house.keeping, backup });
  expect(ended.said).toMatch(/^备份好了：\S+，\d+ MB。$/);
  expect(readdirSync(join(second, 'base'))).toEqual(readdirSync(join(house.backup.places[0], 'base')));
  const dataDir = empty();
  const means: RestoreMeans = {
    place: folderPlace(second),
    identity: await identity(),
    dataDir,
    told: () => {},
    log: () => {},
  };
  const restored = await bringBack(means, programVersion(), { to: 'end' });
  await restored.running.stop();
  expect(restored.backup.name).toBe(newest(second));
  rmSync(second, { recursive: true });
});

test('a backup that was broken off, or met a full place, never bears a name', async () => {
  const before = (await listBackups(near())).map(({ name }) => name);
  const full: Place = {
    ...near(),
    put: async (path, content) => {
      if (path.endsWith('.tar.zst.age')) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      return near().put(path, content);
    },
  };
  const key = (await readBackupKey(house.backup.keyFile)) as BackupKey;
  const means = {
    ...house.keeping,
    cluster: ownCluster(house.config),
    files: '/nowhere',
    house: houseOf(house.config, house.keeping.secrets),
    key,
    program: '0',
  };
  await expect(takeBackup(means, full)).rejects.toThrow('no space');
  expect((await listBackups(near())).map(({ name }) => name)).toEqual(before);
  // The database is free to be copied again.
  await house.register('还能登记');
  expect((await backUp(house.keeping)).outcome).toBe('done');
});

test('two backups begun at once come one after the other, and neither loses its parts to what the other lets go', async () => {
  const both = await Promise.all([backUp(house.keeping), backUp(house.keeping)]);
  expect(both.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
  for (const { manifest } of both) expect(await near().has(`base/${manifest.name}/database.tar.zst.age`)).toBe(true);
  expect(new Set(both.map(({ manifest }) => manifest.name)).size).toBe(2);
});

test('a copy of a newer version is refused before anything is touched, naming both', async () => {
  const copy = spoiled((place, name) => {
    const path = join(place, 'base', name, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(
      path,
      JSON.stringify({ ...manifest, program: '9.9.0', migrations: [...manifest.migrations, '9999_later'] }),
    );
  });
  const dataDir = empty();
  const means: RestoreMeans = {
    place: folderPlace(copy),
    identity: await identity(),
    dataDir,
    told: () => {},
    log: () => {},
  };
  await expect(bringBack(means, programVersion(), { to: 'end' })).rejects.toThrow(/9\.9\.0 版.*9999_later.*0\.1\.0 版/);
  expect(readdirSync(dataDir)).toEqual([]);
  rmSync(dirname(copy), { recursive: true });
});

test('a folder that holds a house is never written over', async () => {
  const means: RestoreMeans = {
    place: near(),
    identity: await identity(),
    dataDir: house.dataDir,
    told: () => {},
    log: () => {},
  };
  await expect(bringBack(means, programVersion(), { to: 'end' })).rejects.toThrow(/已有数据/);
});

test('a time that the log does not reach is refused in a sentence', async () => {
  await expect(restoreTo({ to: new Date('2020-01-01') })).rejects.toThrow(/最早能恢复到/);
  await expect(restoreTo({ to: new Date(Date.now() + 3_600_000) })).rejects.toThrow(/日志不够恢复到/);
});
