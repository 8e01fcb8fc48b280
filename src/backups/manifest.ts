import { Readable } from 'node:stream';
import type { Told } from './outcome.ts';
import { type Place, readJson, writeWhole } from './place.ts';
import { type BackupKey, seal, unseal } from './seal.ts';

/** Rows of a table at one moment, and how many matters and events there were: what a copy is compared with. */
export type Witness = {
  readonly at: string;
  /** The name of this very moment in the write-ahead log; absent where it could not be marked. */
  readonly restorePoint?: string;
  readonly counts: Readonly<Record<string, number>>;
};

/** A backup is there once its manifest is: it is written last. */
export type Manifest = {
  readonly format: 1;
  /** 20261130T021000: begun at, in Beijing time. */
  readonly name: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly program: string;
  readonly migrations: readonly string[];
  /** Absent where the database is somebody else's to back up. */
  readonly database?: {
    readonly postgres: string;
    readonly label: string;
    readonly firstWal: string;
    /** Up to here a copy needs the log to be of one piece, and to reach the witness. */
    readonly lastWal: string;
    /** Of the copy, sealed, and of the databases as they lie on disk. */
    readonly bytes: number;
    readonly size: number;
    readonly sha256: string;
  };
  readonly witness: Witness;
  readonly files: number;
};

/** A copy that was brought back and compared, beside the manifest. */
export type Proof = { readonly at: string; readonly outcome: 'done' | 'failed' | 'unchecked'; readonly said: string };
export type Backup = Manifest & { readonly proof: Proof | undefined };

export const baseOf = (name: string): string => `base/${name}`;
const manifestOf = (name: string): string => `${baseOf(name)}/manifest.json`;
const proofOf = (name: string): string => `${baseOf(name)}/proof.json`;
export const DATABASE = 'database.tar.zst.age';
export const HOUSE = 'house.json.zst.age';

/** All that are whole, oldest first. What was broken off has no manifest and is none. */
export async function listBackups(place: Place): Promise<Backup[]> {
  const names = (await place.folders('base')).sort();
  const read = async (name: string): Promise<Backup[]> => {
    const manifest = await readJson<Manifest>(place, manifestOf(name));
    return manifest ? [{ ...manifest, proof: await readJson<Proof>(place, proofOf(name)) }] : [];
  };
  return (await Promise.all(names.map(read))).flat();
}

export const writeManifest = (place: Place, manifest: Manifest): Promise<void> =>
  writeWhole(place, manifestOf(manifest.name), `${JSON.stringify(manifest, null, 1)}\n`);

export const writeProof = (place: Place, name: string, proof: Proof): Promise<void> =>
  writeWhole(place, proofOf(name), `${JSON.stringify(proof)}\n`);

/** What must be kept as secret as the data itself: the keys of the sealed fields, the password of the cluster. */
export type House = {
  readonly secrets: Readonly<Record<string, string>>;
  readonly postgresPassword: string | undefined;
};

export const writeHouse = async (place: Place, name: string, key: BackupKey, house: House): Promise<void> =>
  place.put(`${baseOf(name)}/${HOUSE}`, await seal(key, Readable.from([Buffer.from(JSON.stringify(house))])));

export async function readHouse(place: Place, name: string, identity: string): Promise<House> {
  const chunks: Buffer[] = [];
  for await (const chunk of await unseal(identity, await place.get(`${baseOf(name)}/${HOUSE}`)))
    chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as House;
}

/** Passes through what flows and tells how much of `total` it was. */
export async function* telling(
  from: AsyncIterable<Buffer>,
  total: number,
  now: string,
  told: Told,
): AsyncGenerator<Buffer> {
  let done = 0;
  for await (const chunk of from) {
    done += chunk.length;
    told(done, total, now);
    yield chunk;
  }
}
