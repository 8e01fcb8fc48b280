import { readConfig } from '../src/platform/config.ts';
import { migrate } from '../src/platform/migrate.ts';
import { endWith } from '../src/platform/startup-problem.ts';
import { withAdminDatabase } from '../src/platform/with-admin-database.ts';

try {
  await withAdminDatabase(readConfig(), console.log, async (adminUrl) => {
    const { applied } = await migrate(adminUrl, { log: console.log });
    if (applied.length === 0) console.log('数据库已是最新。The database is up to date.');
  });
} catch (error) {
  endWith(error);
}
