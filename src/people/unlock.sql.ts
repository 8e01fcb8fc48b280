import { recordDevicesForgotten } from '../attempts/knownDevices.sql.ts';
import { digestOf, recordForgotten } from '../attempts/tries.sql.ts';
import type { Tx } from '../platform/db.ts';
import { nameKey } from './loginTries.ts';

export const loginKey = (login: string): string => nameKey(digestOf(login));

/** Nothing is held against the name any more, and no browser is trusted from before. */
export function recordUnlocked(tx: Tx, { id, login }: { id: string; login: string }): void {
  recordForgotten(tx, loginKey(login));
  recordDevicesForgotten(tx, id);
}
