import { randomUUID } from 'node:crypto';
import { printLogins } from '../seeds/logins.ts';
import { wasSeeded } from '../seeds/seeded.ts';
import { type Config, readConfig } from '../src/platform/config.ts';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts';
import { appUrl, migrate } from '../src/platform/migrate.ts';
import { provenSecrets } from '../src/platform/provenSecrets.ts';
import { endWith } from '../src/platform/startup-problem.ts';
import { within } from '../src/platform/within.ts';
import { loadReferenceData } from '../src/server/referenceData.ts';
import { webIsBuilt } from './build.ts';
import { startErrand } from './errand.ts';

type Log = (line: string) => void;

/** What was started, newest first: it is stopped in that order, whatever happened in between. */
const started: (() => Promise<unknown>)[] = [];
let stopping: Promise<void> | undefined;

/** Each part has its own bound, together less than this: whatever hangs, the machine is not kept waiting for us. */
const STOP_MS = 9_500;
/** A terminal sends Ctrl-C to us and to our parent, who passes it on once more: that is one press. */
const ONE_PRESS_MS = 1_000;
/** What bin/keep.mjs starts again: the database was lost. */
const LOST = 69;

async function stopAll(code: number): Promise<void> {
  const all = async () => {
    for (const stop of started.splice(0).reverse()) await stop().catch((error: unknown) => console.error(error));
  };
  await within(STOP_MS, all());
  process.exit(code);
}

let stoppingSince = 0;

function stop(code: number): void {
  if (stopping === undefined) {
    if (started.length > 0) console.log('\n正在停止，最多十秒… Stopping, ten seconds at most …');
    stoppingSince = performance.now();
    stopping = stopAll(code);
  } else if (performance.now() - stoppingSince > ONE_PRESS_MS) {
    console.log('强行停止。Stopped by force.');
    process.exit(130);
  }
}

async function database(config: Config, log: Log): Promise<{ adminUrl: string; appUrl: string }> {
  if (config.databaseUrl !== undefined && config.databaseDirectUrl !== undefined)
    return { adminUrl: config.databaseDirectUrl, appUrl: appUrl(config.databaseUrl) };
  log('正在启动数据库… Starting the database …');
  const server = await startEmbeddedPostgres({ dataDir: config.dataDir, log, onLost: () => stop(LOST) });
  started.push(() => server.stop());
  return { adminUrl: server.adminUrl(), appUrl: appUrl(server.adminUrl()) };
}

async function runErrand(script: string, what: string): Promise<void> {
  const errand = startErrand(script, what);
  started.push(errand.stop);
  await errand.done;
  started.splice(started.indexOf(errand.stop), 1);
}

/** Invented people and disputes, once, so that there is something to look at. */
async function demonstrate(config: Config, appUrl: string): Promise<void> {
  if (config.mode !== 'demo' || process.argv.includes('--without-demo') || (await wasSeeded(appUrl))) return;
  await runErrand('seed.ts', '演示数据');
}

/** A demonstration sends nothing to anybody: its gateway lives here and only says that it did. */
async function withSimulator(config: Config): Promise<Config> {
  if (config.mode !== 'demo' || config.sms) return config;
  const { startSimulator } = await import('../src/delivery/simulator.ts');
  const secret = randomUUID();
  const simulator = await startSimulator({
    secret,
    receiptsTo: `${config.publicUrl}/api/sms-receipts`,
    afterMs: 5_000,
  });
  started.push(() => simulator.close());
  return { ...config, sms: { url: simulator.url, secret } };
}

async function serve(log: Log): Promise<void> {
  const config = await withSimulator(readConfig());
  // While developing, Vite serves the pages.
  if (!process.argv.includes('--without-web') && !webIsBuilt()) await runErrand('build.ts', '网页');
  const urls = await database(config, log);
  log('正在检查数据库版本… Migrating …');
  await migrate(urls.adminUrl, { log });
  const secrets = await provenSecrets(urls.adminUrl, config.dataDir);
  await loadReferenceData(urls.adminUrl);
  await demonstrate(config, urls.appUrl);
  const { startServer } = await import('../src/server/main.ts');
  const server = await startServer({ config, secrets, log, ...urls });
  if (stopping) return server.close();
  started.push(() => server.close());
  log(`\n枫桥台已启动 Fengqiao is running: ${server.address}`);
  if (config.mode === 'demo') await printLogins(urls.appUrl, log);
  log('按 Ctrl-C 停止。Press Ctrl-C to stop.');
}

// A terminal that is gone must not keep us from stopping what was started.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));
process.on('disconnect', () => stop(0));

serve(console.log).catch(async (error: unknown) => {
  if (stopping) return;
  stopping = Promise.resolve();
  for (const end of started.splice(0).reverse()) await end().catch(() => {});
  endWith(error);
});
