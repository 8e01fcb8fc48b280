import { type Db, plainly } from './db.ts';

const BLOCK = 20;
type Block = { next: number; end: number };
const blocks = new Map<string, Promise<Block>>();

async function takeBlock(db: Db, key: string, year: number): Promise<Block> {
  const row = await plainly(db, (queries) =>
    queries
      .insertInto('serial_block')
      .values({ county_code: key, year, next_serial: BLOCK + 1 })
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

/**
 * The next serial of a key and year. Serials come in blocks per process, so gaps are allowed and no row is hot. Taken
 * before the transaction that uses it: inside, it would need a second connection while the first is held.
 */
export async function nextSerial(db: Db, key: string, year: number): Promise<number> {
  // Two databases in one process (tests, a practice copy) must not share a block.
  const name = `${db.pool.options.connectionString}/${key}/${year}`;
  for (;;) {
    const pending = blocks.get(name) ?? takeBlock(db, key, year);
    blocks.set(name, pending);
    const block = await pending.catch((error: unknown) => {
      blocks.delete(name);
      throw error;
    });
    if (block.next < block.end) return block.next++;
    if (blocks.get(name) === pending) blocks.delete(name);
  }
}
