import net from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command, type Db, openDatabase, reading, record } from './db.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';

const scope = { counties: ['140106'], viewers: ['system'] };
let database: TestDatabase;
let proxy: net.Server;
let db: Db;
/** How often the talk turned from answering to asking: one flight each. */
let flights = 0;

beforeAll(async () => {
  database = await testDatabase();
  const target = new URL(database.appUrl);
  const [port, host] = [Number(target.port), target.hostname];
  let asking = false;
  proxy = net.createServer((client) => {
    const server = net.connect(port, host);
    client.on('data', (chunk) => {
      if (!asking) flights += 1;
      asking = true;
      server.write(chunk);
    });
    server.on('data', (chunk) => {
      asking = false;
      client.write(chunk);
    });
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const)
      from.on('close', () => to.destroy()).on('error', () => to.destroy());
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  target.port = String((proxy.address() as net.AddressInfo).port);
  target.hostname = '127.0.0.1';
  db = openDatabase(target.href, 1);
  await reading(db, scope, async () => {});
});
afterAll(async () => {
  await db.close();
  proxy.close();
  await database.drop();
});

test('a command with a lock, a read and five writes costs two flights', async () => {
  flights = 0;
  await command(db, scope, async (tx) => {
    await Promise.all([sql`select from matter for update`.execute(tx), tx.selectFrom('matter').select('id').execute()]);
    for (let serial = 1; serial <= 5; serial += 1)
      record(tx, tx.insertInto('serial_block').values({ county_code: `t${serial}`, year: 2026, next_serial: 1 }));
  });
  expect(flights).toBe(2);
});

test('when one of the writes fails, nothing is kept and the failure is thrown', async () => {
  const twice = command(db, scope, async (tx) => {
    for (const county of ['t9', 't1', 't8'])
      record(tx, tx.insertInto('serial_block').values({ county_code: county, year: 2026, next_serial: 1 }));
  });
  await expect(twice).rejects.toMatchObject({ code: '23505' });
  const kept = await reading(db, scope, (queries) =>
    queries.selectFrom('serial_block').select('county_code').where('county_code', 'in', ['t9', 't8']).execute(),
  );
  expect(kept).toEqual([]);
});
