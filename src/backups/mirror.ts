import { CONTENTS } from './contents.ts';
import { baseOf, DATABASE, HOUSE, listBackups, writeManifest } from './manifest.ts';
import type { Told } from './outcome.ts';
import { LOG } from './pieces.ts';
import type { Place } from './place.ts';

const copy = async (from: Place, to: Place, path: string): Promise<void> => to.put(path, await from.get(path));

/** Brings what one folder has and the other has not, sealed as it is. Sizes tell a piece that came over short. */
async function copyFolder(from: Place, to: Place, folder: string, told: Told): Promise<void> {
  const there = new Map((await to.list(folder)).map(({ name, size }) => [name, size]));
  const missing = (await from.list(folder)).filter(({ name, size }) => there.get(name) !== size);
  for (const [index, { name }] of missing.entries()) {
    await copy(from, to, `${folder}/${name}`);
    told(index + 1, missing.length, `抄到 ${to.said}`);
  }
}

/** Some pieces of the log, straight after they came to the first place. */
export async function mirrorPieces(from: Place, to: Place, names: readonly string[]): Promise<void> {
  for (const name of names) await copy(from, to, `${LOG}/${name}`);
}

/** Makes the second place hold what the first one does. A backup's manifest goes last there too. */
export async function mirror(from: Place, to: Place, told: Told): Promise<void> {
  for (const folder of await from.folders(CONTENTS)) await copyFolder(from, to, `${CONTENTS}/${folder}`, told);
  await copyFolder(from, to, LOG, told);
  const there = new Set((await listBackups(to)).map(({ name }) => name));
  for (const backup of (await listBackups(from)).filter(({ name }) => !there.has(name))) {
    for (const part of backup.database ? [DATABASE, HOUSE] : [HOUSE]) {
      told(0, 0, `抄到 ${to.said}`);
      await copy(from, to, `${baseOf(backup.name)}/${part}`);
    }
    const { proof: _, ...manifest } = backup;
    await writeManifest(to, manifest);
  }
}
