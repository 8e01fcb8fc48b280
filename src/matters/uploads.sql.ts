import type { Actor } from '../platform/actor.ts';
import { record, type Tx } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { acceptFile } from '../platform/fileKind.ts';
import { newId } from '../platform/ids.ts';

export type Uploaded = { id: string; name: string; mime: string; size: number };

/** Checks by content, stores fsynced, and only then names the file in a row that its uploader alone can use. */
export async function storeUpload(
  deps: Deps,
  tx: Tx,
  actor: Pick<Actor, 'countyCode'>,
  owner: string,
  file: { name: string; bytes: Buffer },
): Promise<Uploaded> {
  const accepted = await acceptFile(file.bytes, file.name);
  const { sha256, size } = await deps.files.put(accepted.bytes);
  const at = deps.now();
  const uploaded = { id: newId(at), name: accepted.name, mime: accepted.mime, size };
  record(tx, tx.insertInto('upload').values({ county_code: actor.countyCode, owner, sha256, at, ...uploaded }));
  return uploaded;
}
