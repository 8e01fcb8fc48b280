import { parseArgs } from 'node:util';
import { refuseProduction, seedDemo, seedOne } from '../seeds/seed.ts';
import { situationOf, situations } from '../seeds/situations.ts';
import { readConfig } from '../src/platform/config.ts';
import { formatCode } from '../src/platform/disputeCode.ts';
import { appUrl, migrate } from '../src/platform/migrate.ts';
import { provenSecrets } from '../src/platform/provenSecrets.ts';
import { endWith, StartupProblem } from '../src/platform/startup-problem.ts';
import { withAdminDatabase } from '../src/platform/with-admin-database.ts';
import { loadReferenceData } from '../src/server/referenceData.ts';

function listAll(): void {
  console.log('情形（npm run seed -- 名字，可以写几个）：');
  const width = Math.max(...situations.map(({ name }) => name.length));
  for (const { name, shows } of situations) console.log(`  ${name.padEnd(width)}  ${shows}`);
}

async function seed(names: readonly string[]): Promise<void> {
  const chosen = names.map((name) => {
    const situation = situationOf(name);
    if (situation) return situation;
    throw new StartupProblem(
      `没有叫 ${name} 的情形。看有哪些：npm run seed -- --list`,
      `There is no situation ${name}. See: npm run seed -- --list`,
    );
  });
  const config = readConfig();
  refuseProduction(config);
  await withAdminDatabase(config, console.log, async (adminUrl) => {
    await migrate(adminUrl, { log: console.log });
    await loadReferenceData(adminUrl);
    const urls = { adminUrl, appUrl: appUrl(config.databaseUrl ?? adminUrl) };
    const options = { ...urls, config, secrets: await provenSecrets(adminUrl, config.dataDir), log: console.log };
    if (chosen.length === 0 && !(await seedDemo(options)))
      console.log('演示数据早就写过了，没有再写。The demo data is there already.');
    for (const situation of chosen) console.log(`${situation.name}  ${formatCode(await seedOne(options, situation))}`);
  });
}

try {
  const { values, positionals } = parseArgs({ options: { list: { type: 'boolean' } }, allowPositionals: true });
  if (values.list) listAll();
  else await seed(positionals);
} catch (error) {
  endWith(error);
}
