import { parseArgs } from 'node:util';
import { renewAdministrator, type SetUpLogin, setUpAdministrators } from '../src/people/setUp.sql.ts';
import { readConfig } from '../src/platform/config.ts';
import { openDatabase } from '../src/platform/db.ts';
import { appUrl, migrate } from '../src/platform/migrate.ts';
import { now } from '../src/platform/now.ts';
import { endWith } from '../src/platform/startup-problem.ts';
import { withAdminDatabase } from '../src/platform/with-admin-database.ts';
import { loadReferenceData } from '../src/server/referenceData.ts';

async function setUp(adminUrl: string, again: string | undefined): Promise<SetUpLogin[]> {
  await migrate(adminUrl, { log: console.log });
  await loadReferenceData(adminUrl);
  const db = openDatabase(appUrl(adminUrl), 2);
  try {
    return again === undefined ? await setUpAdministrators(db, now()) : [await renewAdministrator(db, again, now())];
  } finally {
    await db.close();
  }
}

try {
  const { values } = parseArgs({ options: { again: { type: 'string' } } });
  const logins = await withAdminDatabase(readConfig(), console.log, (adminUrl) => setUp(adminUrl, values.again));
  console.log('\n一次性密码只显示这一次，各交给一个人，第一次登录时要改。');
  console.log('These codes are shown once: one person each, to be changed at the first log-in.\n');
  for (const { label, login, code } of logins) console.log(`  ${label}  ${login.padEnd(16)} ${code}`);
} catch (error) {
  endWith(error);
}
