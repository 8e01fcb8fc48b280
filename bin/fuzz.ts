import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { seedDemo } from '../seeds/seed.ts';
import { readConfig } from '../src/platform/config.ts';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts';
import { makeFieldCrypto } from '../src/platform/fieldCrypto.ts';
import { makeFileStore } from '../src/platform/fileStore.ts';
import { appUrl, migrate } from '../src/platform/migrate.ts';
import { loadSecrets } from '../src/platform/secrets.ts';
import { loadReferenceData } from '../src/server/referenceData.ts';
import { fuzz, spoken, summary } from '../src/server/testing/fuzz/fuzz.ts';
import { openHouse } from '../src/server/testing/fuzz/house.ts';

const number = { type: 'string' } as const;
const { values } = parseArgs({
  options: { requests: number, seed: number, seconds: number, demo: { type: 'boolean', default: true } },
  allowNegative: true,
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const requests = Number(values.requests ?? 20_000);
const seconds = Number(values.seconds ?? Number.POSITIVE_INFINITY);
const MOST_SHOWN = 40;

// A database of its own, thrown away afterwards: what is asked changes whatever it can.
const home = mkdtempSync(join(tmpdir(), 'fengqiao-fuzz-'));
const postgres = await startEmbeddedPostgres({ dataDir: '', ephemeral: true });
try {
  const adminUrl = postgres.adminUrl('postgres');
  await migrate(adminUrl);
  await loadReferenceData(adminUrl);
  const config = readConfig({ DATA_DIR: home });
  // The same keys and files for who writes the demonstration and who is asked about it.
  const secrets = loadSecrets(home);
  if (values.demo) await seedDemo({ adminUrl, appUrl: appUrl(adminUrl), config, secrets, log: console.log });
  const crypto = makeFieldCrypto({ masterKey: secrets.masterKey });
  const around = { config, secrets, crypto, files: makeFileStore(join(home, 'files')) };
  const house = await openHouse(appUrl(adminUrl), around, true);
  console.log(`seed ${seed}: npm run fuzz -- --seed ${seed} --requests ${requests}`);
  const admin = new pg.Client({ connectionString: adminUrl });
  // It ends with the database, whatever happened before.
  admin.on('error', () => {});
  await admin.connect();
  await admin.query('analyze');
  let shown = 0;
  const report = await fuzz(house, {
    ...{ seed, requests, seconds },
    // Nobody else does: a database that is thrown away has no autovacuum, and plans ever worse by what it does not know.
    onThousand: async (asked) => {
      await admin.query('analyze');
      if (asked % 10_000 === 0) console.log(`  ${asked}`);
    },
    onBroken: (broken) => {
      shown += 1;
      if (shown <= MOST_SHOWN) console.log(spoken(broken));
    },
  });
  await house.close();
  await admin.end();
  console.log(summary(report));
  process.exitCode = report.broken.length > 0 ? 1 : 0;
} finally {
  await postgres.stop();
  rmSync(home, { recursive: true, force: true });
}
