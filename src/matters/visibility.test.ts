import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, openDatabase, plainly, reading } from '../platform/db.ts';
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts';

const below = [
  'matter_clock',
  'matter_event',
  'note',
  'matter_file',
  'dispute',
  'party',
  'dispute_unit',
  'settlement',
  'promise',
  'payment',
  'payment_part',
  'mediator_appointment',
  'agreement',
  'material_request',
  'extension_request',
  'return_visit',
  'rating',
  'access_slip',
  'supervision_notice',
  'supervision_notice_unit',
];
const ids = {
  mine: '0190a000-0000-7000-8000-000000000001',
  other: '0190a000-0000-7000-8000-000000000002',
  far: '0190a000-0000-7000-8000-000000000003',
};

let database: TestDatabase;
let db: Db;
let admin: pg.Client;

async function addMatter(id: string, county: string, seenBy: string[]): Promise<void> {
  const at = '2026-10-14T00:00:00Z';
  await admin.query(
    `insert into matter (county_code, id, kind, code, status, title, region_code, receiving_center_id, seen_by, opened_at, updated_at)
     values ($1, $2, 'dispute', $3, 'registered', '测试', $1, $4, $5, $6, $6)`,
    [county, id, `${id.slice(-4)}`, `${county}-center`, ['system', ...seenBy], at],
  );
  await admin.query(
    `insert into dispute (county_code, matter_id, source, first_contact_post_id, first_contact_unit_id, facts, willing)
     values ($1, $2, 'walkIn', $2, $3, '', 'yes')`,
    [county, id, `${county}-center`],
  );
  await admin.query(
    `insert into note (county_code, id, matter_id, event_id, kind, visibility, body, at) values ($1, $2, $2, $2, 'x', 'shared', '话', $3)`,
    [county, id, at],
  );
  for (const viewer of seenBy)
    await admin.query(
      `insert into matter_seen (county_code, viewer, matter_id, kind, status, opened_at) values ($1, $2, $3, 'dispute', 'registered', $4)`,
      [county, viewer, id, at],
    );
  await admin.query(
    `insert into matter_event (county_code, matter_id, seq, id, at, type, actor_role, status_after, data, previous_hash, hash) values ($1, $2, 1, $2, $3, 'register', 'system', 'registered', '{}', '', '')`,
    [county, id, at],
  );
}

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.appUrl, 2);
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  await addMatter(ids.mine, '140106', ['c:140106-center']);
  await addMatter(ids.other, '140106', ['u:140106-court']);
  await addMatter(ids.far, '140105', ['c:140106-center']);
});
afterAll(async () => {
  await admin.end();
  await db.close();
  await database.drop();
});

const scope = { counties: ['140106'], viewers: ['c:140106-center', 'p:0190a000-0000-7000-8000-00000000000a'] };
const seen = (who: typeof scope) =>
  reading(db, who, async (queries) => (await queries.selectFrom('matter').select('id').execute()).map((row) => row.id));

test('只看得到本区县、自己名下的事', async () => {
  expect(await seen(scope)).toEqual([ids.mine]);
  expect(await seen({ ...scope, counties: ['140105'] })).toEqual([ids.far]);
  expect(await seen({ ...scope, viewers: ['c:140107-center'] })).toEqual([]);
});

test('事下面的每一张表都只能从视图看，而且只看得到自己的', async () => {
  for (const table of below)
    await expect(
      plainly(db, (queries) =>
        queries
          .selectFrom(table as 'note')
          .selectAll()
          .execute(),
      ),
      table,
    ).rejects.toThrow(/permission denied/);
  const notes = await reading(db, scope, (queries) => queries.selectFrom('visible_note').select('matter_id').execute());
  expect(notes).toEqual([{ matter_id: ids.mine }]);
});

test('一件事和它的页面，看不到这件事的人什么也读不出来', async () => {
  const read = (who: typeof scope, county: string, id: string) =>
    reading(db, who, async (queries) => {
      const code = id.slice(-4);
      const { rows } = await sql<{ dispute: { id: string } | null; page: { notes: { body: string }[] } | null }>`
        select read_dispute(${county}, ${code}) as dispute, read_dispute_page(${county}, ${code}) as page`.execute(
        queries,
      );
      return [rows[0]?.dispute?.id, rows[0]?.page?.notes.map(({ body }) => body)];
    });
  const nothing = [undefined, undefined];
  expect(await read(scope, '140106', ids.mine)).toEqual([ids.mine, ['话']]);
  expect(await read(scope, '140106', ids.other)).toEqual(nothing);
  expect(await read(scope, '140105', ids.far)).toEqual(nothing);
  expect(await read({ ...scope, viewers: [] }, '140106', ids.mine)).toEqual(nothing);
  // Of a restricted matter whoever covers a colleague sees no more than by the own keys.
  await admin.query('update matter set restricted = true where id = $1', [ids.mine]);
  const own = ['p:0190a000-0000-7000-8000-00000000000a'];
  expect(await read({ ...scope, own } as typeof scope, '140106', ids.mine)).toEqual(nothing);
  expect(await read(scope, '140106', ids.mine)).toEqual([ids.mine, ['话']]);
  await admin.query('update matter set restricted = false where id = $1', [ids.mine]);
});

test('管理员的岗位就算写在一件事上，这件事和它下面的一切也读不出来、数不出来', async () => {
  const post = 'p:0190a000-0000-7000-8000-00000000000b';
  const id = '0190a000-0000-7000-8000-000000000004';
  await addMatter(id, '140106', [post]);
  await admin.query(
    `insert into matter_todo (county_code, id, matter_id, owner, act, due_at, since) values ('140106', $1, $1, $2, 'triage', now(), now())`,
    [id, post],
  );
  const look = (viewers: string[]) =>
    reading(db, { counties: ['140106'], viewers }, async (queries) => {
      const { rows } = await sql<Record<string, unknown>>`select (select count(*)::int from matter) as matters,
        (select count(*)::int from matter_seen) as listed, (select count(*)::int from matter_todo) as owed,
        (select count(*)::int from visible_note) as notes, read_dispute('140106', '0004') is not null as whole,
        count_seen('140106', ${[post]}, 'dispute', '{registered}', 9) as counted`.execute(queries);
      return rows[0];
    });
  const all = { matters: 1, listed: 1, owed: 1, notes: 1, whole: true, counted: 1 };
  expect(await look([post])).toEqual(all);
  const nothing = { matters: 0, listed: 0, owed: 0, notes: 0, whole: false, counted: 0 };
  expect(await look(['noMatters', post])).toEqual(nothing);
  await admin.query('update matter set restricted = true where id = $1', [id]);
  expect(await look(['noMatters', post])).toEqual(nothing);
});

test('没有设置时什么也看不到，用过的连接也一样', async () => {
  const one = openDatabase(database.appUrl, 1);
  expect(await plainly(one, (queries) => queries.selectFrom('matter').select('id').execute())).toEqual([]);
  await reading(one, scope, (queries) => queries.selectFrom('matter').select('id').execute());
  // The pooled connection now holds empty settings: '' must match nothing.
  expect(await plainly(one, (queries) => queries.selectFrom('matter').select('id').execute())).toEqual([]);
  expect(await plainly(one, (queries) => queries.selectFrom('matter_seen').select('matter_id').execute())).toEqual([]);
  expect(await plainly(one, (queries) => queries.selectFrom('visible_note').select('id').execute())).toEqual([]);
  await one.close();
});

test('时间线和操作记录谁也改不了、删不掉', async () => {
  for (const table of ['matter_event', 'trail', 'code_alias'])
    for (const statement of [
      `update ${table} set ${table === 'code_alias' ? 'county_code' : 'id'} = null`,
      `delete from ${table}`,
    ]) {
      const client = new pg.Client({ connectionString: database.appUrl });
      await client.connect();
      await expect(client.query(statement), statement).rejects.toThrow(/permission denied/);
      await client.end();
    }
});

test('设置里混进别的字符，一句也不执行', async () => {
  await expect(seen({ counties: ["140106'; drop table matter; --"], viewers: [] })).rejects.toThrow('no key');
});

test('应用账号什么也不拥有，也不能绕过行级权限', async () => {
  const { rows } = await admin.query(
    `select rolsuper, rolbypassrls, (select count(*)::int from pg_class where relowner = r.oid) as owned from pg_roles r where rolname = 'fengqiao_app'`,
  );
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, owned: 0 }]);
});
