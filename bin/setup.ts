import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { renewAdministrator, type SetUpLogin, setUpAdministrators } from '../src/people/setUp.sql.ts';
import { type Config, readConfig } from '../src/platform/config.ts';
import { openDatabase } from '../src/platform/db.ts';
import { appUrl, migrate } from '../src/platform/migrate.ts';
import { now } from '../src/platform/now.ts';
import { endWith } from '../src/platform/startup-problem.ts';
import { withAdminDatabase } from '../src/platform/with-admin-database.ts';
import { loadReferenceData } from '../src/server/referenceData.ts';
import { takeOver } from '../src/upkeep/takeOver.sql.ts';

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

/** What was set up while trying the product out: `from` is the data folder of that house. */
async function carryOver(from: string): Promise<void> {
  const config = readConfig();
  const source: Config = { ...config, dataDir: resolve(from), databaseUrl: undefined, databaseDirectUrl: undefined };
  const counts = await withAdminDatabase(source, console.log, (fromUrl) =>
    withAdminDatabase(config, console.log, async (adminUrl) => {
      await migrate(adminUrl, { log: console.log });
      await loadReferenceData(adminUrl);
      return takeOver(fromUrl, adminUrl);
    }),
  );
  console.log(
    `\n带过来了：机构 ${counts.unit} 个、分工 ${counts.duty_entry} 条、规则 ${counts.setting_version} 版。人员、登录、办件都没有带。`,
  );
  console.log('Network, calendar and rules were carried over; people, log-ins and matters were not.');
}

async function administrators(again: string | undefined): Promise<void> {
  const logins = await withAdminDatabase(readConfig(), console.log, (adminUrl) => setUp(adminUrl, again));
  console.log('\n一次性密码只显示这一次，各交给一个人，第一次登录时要改。');
  console.log('These codes are shown once: one person each, to be changed at the first log-in.\n');
  for (const { label, login, code } of logins) console.log(`  ${label}  ${login.padEnd(16)} ${code}`);
}

try {
  const { values } = parseArgs({ options: { again: { type: 'string' }, from: { type: 'string' } } });
  await (values.from === undefined ? administrators(values.again) : carryOver(values.from));
} catch (error) {
  endWith(error);
}
