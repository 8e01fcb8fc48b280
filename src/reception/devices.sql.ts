import { type Queries, record, type Tx } from '../platform/db.ts';
import type { Device, DeviceKind } from './device.ts';
import type { Place } from './tickets.sql.ts';

/** By the digest of its link; one that was taken back opens nothing any more. */
export async function findDevice(
  queries: Queries,
  hash: string,
): Promise<(Device & { seenAt: Date | null }) | undefined> {
  const row = await queries
    .selectFrom('hall_device')
    .select(['id', 'county_code', 'center_id', 'kind', 'counter_number', 'seen_at'])
    .where('token_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, county_code: countyCode, center_id: centerId, kind, counter_number: counter, seen_at: seenAt } = row;
  return { id, countyCode, centerId, kind, counter, seenAt };
}

export async function touchDevice(queries: Queries, id: string, now: Date): Promise<void> {
  await queries.updateTable('hall_device').set({ seen_at: now }).where('id', '=', id).execute();
}

export function listDevices(queries: Queries, { countyCode, centerId }: Place) {
  return queries
    .selectFrom('hall_device')
    .select(['id', 'kind', 'name', 'counter_number', 'created_at', 'seen_at', 'revoked_at'])
    .where('county_code', '=', countyCode)
    .where('center_id', '=', centerId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
}

type NewDevice = { id: string; kind: DeviceKind; counter: number | null; name: string; hash: string; postId: string };

export function recordDevice(tx: Tx, { countyCode, centerId }: Place, device: NewDevice, now: Date): void {
  const { id, kind, counter, name, hash, postId } = device;
  const values = { id, county_code: countyCode, center_id: centerId, kind, counter_number: counter, name };
  record(
    tx,
    tx.insertInto('hall_device').values({ ...values, token_hash: hash, created_at: now, created_by_post_id: postId }),
  );
}

/** Answers whether there was one to take back. */
export async function revokeDevice(tx: Tx, place: Place, id: string, postId: string, now: Date): Promise<boolean> {
  const row = await tx
    .updateTable('hall_device')
    .set({ revoked_at: now, revoked_by_post_id: postId })
    .where('id', '=', id)
    .where('county_code', '=', place.countyCode)
    .where('center_id', '=', place.centerId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
