import { Readable } from 'node:stream';
import type { ReadableStream as NodeWebStream } from 'node:stream/web';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { keepPrivateFile, readPrivateFile } from '../platform/secrets.ts';
import { StartupProblem } from '../platform/startup-problem.ts';
import { UpkeepFailed, UpkeepUnchecked } from './outcome.ts';

/** `recipient` (age1…) seals; `identity` (AGE-SECRET-KEY-1…) opens and may be kept off this machine. */
export type BackupKey = { readonly recipient: string; readonly identity: string | undefined };

const damaged = (file: string): StartupProblem =>
  new StartupProblem(
    `备份的密钥文件坏了：${file}。请用抄下来的那一份恢复它。`,
    `The backup key file is damaged: ${file}. Write the kept copy into it again.`,
  );

/** The key of this file; with `make`, a new one where there is none. Undefined: there is none. */
export async function readBackupKey(
  file: string,
  { recipient, make = false }: { recipient?: string | undefined; make?: boolean } = {},
): Promise<BackupKey | undefined> {
  if (readPrivateFile(file) === undefined && make && recipient === undefined)
    keepPrivateFile(file, `${await generateX25519Identity()}\n`);
  const identity = readPrivateFile(file)?.trim();
  if (identity === undefined) return recipient === undefined ? undefined : { recipient, identity: undefined };
  const own = await identityToRecipient(identity).catch(() => {
    throw damaged(file);
  });
  return { recipient: own, identity };
}

const toWeb = (from: Readable): ReadableStream<Uint8Array> => Readable.toWeb(from) as ReadableStream<Uint8Array>;
const fromWeb = (from: ReadableStream<Uint8Array>): Readable =>
  Readable.fromWeb(from as unknown as NodeWebStream<Uint8Array>);

/** An end that failed must fail what reads from it: `pipe` alone leaves the reader waiting. */
function through<T extends NodeJS.ReadWriteStream & { destroy(error: Error): unknown }>(from: Readable, to: T): T {
  from.on('error', (error) => to.destroy(error));
  return from.pipe(to);
}

/** Compressed, then sealed in the age format, which the age program opens as well. */
export async function seal(key: BackupKey, plain: Readable): Promise<Readable> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(key.recipient);
  return fromWeb(await encrypter.encrypt(toWeb(through(plain, createZstdCompress()))));
}

/** Why something cannot be read: that a line broke tells nothing about the copy. */
function explained(error: Error, broken: Error | undefined): Error {
  if (broken) return new UpkeepUnchecked(`读备份读到一半断了：${broken.message}`);
  if (/no identity matched/i.test(error.message))
    return new UpkeepUnchecked('手上的密钥不是封这份备份的那一把，打不开。');
  return new UpkeepFailed('备份里有一块坏了，打不开。');
}

/** The reverse. Rejects, or ends its stream, in a sentence where a byte was changed or lost or another key sealed it. */
export async function unseal(identity: string, sealed: Readable): Promise<Readable> {
  let broken: Error | undefined;
  sealed.on('error', (error) => {
    broken = error;
  });
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const plain = createZstdDecompress();
  try {
    const opened = fromWeb(await decrypter.decrypt(toWeb(sealed)));
    opened.on('error', (error) => plain.destroy(explained(error, broken)));
    return opened.pipe(plain);
  } catch (error) {
    throw explained(error as Error, broken);
  }
}
