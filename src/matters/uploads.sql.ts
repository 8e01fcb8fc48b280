import { acceptApart } from '../apart/acceptApart.ts';
import type { Actor } from '../platform/actor.ts';
import { record, type Tx } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { newId } from '../platform/ids.ts';

export type Uploaded = { id: string; name: string; mime: string; size: number };
type Stored = Omit<Uploaded, 'id'> & { sha256: string };

/** Checks by content and stores fsynced, before any transaction: a large photo takes its time. */
export async function storeUpload(
  deps: Deps,
  file: { name: string; bytes: Buffer },
  signal?: AbortSignal,
): Promise<Stored> {
  const { bytes, name, mime } = await acceptApart(file.bytes, file.name, signal);
  return { name, mime, ...(await deps.files.put(bytes)) };
}

/** Names the stored file in a row that its uploader alone can use. */
export function recordUpload(
  deps: Deps,
  tx: Tx,
  actor: Pick<Actor, 'countyCode'>,
  owner: string,
  { sha256, ...stored }: Stored,
): Uploaded {
  const at = deps.now();
  const uploaded = { id: newId(at), ...stored };
  record(tx, tx.insertInto('upload').values({ county_code: actor.countyCode, owner, sha256, at, ...uploaded }));
  return uploaded;
}
