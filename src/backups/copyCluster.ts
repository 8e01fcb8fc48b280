import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Pack, pack } from 'tar-stream';

/** PostgreSQL makes these anew (documentation 25.3.4); the log is kept by itself. */
const emptied = new Set([
  ...['pg_wal', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans', 'pg_replslot'],
]);
const leftOut =
  /^(postmaster\.(pid|opts)|current_logfiles|backup_label.*|tablespace_map.*|recovery\.signal|standby\.signal)$/;
const passing = /^(pgsql_tmp|pg_internal\.init|t\d+_\d+)/;

type Entry = { readonly path: string; readonly folder: boolean };

async function walk(data: string, below: string): Promise<Entry[]> {
  const entries = await readdir(join(data, below), { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry): Promise<Entry[]> => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if ((below === '' && leftOut.test(entry.name)) || passing.test(entry.name)) return [];
      if (!entry.isDirectory()) return entry.isFile() ? [{ path, folder: false }] : [];
      const inner = emptied.has(path) ? [] : await walk(data, path).catch(gone);
      return [
        { path, folder: true },
        ...(path === 'pg_wal' ? [{ path: 'pg_wal/archive_status', folder: true }] : []),
        ...inner,
      ];
    }),
  );
  return found.flat();
}

/** Tables are dropped while we copy; the log drops them once more in the copy. */
function gone(error: unknown): never[] {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
  throw error;
}

const CHUNK = 1 << 20;

/** Waits where the reader is slower. */
const write = (sink: ReturnType<Pack['entry']>, bytes: Uint8Array): Promise<void> | void =>
  sink.write(bytes) ? undefined : new Promise<void>((resolve) => sink.once('drain', resolve));

/** As long as it was when we opened it: what grew since is in the log, what was cut off is filled with zeros. */
async function addFile(tar: Pack, data: string, path: string, abandoned: Promise<never>): Promise<number> {
  const handle = await open(join(data, path), 'r').catch(() => undefined);
  if (!handle) return 0;
  try {
    const { size } = await handle.stat();
    const { promise: added, resolve, reject } = Promise.withResolvers<void>();
    const sink = tar.entry({ name: path, size, mode: 0o600 }, (error) => (error ? reject(error) : resolve()));
    for (let at = 0; at < size; ) {
      const buffer = Buffer.alloc(Math.min(CHUNK, size - at));
      await handle.read(buffer, 0, buffer.length, at);
      await Promise.race([write(sink, buffer), abandoned]);
      at += buffer.length;
    }
    // Its types want something to end with.
    sink.end(Buffer.alloc(0));
    await Promise.race([added, abandoned]);
    return size;
  } finally {
    await handle.close();
  }
}

/** `abandon`: whoever read it went away, and nobody would ever drain what is written. */
export type Copying = { readonly tar: Pack; abandon(): void };

/** A tar of a cluster that goes on working, between pg_backup_start and pg_backup_stop. `global/pg_control` comes last. */
export function copyCluster(data: string, told: (bytes: number) => void): Copying {
  const tar = pack();
  const { promise: abandoned, reject } = Promise.withResolvers<never>();
  let isAbandoned = false;
  abandoned.catch(() => {});
  const fill = async () => {
    let bytes = 0;
    const entries = await walk(data, '');
    const last = entries.filter(({ path }) => path === 'global/pg_control');
    for (const { path, folder } of [...entries.filter((entry) => !last.includes(entry)), ...last]) {
      if (folder) tar.entry({ name: path, type: 'directory', mode: 0o700 });
      else bytes += await addFile(tar, data, path, abandoned);
      told(bytes);
    }
    tar.finalize();
  };
  // Abandoned, it has no reader left to tell.
  fill().catch((error: Error) => isAbandoned || tar.destroy(error));
  return {
    tar,
    abandon() {
      isAbandoned = true;
      reject(new Error('the copy was abandoned'));
    },
  };
}
