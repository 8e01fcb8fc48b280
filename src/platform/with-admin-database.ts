import type { Config } from './config.ts';
import { adminUrlOfRunning, startEmbeddedPostgres } from './embedded-postgres.ts';

/**
 * For programs that run beside or without the product: the own server when one is configured, the embedded one
 * when it is running, else the embedded one for as long as the work takes.
 */
export async function withAdminDatabase<T>(
  config: Config,
  log: (line: string) => void,
  work: (adminUrl: string) => Promise<T>,
): Promise<T> {
  const url = config.databaseDirectUrl ?? adminUrlOfRunning(config.dataDir);
  if (url !== undefined) return work(url);
  const server = await startEmbeddedPostgres({ dataDir: config.dataDir, log });
  try {
    return await work(server.adminUrl());
  } finally {
    await server.stop();
  }
}
