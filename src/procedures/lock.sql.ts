import { sql } from 'kysely';
import type { Queries, Tx } from '../platform/db.ts';
import { forUpdate } from '../platform/forUpdate.ts';
import { Refusal, refuse } from '../platform/refusal.ts';
import { countyOfCode } from './code.ts';
import type { Bound } from './engine.ts';
import type { Head } from './head.ts';

type Of<T extends Head> = Pick<Bound<T>, 'kind' | 'store'>;

export async function getMatter<T extends Head>(bound: Of<T>, queries: Queries, code: string): Promise<T> {
  const found = await bound.store.find(queries, countyOfCode(code), code);
  const sentence = `没有${bound.kind.called}，或者您的岗位看不到它。核对编号再试。`;
  return found ?? refuse('notFound', 'noSuchMatter', sentence);
}

type Row = { code: string; countyCode: string };
const lockRow = ({ code, countyCode }: Row, tx: Tx, wait: 'wait' | 'nowait') =>
  sql`select 1 from matter where county_code = ${countyCode} and code = ${code} ${forUpdate(tx, wait)}`.execute(tx);

/**
 * Lock first, read after, both in one flight. Reading in the locking statement itself would show the new matter beside
 * clocks and rows of the snapshot from before the wait.
 */
export async function lockMatter<T extends Head>(bound: Of<T>, tx: Tx, code: string): Promise<T> {
  const lock = lockRow({ code, countyCode: countyOfCode(code) }, tx, 'wait');
  const thing = getMatter(bound, tx, code);
  await Promise.allSettled([lock, thing]);
  await lock;
  return thing;
}

/**
 * A second matter beside one that is locked already. Nobody waits while holding another's lock, so two such commands
 * cannot wait for each other.
 */
export async function lockBeside<T extends Head>(bound: Of<T>, tx: Tx, code: string): Promise<T> {
  const lock = lockRow({ code, countyCode: countyOfCode(code) }, tx, 'nowait');
  const thing = getMatter(bound, tx, code);
  await Promise.allSettled([lock, thing]);
  await lock.catch((error: unknown) => {
    if ((error as { code?: string }).code !== '55P03') throw error;
    throw new Refusal('conflict', 'otherBusy', '另一件正有人在办。等几秒再按一次，写好的还在。');
  });
  return thing;
}
