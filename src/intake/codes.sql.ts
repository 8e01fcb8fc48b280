import { type Db, plainly } from '../platform/db.ts';
import { makeCode } from '../platform/disputeCode.ts';
import { dayOf, yearOf } from '../platform/now.ts';

const BLOCK = 20;
type Block = { next: number; end: number };
const blocks = new Map<string, Promise<Block>>();

async function takeBlock(db: Db, countyCode: string, year: number): Promise<Block> {
  const row = await plainly(db, (queries) =>
    queries
      .insertInto('serial_block')
      .values({ county_code: countyCode, year, next_serial: BLOCK + 1 })
      .onConflict((c) =>
        c
          .columns(['county_code', 'year'])
          .doUpdateSet((eb) => ({ next_serial: eb('serial_block.next_serial', '+', BLOCK) })),
      )
      .returning('next_serial')
      .executeTakeFirstOrThrow(),
  );
  return { next: row.next_serial - BLOCK, end: row.next_serial };
}

/** The next code of a county and year. Serials come in blocks per process, so gaps are allowed and no row is hot. */
export async function nextCode(db: Db, countyCode: string, now: Date): Promise<string> {
  const year = yearOf(dayOf(now));
  // Two databases in one process (tests, a practice copy) must not share a block.
  const key = `${db.pool.options.connectionString}/${countyCode}/${year}`;
  for (;;) {
    const pending = blocks.get(key) ?? takeBlock(db, countyCode, year);
    blocks.set(key, pending);
    const block = await pending.catch((error: unknown) => {
      blocks.delete(key);
      throw error;
    });
    if (block.next < block.end) return makeCode(countyCode, year, block.next++);
    if (blocks.get(key) === pending) blocks.delete(key);
  }
}

/** Supervision notices are numbered apart: DB + county + year + six digits. */
export async function nextNoticeCode(db: Db, countyCode: string, now: Date): Promise<string> {
  const year = yearOf(dayOf(now));
  const row = await plainly(db, (queries) =>
    queries
      .insertInto('serial_block')
      .values({ county_code: `${countyCode}DB`, year, next_serial: 2 })
      .onConflict((c) =>
        c
          .columns(['county_code', 'year'])
          .doUpdateSet((eb) => ({ next_serial: eb('serial_block.next_serial', '+', 1) })),
      )
      .returning('next_serial')
      .executeTakeFirstOrThrow(),
  );
  return `DB${countyCode}${String(year % 100).padStart(2, '0')}${String(row.next_serial - 1).padStart(6, '0')}`;
}
