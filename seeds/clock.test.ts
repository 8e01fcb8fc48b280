import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '../src/platform/db.ts';
import { testDatabase } from '../src/platform/testing/database.ts';
import { testDeps } from '../src/platform/testing/deps.ts';
import { startEngine } from '../src/server/engine.ts';
import { ordinarySituations } from './disputes/ordinary.ts';
import { seedEngine } from './seed.ts';
import { situations } from './situations.ts';

const ends: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

/** Late ones, which the house warns of and supervises by itself in the morning, and a few of the everyday. */
const chosen = situations.filter(
  (each, at) => /^(supervised|twice-late)/.test(each.name) || (ordinarySituations.includes(each) && at % 20 === 0),
);

const stamps = [
  'matter_event.at',
  'notice.at',
  'note.at',
  'outbox.created_at',
  'delivery.created_at',
  'supervision_notice.sent_at',
  'matter.opened_at',
  'matter_clock.started_at',
  'ticket.issued_at',
  'visit.at',
  'clue.reported_at',
  'trail.at',
];

test.each(['00:00:50', '08:18:00', '17:20:00'])(
  '演示数据在 %s 写进去，没有一笔是还没到的时候记的',
  async (time) => {
    const now = new Date(`2026-11-20T${time}+08:00`);
    const database = await testDatabase();
    const db = openDatabase(database.appUrl, 10);
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    const { engine, cache } = await startEngine(testDeps(db, { now }));
    ends.push(
      () => database.drop(),
      () => db.close(),
      () => admin.end(),
      async () => cache.close(),
    );
    await seedEngine(
      engine,
      () => cache.refresh(),
      () => {},
      chosen,
    );
    const later: string[] = [];
    for (const stamp of stamps) {
      const [table = '', column = ''] = stamp.split('.');
      const { rows } = await admin.query(`select max(${column}) as at from ${table}`);
      if (rows[0].at > now) later.push(`${stamp} ${rows[0].at.toISOString()}`);
    }
    expect(later).toEqual([]);
  },
  120_000,
);
