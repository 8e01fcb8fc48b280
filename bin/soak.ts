import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { placeData } from '../src/platform/embedded/places.ts';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts';
import { appUrl, migrate } from '../src/platform/migrate.ts';
import { loadReferenceData } from '../src/server/referenceData.ts';
import { soakFigures } from '../src/server/testing/soak/soak.ts';

const number = { type: 'string' } as const;
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { steps: number, seed: number, looks: number },
});
if (positionals[0] !== 'figures') {
  console.error('npm run soak -- figures [--steps 10000] [--seed 7] [--looks 10]');
  process.exit(2);
}
const [steps, seed, looks] = [
  Number(values.steps ?? 10_000),
  Number(values.seed ?? 20_261_130),
  Number(values.looks ?? 10),
];

// Durable as in production: what is killed and comes back has to come back from its disk.
const dataDir = mkdtempSync(join(tmpdir(), 'fengqiao-soak-'));
const postgres = await startEmbeddedPostgres({ dataDir, log: console.log });
// Root keeps it elsewhere.
const cluster = placeData(dataDir);
const from = performance.now();
try {
  const adminUrl = postgres.adminUrl();
  await migrate(adminUrl);
  await loadReferenceData(adminUrl);
  console.log(`npm run soak -- figures --steps ${steps} --seed ${seed} --looks ${looks}`);
  const report = await soakFigures({ adminUrl, appUrl: appUrl(adminUrl), seed, steps, looks, log: console.log });
  const { comparisons, differences, known, taken } = report;
  for (const each of differences.slice(0, 20)) console.log(each);
  console.log([...taken].map(([step, times]) => `${step} ${Math.floor(times)}`).join(', '));
  console.log(
    `${report.steps} steps on ${known} disputes, ${comparisons} comparisons, ${differences.length} differences, ${((performance.now() - from) / 1000).toFixed(0)} s`,
  );
  process.exitCode = differences.length > 0 ? 1 : 0;
} finally {
  await postgres.stop();
  rmSync(cluster, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}
