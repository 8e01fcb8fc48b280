import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { CHANNEL, readSignal, type Signal } from './signal.ts';
import { Teller } from './teller.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';

let database: TestDatabase;
let ear: pg.Client;
const heard: Signal[] = [];
let waiting: (() => void) | undefined;

beforeAll(async () => {
  database = await testDatabase();
  ear = new pg.Client({ connectionString: database.adminUrl });
  ear.on('notification', ({ payload = '' }) => {
    const signal = readSignal(payload);
    if (signal) heard.push(signal);
    waiting?.();
  });
  await ear.connect();
  await ear.query(`listen ${CHANNEL}`);
});
beforeEach(() => heard.splice(0));
afterAll(async () => {
  await ear.end();
  await database.drop();
});

const about = (id: string): Signal => ({ county: '140106', kind: 'matter', id, keys: [] });
const untilHeard = (id: string) =>
  new Promise<void>((done) => {
    waiting = () => heard.some((signal) => signal.id === id) && done();
    waiting();
  });

test('what several commits tell within a moment goes out once, in its order', async () => {
  const teller = new Teller(database.appUrl);
  teller.tell([about('a')]);
  teller.tell([about('b'), about('a')]);
  teller.tell([about('c')]);
  await untilHeard('c');
  expect(heard.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  await teller.close();
});

test('when its connection was lost, it is told again on a new one', async () => {
  const teller = new Teller(database.appUrl);
  teller.tell([about('before')]);
  await untilHeard('before');
  const { rowCount } = await ear.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'fengqiao_app'`,
  );
  expect(rowCount).toBe(1);
  teller.tell([about('after')]);
  await untilHeard('after');
  await teller.close();
});

test('a server that stops has told what it committed', async () => {
  const teller = new Teller(database.appUrl);
  teller.tell([about('last')]);
  await teller.close();
  await untilHeard('last');
});
