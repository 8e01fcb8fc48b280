import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { seedEngine } from '../seeds/seed.ts';
import { situations } from '../seeds/situations.ts';
import { openDatabase, plainly } from '../src/platform/db.ts';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts';
import { appUrl, migrate } from '../src/platform/migrate.ts';
import { testDeps } from '../src/platform/testing/deps.ts';
import { buildApp } from '../src/server/app.ts';
import { startEngine } from '../src/server/engine.ts';
import { recurring } from '../src/server/recurring.ts';
import { loadReferenceData } from '../src/server/referenceData.ts';
import { startRecurring } from '../src/server/startRecurring.ts';
import { Unexpected } from './client.ts';

const lines = recurring.filter(({ morning }) => morning);

/** A house that lives in a time of its own: a demo of a busy district, a server that can be down at half past seven. */
export async function morningHouse(at: Date, log: (line: string) => void) {
  const dataDir = mkdtempSync(join(tmpdir(), 'fengqiao-morning-'));
  const server = await startEmbeddedPostgres({ dataDir });
  await migrate(server.adminUrl());
  await loadReferenceData(server.adminUrl());
  const db = openDatabase(appUrl(server.adminUrl()), 8);
  const clock = { now: at };
  const { engine, cache } = await startEngine(testDeps(db, clock));
  log('  写演示数据… Seeding a busy district …');
  await seedEngine(engine, () => cache.refresh(), log, situations);
  const app = await buildApp(engine);
  const address = await app.listen({ host: '127.0.0.1', port: 0 });

  /** The server's own lines, as they run when it is up at this moment: each of them to its end, once. */
  async function isUpAt(moment: Date): Promise<void> {
    clock.now = moment;
    await cache.check();
    const stop = startRecurring(engine, log, lines);
    try {
      for (let tries = 0; tries < 600; tries += 1) {
        const { rows } = await plainly(db, (queries) =>
          sql<{ outcome: string }>`select outcome from recurring_run where ended_at = ${moment}
            and name in (${sql.join(lines.map(({ name }) => sql`${name}`))})`.execute(queries),
        );
        if (rows.some(({ outcome }) => outcome !== 'done'))
          throw new Unexpected('a line of the morning did not end well');
        if (rows.length === lines.length) return;
        await pause(50);
      }
      throw new Unexpected('the lines of the morning never ended');
    } finally {
      await stop();
    }
  }

  async function stop(): Promise<void> {
    await app.close();
    cache.close();
    await db.close();
    await server.stop();
    for (const folder of [dataDir, engine.config.dataDir]) rmSync(folder, { recursive: true, force: true });
  }
  return { address, clock, isUpAt, stop };
}

export type MorningHouse = Awaited<ReturnType<typeof morningHouse>>;
