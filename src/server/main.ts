import { join } from 'node:path';
import { collectAtRest } from '../apart/collectAtRest.ts';
import { markEverySheet } from '../documents/sheetMark.ts';
import { refuseDemoUsers } from '../people/users.sql.ts';
import type { Config } from '../platform/config.ts';
import { behindTheScenes, type Db, openDatabase } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { makeFieldCrypto } from '../platform/fieldCrypto.ts';
import { makeFileStore } from '../platform/fileStore.ts';
import type { Http } from '../platform/http.ts';
import { now } from '../platform/now.ts';
import type { Secrets } from '../platform/secrets.ts';
import { jobsAtRest } from '../platform/startJob.sql.ts';
import { StartupProblem } from '../platform/startup-problem.ts';
import { within } from '../platform/within.ts';
import { buildApp } from './app.ts';
import { startEngine } from './engine.ts';
import { recurring } from './recurring.ts';
import { startBuilding } from './startBuilding.ts';
import { startRecurring } from './startRecurring.ts';

export type ServerOptions = {
  readonly config: Config;
  readonly secrets: Secrets;
  /** Straight to the server as its owner: migrations, seed, LISTEN. */
  readonly adminUrl: string;
  /** The application role; through PgBouncer where there is one. */
  readonly appUrl: string;
  readonly log: (line: string) => void;
};
export type RunningServer = { readonly address: string; close(): Promise<void> };

export function makeDeps(config: Config, secrets: Secrets, db: Db): Deps {
  const crypto = makeFieldCrypto({ masterKey: secrets.masterKey });
  return { db, config, secrets, crypto, files: makeFileStore(join(config.dataDir, 'files')), now };
}

async function listen(app: Http, config: Config): Promise<string> {
  try {
    return await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new StartupProblem(
      `端口 ${config.port} 已被别的程序占用。换一个：PORT=8611 npm start。`,
      `Port ${config.port} is taken. Choose another: PORT=8611 npm start.`,
    );
  }
}

/** What is answered and what is under way gets so long, the connections to the database so long after that. */
const CLOSE_MS = 5_000;
const LEAVE_MS = 1_500;

/** Starts everything that serves people; the database is up and migrated before. */
export async function startServer({ config, secrets, appUrl, log }: ServerOptions): Promise<RunningServer> {
  const db = openDatabase(appUrl);
  const behind = behindTheScenes(db);
  const started: (() => Promise<unknown>)[] = [jobsAtRest];
  const close = async () => {
    db.ending.soon = true;
    await within(CLOSE_MS, Promise.all(started.map((stop) => stop())));
    await within(LEAVE_MS, Promise.all([db.close(), behind.close()]));
  };
  try {
    if (config.mode === 'production') await refuseDemoUsers(db);
    if (config.practice) markEverySheet('练习');
    const level = config.mode === 'production' ? 'info' : 'warn';
    const { engine, cache } = await startEngine(makeDeps(config, secrets, db));
    started.push(async () => cache.close());
    started.push(() => engine.keeper.stop());
    const app = await buildApp(engine, { level, stream: { write: (line) => log(line.trimEnd()) } });
    started.push(() => app.close());
    const listening = await listen(app, config);
    started.push(collectAtRest(app.server));
    const house = { ...engine, db: behind };
    started.push(startRecurring(house, log, recurring));
    started.push(startBuilding(house, log));
    return { address: config.port === 0 ? listening : config.publicUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}
