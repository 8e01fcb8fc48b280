import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadSecrets } from './secrets.ts';

let folder: string;
const file = () => join(folder, 'secrets.json');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fengqiao-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('secrets are made at the first start, differ from each other, and are the same ever after', () => {
  const first = loadSecrets(folder, {});
  expect(Object.values(first).map((secret) => secret.length)).toEqual([32, 32, 32]);
  expect(new Set(Object.values(first).map((secret) => secret.toString('hex'))).size).toBe(3);
  expect(loadSecrets(folder, {})).toEqual(first);
  expect(readdirSync(folder)).toEqual(['secrets.json']);
});

test('only the owner can read the file, also after someone opened it to others', () => {
  loadSecrets(folder, {});
  chmodSync(file(), 0o644);
  loadSecrets(folder, {});
  expect(statSync(file()).mode & 0o777).toBe(0o600);
});

test('a damaged file is never replaced: what is sealed with it would be lost', () => {
  writeFileSync(file(), '{"masterKey":');
  expect(() => loadSecrets(folder, {})).toThrow(/请从备份恢复/);
  writeFileSync(file(), '{"masterKey":"short"}');
  expect(() => loadSecrets(folder, {})).toThrow(/masterKey 应是 32 字节/);
});

test('a secret from the environment goes before the file, and with all of them there is no file', () => {
  const given = Buffer.alloc(32, 7);
  const text = given.toString('base64url');
  const all = { FENGQIAO_MASTER_KEY: text, FENGQIAO_QR_SECRET: text, FENGQIAO_COOKIE_SECRET: text };
  expect(loadSecrets(folder, all)).toEqual({ masterKey: given, qrSecret: given, cookieSecret: given });
  expect(readdirSync(folder)).toEqual([]);
  const some = loadSecrets(folder, { FENGQIAO_QR_SECRET: text });
  expect(some.qrSecret).toEqual(given);
  expect(some.masterKey).not.toEqual(given);
  expect(() => loadSecrets(folder, { FENGQIAO_MASTER_KEY: 'abc' })).toThrow(/FENGQIAO_MASTER_KEY 应是/);
});
