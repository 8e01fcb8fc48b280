import { existsSync, mkdirSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { claim } from '../platform/embedded/instance.ts';
import { placeData } from '../platform/embedded/places.ts';
import { makeFieldCrypto } from '../platform/fieldCrypto.ts';
import { type Comparison, compare } from './compare.sql.ts';
import { sentContents } from './contents.ts';
import { type Backup, type House, listBackups, type Proof, writeProof } from './manifest.ts';
import { endedBy, UpkeepFailed, UpkeepUnchecked } from './outcome.ts';
import { bringBack, bringContents, type RestoreMeans } from './restore.ts';
import { connected } from './takeBackup.sql.ts';

export type Rehearsing = Omit<RestoreMeans, 'identity'> & { readonly identity: string | undefined };

const cryptoOf = ({ secrets }: House) =>
  makeFieldCrypto({ masterKey: Buffer.from(secrets.masterKey ?? '', 'base64url') });
/** Each of them is opened and counted; of more, the newest are, and that the others are there. */
const OPENED = 2_000;
const grouped = (count: number): string => count.toLocaleString('en');

function refuseSmall(backup: Backup | undefined, scratch: string): void {
  const size = backup?.database?.size ?? 0;
  const { bavail, bsize } = statfsSync(dirname(scratch));
  if (bavail * bsize < size * 1.2 + 2 ** 29)
    throw new UpkeepUnchecked(`演练要 ${Math.ceil(size / 2 ** 20)} MB 地方，磁盘上不够，没有演练成。`);
}

/** Compares in the database that was just brought back, and in no other: a copy has the same name and the same password. */
export async function compareIn(
  url: string,
  data: string,
  house: House,
  exact: Backup | undefined,
  means: Pick<RestoreMeans, 'told'>,
): Promise<Comparison> {
  return connected(url, async (client) => {
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    if (rows[0]?.data_directory !== data) throw new Error('this is not the copy');
    return compare(client, cryptoOf(house), exact?.witness, means.told);
  });
}

export async function contentsOf(
  means: RestoreMeans,
  named: readonly string[],
): Promise<{ said: string; problems: string[] }> {
  const sent = await sentContents(means.place);
  const lost = named.filter((sha256) => !sent.has(sha256));
  const some = named.filter((sha256) => sent.has(sha256)).slice(-OPENED);
  const bad = await bringContents(means, some, false);
  const problems = lost.length > 0 ? [`${grouped(lost.length)} 份附件不在备份里。`] : [];
  if (bad.length > 0) problems.push(`${grouped(bad.length)} 份附件打不开或内容不对。`);
  const opened = some.length < named.length - lost.length ? `（打开核对了 ${grouped(some.length)} 份）` : '';
  return { said: `附件 ${grouped(named.length)} 份${opened}`, problems };
}

const inNumbers = ({ counts, events, chains, opened }: Comparison): string =>
  `办件 ${grouped(counts.matter ?? 0)} 件、经过 ${grouped(events)} 条（${grouped(chains)} 条链）、封存的电话证件 ${grouped(opened)} 个打得开`;

async function tried(means: RestoreMeans, program: string, backup: Backup): Promise<Proof> {
  const restored = await bringBack(means, program, { to: 'witness' }, backup.name);
  let compared: Comparison;
  try {
    compared = await compareIn(restored.running.url, restored.draft.data, restored.house, backup, means);
  } finally {
    await restored.running.stop();
  }
  const contents = await contentsOf(means, compared.contents);
  const problems = [...compared.problems, ...contents.problems];
  const numbers = `${inNumbers(compared)}、${contents.said}`;
  const exactly = backup.witness.restorePoint ? '，和备份那一刻一行不差' : '；备份时一直有人在写，行数没有比';
  const at = new Date().toISOString();
  if (problems.length > 0)
    return { at, outcome: 'failed', said: `这份备份有问题：${problems.join('')}恢复出来 ${numbers}。` };
  return { at, outcome: 'done', said: `恢复出来 ${numbers}${exactly}。` };
}

/**
 * Brings a backup back into a scratch folder, compares it, and writes down beside it how it went. The living database is
 * neither read nor written. `dataDir` of the means is the scratch; it is gone afterwards.
 */
export async function rehearse(means: Rehearsing, program: string, name?: string): Promise<Proof & { name: string }> {
  const backups = await listBackups(means.place);
  const backup = name === undefined ? backups.at(-1) : backups.find((each) => each.name === name);
  if (!backup) throw new UpkeepFailed('这里没有能演练的备份。');
  const clear = async () => {
    if (!existsSync(means.dataDir)) return;
    const data = placeData(means.dataDir);
    // A rehearsal that was killed may have left its server behind; one that is being held is not disturbed.
    await claim(`${data}.restoring`, join(means.dataDir, 'postgres.owner'));
    rmSync(data.startsWith(means.dataDir) ? data : dirname(data), { recursive: true, force: true });
    rmSync(means.dataDir, { recursive: true, force: true });
  };
  await clear();
  mkdirSync(means.dataDir, { recursive: true, mode: 0o700 });
  try {
    const { identity } = means;
    if (identity === undefined) throw new UpkeepUnchecked('备份的密钥不在这台机器上，没有演练成。');
    refuseSmall(backup, means.dataDir);
    const proof = await tried({ ...means, identity }, program, backup);
    await writeProof(means.place, backup.name, proof);
    return { ...proof, name: backup.name };
  } catch (error) {
    const proof = { at: new Date().toISOString(), ...endedBy(error) };
    // An earlier good proof is not taken away by a rehearsal that could not be held.
    if (proof.outcome === 'failed') await writeProof(means.place, backup.name, proof).catch(() => {});
    return { ...proof, name: backup.name };
  } finally {
    await clear();
  }
}
