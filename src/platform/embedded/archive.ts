import { chownSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import type { Cluster } from './cluster.ts';

/** Where finished pieces of the write-ahead log wait to be fetched. While it is not there, none are kept. */
export const spoolOf = ({ data }: Pick<Cluster, 'data'>): string => `${data}.wal`;

const quoted = (path: string): string => `'${path.replaceAll("'", `'\\''`).replaceAll('%', '%%')}'`;

/**
 * What PostgreSQL runs for each finished piece, which it calls %p and %f. A piece gets its name only when it is whole on
 * disk: the documentation's `cp` alone could leave half of one after a power cut.
 */
export function archiveCommand(spool: string): string {
  if (process.platform === 'win32') {
    const folder = `"${spool.replaceAll('/', '\\').replaceAll('%', '%%')}`;
    return `if exist ${folder}" (copy /Y "%p" ${folder}\\.%f" && move /Y ${folder}\\.%f" ${folder}\\%f")`;
  }
  return `d=${quoted(spool)}; [ -d "$d" ] || exit 0; cp "%p" "$d/.%f" && sync "$d/.%f" && mv "$d/.%f" "$d/%f"`;
}

/** How a copy fetches the pieces it is to be carried on with. */
export function restoreCommand(folder: string): string {
  if (process.platform === 'win32') return `copy "${folder.replaceAll('/', '\\')}\\%f" "%p"`;
  return `cp ${quoted(folder)}/%f "%p"`;
}

/** From now on finished pieces are kept, or no longer. */
export function keepSpool(cluster: Cluster, wanted: boolean): void {
  const spool = spoolOf(cluster);
  if (!wanted) rmSync(spool, { recursive: true, force: true });
  if (!wanted || existsSync(spool)) return;
  mkdirSync(spool, { mode: 0o700 });
  if (cluster.account) chownSync(spool, cluster.account.uid, cluster.account.gid);
}
