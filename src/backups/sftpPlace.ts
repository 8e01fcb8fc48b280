import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect as openSocket } from 'node:net';
import { posix } from 'node:path';
import { pipeline } from 'node:stream/promises';
import SftpClient from 'ssh2-sftp-client';
import type { BackupConfig } from './backupConfig.ts';
import { UpkeepUnchecked } from './outcome.ts';
import { PART, type Place } from './place.ts';

type Known = (key: Buffer) => boolean;

/** Whoever answers at this address must be who it was: otherwise the backups go to a stranger. */
function verifier(
  expected: string | undefined,
  host: string,
): { readonly hostVerifier: Known; readonly problem: () => string | undefined } {
  let problem: string | undefined;
  const hostVerifier = (key: Buffer): boolean => {
    const fingerprint = `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
    if (expected === fingerprint) return true;
    problem =
      expected === undefined
        ? `第一次连 ${host}：请和那台机器的管理员核对指纹，写进 BACKUP_SFTP_HOST_KEY=${fingerprint}`
        : `${host} 的指纹变了（现在是 ${fingerprint}），没有连。请先弄清原因。`;
    return false;
  };
  return { hostVerifier, problem: () => problem };
}

const missing = (error: unknown): boolean => ['ENOENT', 2].includes((error as { code?: string | number }).code ?? '');
const asAbsent = (error: unknown): Error => Object.assign(new Error((error as Error).message), { code: 'ENOENT' });

async function connect(address: string, sftp: BackupConfig['sftp']): Promise<SftpClient> {
  const url = new URL(address);
  const { hostVerifier, problem } = verifier(sftp.hostKey, url.host);
  // What happens to the connection is told where something was asked of it; of itself the package prints it.
  const client = new SftpClient('backups', { error: () => {}, end: () => {}, close: () => {} });
  try {
    await client.connect({
      // Many small requests, each waiting for its answer: held back, every one of them costs a tenth of a second.
      sock: openSocket({ host: url.hostname, port: Number(url.port || 22), noDelay: true }),
      username: decodeURIComponent(url.username),
      privateKey: readFileSync(sftp.keyFile ?? ''),
      readyTimeout: 20_000,
      hostVerifier,
    });
    return client;
  } catch (error) {
    throw new UpkeepUnchecked(problem() ?? `连不上存备份的 ${url.host}：${(error as Error).message}`);
  }
}

/** At once where the server knows how; else for a moment neither is there, and whoever reads then finds nothing. */
async function rename(client: SftpClient, from: string, to: string): Promise<void> {
  try {
    await client.posixRename(from, to);
  } catch (error) {
    if (!/does not support/.test((error as Error).message)) throw error;
    await client.delete(to, true);
    await client.rename(from, to);
  }
}

type Entries = (folder: string) => Promise<SftpClient.FileInfo[]>;

const listing = (entries: Entries): Pick<Place, 'list' | 'folders'> => ({
  async list(folder) {
    const files = (await entries(folder)).filter(({ type, name }) => type === '-' && !name.endsWith(PART));
    return files.map(({ name, size, modifyTime }) => ({ name, size, at: new Date(modifyTime) }));
  },
  folders: async (folder) => (await entries(folder)).filter(({ type }) => type === 'd').map(({ name }) => name),
});

/** A folder of another machine, over SFTP. */
export async function sftpPlace(address: string, sftp: BackupConfig['sftp']): Promise<Place> {
  const client = await connect(address, sftp);
  const home = decodeURIComponent(new URL(address).pathname);
  const at = (path: string): string => posix.join(home, path);
  const entries: Entries = (folder) =>
    client.list(at(folder)).catch((error: unknown) => {
      if (missing(error)) return [];
      throw error;
    });
  const made = new Set<string>();
  const make = async (folder: string): Promise<void> => {
    if (!made.has(folder) && !(await client.exists(folder))) await client.mkdir(folder, true);
    made.add(folder);
  };
  return {
    said: address,
    ...listing(entries),
    async put(path, content) {
      await make(posix.dirname(at(path)));
      await pipeline(content, client.createWriteStream(`${at(path)}${PART}`));
      await rename(client, `${at(path)}${PART}`, at(path));
    },
    async get(path) {
      await client.stat(at(path)).catch((error: unknown) => {
        throw missing(error) ? asAbsent(error) : error;
      });
      return client.createReadStream(at(path));
    },
    has: async (path) => (await client.exists(at(path))) !== false,
    async remove(path) {
      const kind = await client.exists(at(path));
      if (kind === 'd') await client.rmdir(at(path), true);
      else if (kind) await client.delete(at(path), true);
    },
    room: async () => undefined,
    close: async () => {
      await client.end();
    },
  };
}
