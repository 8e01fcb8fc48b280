import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Environment } from './config.ts';
import { StartupProblem } from './startup-problem.ts';

/** 32 bytes each. `masterKey` seals personal fields: without it they can never be read again. */
export type Secrets = { readonly masterKey: Buffer; readonly qrSecret: Buffer; readonly cookieSecret: Buffer };

const variables = {
  masterKey: 'FENGQIAO_MASTER_KEY',
  qrSecret: 'FENGQIAO_QR_SECRET',
  cookieSecret: 'FENGQIAO_COOKIE_SECRET',
} as const;
const names = Object.keys(variables) as (keyof Secrets)[];

function thirtyTwoBytes(text: unknown, where: string): Buffer {
  const bytes = typeof text === 'string' && /^[\w-]{43}$/.test(text) ? Buffer.from(text, 'base64url') : undefined;
  if (bytes?.length === 32) return bytes;
  throw new StartupProblem(
    `${where} 应是 32 字节的 base64url 文本（43 个字符）。`,
    `${where} must be 32 bytes as base64url (43 characters).`,
  );
}

/** Written once with 0600. Two processes that start together end up with the same file: the first link wins. */
export function keepPrivateFile(path: string, text: string): void {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    closeSync(file);
    rmSync(draft, { force: true });
  }
}

/** The text of a private file, or undefined when there is none yet. Closes it to others if someone opened it. */
export function readPrivateFile(path: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    chmodSync(path, 0o600);
    return text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function stored(dataDir: string): Record<string, unknown> {
  const path = join(dataDir, 'secrets.json');
  if (readPrivateFile(path) === undefined) {
    mkdirSync(dataDir, { recursive: true });
    const fresh = names.map((name) => [name, randomBytes(32).toString('base64url')]);
    keepPrivateFile(path, `${JSON.stringify(Object.fromEntries(fresh), null, 2)}\n`);
  }
  try {
    return JSON.parse(readPrivateFile(path) ?? '') as Record<string, unknown>;
  } catch {
    throw new StartupProblem(
      `密钥文件坏了：${path}。请从备份恢复它；重新生成会让已加密的证件号、电话再也读不出来。`,
      `The secrets file is damaged: ${path}. Restore it from a backup; new keys could never read what is already sealed.`,
    );
  }
}

/** Whether every secret is given or kept already; nothing is made. */
export function hasSecrets(dataDir: string, env: Environment = process.env): boolean {
  const given = names.every((name) => env[variables[name]]?.trim());
  return given || readPrivateFile(join(dataDir, 'secrets.json')) !== undefined;
}

/** Secrets from the environment, and whatever is not given there from `secrets.json`, made at the first start. */
export function loadSecrets(dataDir: string, env: Environment = process.env): Secrets {
  const given = (name: keyof Secrets) => env[variables[name]]?.trim() || undefined;
  const file = names.every((name) => given(name) !== undefined) ? {} : stored(dataDir);
  const read = (name: keyof Secrets) =>
    thirtyTwoBytes(
      given(name) ?? file[name],
      given(name) ? variables[name] : `${join(dataDir, 'secrets.json')} ${name}`,
    );
  return Object.freeze({
    masterKey: read('masterKey'),
    qrSecret: read('qrSecret'),
    cookieSecret: read('cookieSecret'),
  });
}
