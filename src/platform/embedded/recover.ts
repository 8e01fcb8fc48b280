import type { ChildProcess } from 'node:child_process';
import { chownSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { type Cluster, durableCluster, failed, urlOf } from './cluster.ts';
import { claim } from './instance.ts';
import { attempt, run, stopServer } from './server.ts';

/** A copy that is brought back lies beside the place it goes to, and gets its name last. */
export function draftOf(dataDir: string): Cluster & { readonly final: string } {
  const cluster = durableCluster(dataDir);
  return { ...cluster, final: cluster.data, data: `${cluster.data}.restoring` };
}

export type Recovering = { readonly url: string; stop(): Promise<void> };
type Progress = { readonly until: Date | null; readonly recovering: boolean };

async function progress(client: pg.Client): Promise<Progress> {
  const { rows } = await client.query<Progress>(
    'select pg_is_in_recovery() as recovering, pg_last_xact_replay_timestamp() as until',
  );
  return rows[0] ?? { until: null, recovering: true };
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/**
 * Starts PostgreSQL on a copied cluster and carries it on by the given recovery settings until it takes writes. However
 * long it takes: only the end of the process gives up. Rejects with a StartupProblem that quotes the server's log.
 */
export async function recover(
  cluster: Cluster,
  log: (line: string) => void,
  told: (until: Date) => void,
): Promise<Recovering> {
  const signal = join(cluster.data, 'recovery.signal');
  writeFileSync(signal, '');
  if (cluster.account) chownSync(signal, cluster.account.uid, cluster.account.gid);
  await claim(cluster.data, cluster.ownerFile);
  const { child, port } = await run(cluster, log);
  const url = urlOf(port, cluster.password, 'postgres');
  const stop = () => stopServer(cluster, child);
  try {
    for (;;) {
      const { until, recovering } = await attempt(url, progress);
      if (!recovering) return { url: urlOf(port, cluster.password), stop };
      if (until) told(until);
      await pause(300);
    }
  } catch (error) {
    // A server that gives up closes its connections a moment before it is gone.
    for (let turn = 0; turn < 50 && !hasEnded(child); turn++) await pause(100);
    const ended = hasEnded(child);
    await stop();
    throw ended ? failed('恢复', cluster.logFile, readFileSync(cluster.logFile).subarray(-4000).toString()) : error;
  }
}
