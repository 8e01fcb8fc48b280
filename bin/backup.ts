import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readBackupConfig } from '../src/backups/backupConfig.ts';
import { backupKey, openOwnPlace } from '../src/backups/house.ts';
import { backUp, type Keeping, rehearseOne, shipLatest } from '../src/backups/keepHouse.sql.ts';
import { listBackups } from '../src/backups/manifest.ts';
import { type Ended, endedBy } from '../src/backups/outcome.ts';
import { readConfig } from '../src/platform/config.ts';
import { adminUrlOfRunning } from '../src/platform/embedded-postgres.ts';
import { formatTime, now } from '../src/platform/now.ts';
import { provenSecrets } from '../src/platform/provenSecrets.ts';
import { endWith } from '../src/platform/startup-problem.ts';
import { withAdminDatabase } from '../src/platform/with-admin-database.ts';
import { told } from './told.ts';

const { values } = parseArgs({
  options: {
    ship: { type: 'string' },
    rehearse: { type: 'boolean' },
    name: { type: 'string' },
    list: { type: 'boolean' },
    /** Started by the server: then the database is there, or something is wrong. */
    beside: { type: 'boolean' },
    key: { type: 'boolean' },
    'key-is-kept': { type: 'boolean' },
  },
});
const config = readConfig();
const backup = readBackupConfig(config);

async function list(): Promise<void> {
  for (const address of backup.places) {
    const place = await openOwnPlace(address, config, backup);
    console.log(`\n${place.said}`);
    for (const { name, proof, database } of await listBackups(place)) {
      const size = database ? `${Math.round(database.bytes / 2 ** 20)} MB` : '不含数据库';
      const proven = proof === undefined ? '没有演练过，不算数' : `${formatTime(new Date(proof.at))} ${proof.said}`;
      console.log(`  ${name}  ${size}  ${proven}`);
    }
    await place.close();
  }
}

/** To be written down and kept elsewhere: without it nobody opens a backup, ever. */
async function showKey(): Promise<void> {
  const { identity, recipient } = await backupKey(backup);
  console.log(
    `\n备份的密钥，请抄两份，锁在不同的地方，不要和备份放在一起：\n\n  ${identity ?? '（不在这台机器上）'}\n`,
  );
  console.log(`它封的备份上写着 ${recipient}。The key that opens the backups: keep two copies apart from them.`);
}

/** From now on nobody is reminded. */
function noteThatKeyIsKept(): void {
  writeFileSync(`${backup.keyFile}.kept`, `${now().toISOString()}\n`, { mode: 0o600 });
  console.log('\n记下了：密钥已抄下，另处存放。Noted.');
}

async function work(adminUrl: string): Promise<Ended> {
  // A backup with other keys than those of the house would be one that nobody can read.
  const secrets = await provenSecrets(adminUrl, config.dataDir);
  const keeping: Keeping = { config, backup, secrets, adminUrl, now, told };
  if (values.ship !== undefined) return shipLatest(keeping, new Date(values.ship));
  if (values.rehearse) return rehearseOne(keeping, console.log, values.name);
  return backUp(keeping);
}

function end({ outcome, said }: Ended): never {
  // Who started us reads this; a person reads the sentence.
  process.send?.({ ended: { outcome, said } });
  console.log(`\n${said}`);
  process.exit(outcome === 'done' ? 0 : outcome === 'failed' ? 1 : 2);
}

const lost = (): Promise<Ended> =>
  Promise.resolve({ outcome: 'unchecked', said: '数据库没有在运行，没有做成。会再试。' });
const alone = config.databaseUrl === undefined && adminUrlOfRunning(config.dataDir) === undefined;

process.on('disconnect', () => process.exit(1));
// Listening keeps the channel, and with it this process, alive.
process.channel?.unref();
try {
  if (values.list) await list();
  else if (values.key) await showKey();
  else if (values['key-is-kept']) noteThatKeyIsKept();
  else if (values.beside && alone) end(await lost());
  else end(await withAdminDatabase(config, console.log, work).catch(endedBy));
} catch (error) {
  endWith(error);
}
