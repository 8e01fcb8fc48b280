import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeFieldCrypto } from './fieldCrypto.ts';
import { provenSecrets } from './provenSecrets.ts';
import { loadSecrets } from './secrets.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';

let database: TestDatabase;
let admin: pg.Client;
let dataDir: string;
const file = () => join(dataDir, 'secrets.json');
const start = (folder = dataDir) => provenSecrets(database.adminUrl, folder, {});

beforeAll(async () => {
  database = await testDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'fengqiao-keys-'));
  await admin.query('delete from key_check; delete from appointment');
  return () => rmSync(dataDir, { recursive: true });
});

/** A person's phone, sealed with the keys of this folder. */
async function seal(): Promise<void> {
  const crypto = makeFieldCrypto({ masterKey: loadSecrets(dataDir, {}).masterKey });
  await admin.query(
    `insert into appointment (county_code, id, center_id, owner, hall, code, day, slot, service, name_sealed, phone_sealed,
       phone_index, phone_last4_index, made_by, made_at, state)
     values ('140106', '00000000-0000-7000-8000-000000000001', '140106-center', 'c:140106-center', '', '1', '2026-11-30', '09:00',
       'advice', $1, $2, '', '', 'resident', now(), 'booked')`,
    [crypto.seal('140106', '甲'), crypto.seal('140106', '13800001234')],
  );
}

test('the first start makes keys and writes down their proof; every later one finds them fitting', async () => {
  const first = await start();
  expect(await start()).toEqual(first);
});

test('keys that are gone while the database is not: refused in a sentence, and nothing new is made', async () => {
  await start();
  renameSync(file(), `${file()}.away`);
  await expect(start()).rejects.toThrow(/密钥文件却不在：.*secrets\.json.*没有生成新的/s);
  expect(existsSync(file())).toBe(false);
  renameSync(`${file()}.away`, file());
  await start();
});

test('other keys are refused, and so is a second server with a folder of its own', async () => {
  await start();
  const kept = readFileSync(file());
  const second = mkdtempSync(join(tmpdir(), 'fengqiao-keys-'));
  await expect(start(second)).rejects.toThrow(/密钥文件却不在/);
  loadSecrets(second, {});
  await expect(start(second)).rejects.toThrow(/不是封存这个数据库的那一把/);
  writeFileSync(join(second, 'secrets.json'), kept);
  await start(second);
  rmSync(second, { recursive: true });
});

test('a database of before there were proofs is proven by opening what is sealed in it', async () => {
  await seal();
  const kept = readFileSync(file());
  rmSync(file());
  await expect(start()).rejects.toThrow(/密钥文件却不在/);
  loadSecrets(dataDir, {});
  await expect(start()).rejects.toThrow(/不是封存这个数据库的那一把/);
  expect((await admin.query('select from key_check')).rowCount).toBe(0);
  writeFileSync(file(), kept);
  await start();
  expect((await admin.query('select from key_check')).rowCount).toBe(2);
});

test('on an own server the user who migrates is bound by row security; what is sealed is found all the same', async () => {
  await seal();
  await admin.query(
    "create role site_of_keys login password 'of-the-test' nosuperuser nobypassrls in role fengqiao_owner",
  );
  try {
    const url = new URL(database.adminUrl);
    [url.username, url.password] = ['site_of_keys', 'of-the-test'];
    rmSync(file());
    await expect(provenSecrets(url.href, dataDir, {})).rejects.toThrow(/密钥文件却不在/);
    loadSecrets(dataDir, {});
    await expect(provenSecrets(url.href, dataDir, {})).rejects.toThrow(/不是封存这个数据库的那一把/);
  } finally {
    await admin.query('drop role site_of_keys');
  }
});
