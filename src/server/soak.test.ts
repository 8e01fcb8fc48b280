import { expect, test } from 'vitest';
import { startEmbeddedPostgres } from '../platform/embedded-postgres.ts';
import { appUrl, migrate } from '../platform/migrate.ts';
import { loadReferenceData } from './referenceData.ts';
import { soakFigures } from './testing/soak/soak.ts';

test('whatever is done, and whoever is killed in the middle of a fold, every figure equals its recount', async () => {
  // A server of its own: it is killed.
  const postgres = await startEmbeddedPostgres({ dataDir: '', ephemeral: true });
  try {
    const adminUrl = postgres.adminUrl();
    await migrate(adminUrl);
    await loadReferenceData(adminUrl);
    const report = await soakFigures({ adminUrl, appUrl: appUrl(adminUrl), seed: 20_261_130, steps: 200, looks: 2 });
    expect(report.differences).toEqual([]);
    expect([report.steps, report.comparisons > 1000]).toEqual([200, true]);
  } finally {
    await postgres.stop();
  }
}, 120_000);
