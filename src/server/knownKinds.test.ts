import pg from 'pg';
import { expect, test } from 'vitest';
import { openDatabase } from '../platform/db.ts';
import { testDatabase } from '../platform/testing/database.ts';
import { testDeps } from '../platform/testing/deps.ts';
import { startEngine } from './engine.ts';

test('a server does not start that would record a kind of matter which the database does not know', async () => {
  const database = await testDatabase();
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  await admin.query(`delete from matter_kind where kind = 'supervision'`);
  const db = openDatabase(database.appUrl, 1);
  await expect(startEngine(testDeps(db, { now: new Date() }))).rejects.toThrow('supervision');
  await db.close();
  await admin.end();
  await database.drop();
});
