import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { systemActor } from './actor.ts';
import { begin } from './begin.ts';
import type { Environment } from './config.ts';
import { makeFieldCrypto } from './fieldCrypto.ts';
import { hasSecrets, loadSecrets, type Secrets } from './secrets.ts';
import { StartupProblem } from './startup-problem.ts';

/** Whose loss cannot be healed: what is sealed, what is found by blind indexes, what is printed in QR codes. */
const checked = ['masterKey', 'qrSecret'] as const;
const wordOf = (secrets: Secrets, name: (typeof checked)[number]): string =>
  createHmac('sha256', secrets[name]).update(`fengqiao key check ${name}`).digest('base64url');

const missing = (file: string): StartupProblem =>
  new StartupProblem(
    `数据库里有用密钥封存的内容，密钥文件却不在：${file}。没有启动，也没有生成新的。请从备份取回这个文件（npm run restore 会带上），或用 FENGQIAO_MASTER_KEY 等环境变量给出。`,
    `The database holds what was sealed with keys, but ${file} is not there. Nothing was started or made: bring the file back from a backup.`,
  );
const different = (file: string): StartupProblem =>
  new StartupProblem(
    `${file} 里的密钥不是封存这个数据库的那一把。没有启动：用它再也打不开旧的，新的又会封在另一把下面。请换回原来的文件；第二台服务器要用第一台的 secrets.json。`,
    `The keys in ${file} are not those that sealed this database. Nothing was started: bring the original file back. A second server needs the file of the first.`,
  );

type Sealed = { county_code: string; sealed: string };

/** Before there were checks: the newest sealed values must open, or these are not the keys. */
async function opensWhatIsSealed(client: pg.Client, secrets: Secrets): Promise<boolean> {
  const { rows } = await client.query<Sealed>(
    `(select county_code, coalesce(phone_sealed, id_number_sealed) as sealed from party
      where coalesce(phone_sealed, id_number_sealed) is not null order by id desc limit 20)
     union all (select county_code, phone_sealed from appointment order by id desc limit 20)`,
  );
  const crypto = makeFieldCrypto({ masterKey: secrets.masterKey });
  return rows.every(({ county_code, sealed }) => {
    try {
      return crypto.open(county_code, sealed) !== undefined;
    } catch {
      return false;
    }
  });
}

/** The user who migrates an own server is bound by row security as well, and would see nothing sealed anywhere. */
async function asHouse<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  const { rows } = await client.query<{ county_code: string }>('select distinct county_code from region');
  for (const text of begin(systemActor(rows.map((row) => row.county_code)), true)) await client.query(text);
  return work().finally(() => client.query('commit'));
}

async function holdsSealed(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ any: boolean }>(
    `select exists (select from party where coalesce(phone_sealed, id_number_sealed) is not null)
       or exists (select from appointment) as any`,
  );
  return rows[0]?.any ?? false;
}

/**
 * The secrets of this data folder, proven to be those of this database; made at the first start of both. Rejects with a
 * StartupProblem where they are lost or others, and then has made nothing.
 */
export async function provenSecrets(
  adminUrl: string,
  dataDir: string,
  env: Environment = process.env,
): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json');
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const known = async () =>
      (await client.query<{ name: string; value: string }>('select name, value from key_check')).rows;
    const before = await known();
    if (!hasSecrets(dataDir, env) && (before.length > 0 || (await asHouse(client, () => holdsSealed(client)))))
      throw missing(file);
    const secrets = loadSecrets(dataDir, env);
    const fitting = before.length > 0 || (await asHouse(client, () => opensWhatIsSealed(client, secrets)));
    if (!fitting) throw different(file);
    for (const name of checked)
      await client.query('insert into key_check values ($1, $2, $3) on conflict (name) do nothing', [
        ...[name, wordOf(secrets, name), new Date()],
      ]);
    // Two servers that start together: the first one's words stand.
    const words = new Map((await known()).map(({ name, value }) => [name, value]));
    if (checked.some((name) => words.get(name) !== wordOf(secrets, name))) throw different(file);
    return secrets;
  } finally {
    await client.end();
  }
}
