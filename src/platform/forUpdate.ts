import { type RawBuilder, sql } from 'kysely';
import type { Tx } from './db.ts';

/** Locks what is read until the commit. Where nothing will be committed nobody is kept waiting, and nobody waits. */
export const forUpdate = (
  { rehearsed }: Pick<Tx, 'rehearsed'>,
  wait: 'wait' | 'nowait' = 'wait',
): RawBuilder<unknown> => (rehearsed ? sql`` : wait === 'wait' ? sql`for update` : sql`for update nowait`);
