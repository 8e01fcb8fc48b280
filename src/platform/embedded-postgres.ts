import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { durableCluster, ephemeralCluster, initialize, passwordOf, urlOf } from './embedded/cluster.ts';
import { claim, runningOn } from './embedded/instance.ts';
import { keepUp } from './embedded/keepUp.ts';
import { placeData } from './embedded/places.ts';
import { attempt, run, runAgain, stopServer } from './embedded/server.ts';

export type EmbeddedPostgres = {
  readonly port: number;
  /** The superuser's URL of a database, `fengqiao` unless named. */
  adminUrl(database?: string): string;
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  readonly dataDir: string;
  /** For tests: nothing is flushed to disk, and all is removed on stop. `dataDir` is not touched. */
  readonly ephemeral?: boolean;
  readonly log?: (line: string) => void;
  /** It ended unasked and could not be started again. */
  readonly onLost?: (error: unknown) => void;
};

async function createDatabase(url: string): Promise<void> {
  await attempt(url, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = 'fengqiao'");
    if (rowCount === 0) await client.query('create database fengqiao');
  });
}

/** Starts our own PostgreSQL on loopback and a free port. It holds the cluster and an empty database `fengqiao`. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => {});
  const cluster = options.ephemeral ? await ephemeralCluster() : durableCluster(options.dataDir);
  await claim(cluster.data, cluster.ownerFile);
  if (!existsSync(join(cluster.data, 'PG_VERSION'))) {
    log('正在建立数据库… Creating the database …');
    initialize(cluster);
  }
  const { child, port } = await run(cluster, log);
  const start = () => runAgain(cluster, port, log);
  const kept = keepUp(child, { start, log, onLost: options.onLost ?? (() => {}) });
  await createDatabase(urlOf(port, cluster.password, 'postgres'));
  let stopped: Promise<void> | undefined;
  return {
    port,
    adminUrl: (database) => urlOf(port, cluster.password, database),
    stop() {
      stopped ??= kept.letGo().then((last) => stopServer(cluster, last));
      return stopped;
    },
  };
}

/** The superuser's URL of the server that another process runs on this data directory, if one does. */
export function adminUrlOfRunning(dataDir: string): string | undefined {
  if (!existsSync(join(dataDir, 'postgres.owner'))) return undefined;
  const running = runningOn(placeData(dataDir));
  return running && urlOf(running.port, passwordOf(dataDir, false));
}
