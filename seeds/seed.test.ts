import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Agreement } from '../src/agreements/agreement.ts';
import { lint, type PartyFacts } from '../src/agreements/lint.ts';
import { statuses } from '../src/disputes/procedure.ts';
import { categories } from '../src/network/data/categories.ts';
import { type Db, openDatabase } from '../src/platform/db.ts';
import { verifyChain } from '../src/platform/eventChain.ts';
import { type TestDatabase, testDatabase } from '../src/platform/testing/database.ts';
import { testDeps } from '../src/platform/testing/deps.ts';
import type { ServerEngine } from '../src/server/engine.ts';
import { startEngine } from '../src/server/engine.ts';
import type { ReferenceCache } from '../src/server/reference.ts';
import { rows } from './cast.ts';
import { ordinarySituations } from './disputes/ordinary.ts';
import { matterOf } from './matters/all.ts';
import { people } from './people.ts';
import { seedEngine } from './seed.ts';
import { isSeeded } from './seeded.ts';
import { situations } from './situations.ts';

let database: TestDatabase;
let db: Db;
let admin: pg.Client;
let engine: ServerEngine;
let cache: ReferenceCache;

// Late on a working day: what would come later today has not happened yet in any story.
const afternoon = new Date('2026-11-20T17:20:00+08:00');

/** The telling ones, and of the everyday the first of each life and of each category. */
function fewer() {
  const seen = new Set<string>();
  return rows
    .filter(([name, , course]) => {
      const kinds = [course, matterOf(name.replace(/-\d+$/, '')).category];
      const fresh = kinds.some((kind) => !seen.has(kind));
      for (const kind of kinds) seen.add(kind);
      return fresh;
    })
    .map(([name]) => name);
}
const names = new Set(fewer());
const chosen = situations.filter((each) => names.has(each.name) || !ordinarySituations.includes(each));

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.appUrl, 10);
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  ({ engine, cache } = await startEngine(testDeps(db, { now: afternoon })));
  await seedEngine(
    engine,
    () => cache.refresh(),
    () => {},
    chosen,
  );
}, 120_000);
afterAll(async () => {
  cache?.close();
  await admin.end();
  await db.close();
  await database.drop();
});

async function listed<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  return (await admin.query<T>(sql)).rows;
}

test('every status of a dispute is there to be seen', async () => {
  const found = await listed<{ status: string }>("select distinct status from matter where kind = 'dispute'");
  expect(found.map(({ status }) => status).sort()).toEqual([...statuses].sort());
});

test('one agreement is locked with a number and nothing to change, another has places to change', async () => {
  const found = await listed<{ number: string | null; terms: Agreement; matter: string; category: string }>(
    `select a.number, v.terms, a.matter_id as matter, m.category_code as category from agreement a
      join agreement_version v on v.county_code = a.county_code and v.agreement_id = a.id and v.version = a.version
      join matter m on m.county_code = a.county_code and m.id = a.matter_id order by a.number nulls last`,
  );
  const ids = found.flatMap(({ terms }) => terms.partyIds);
  const parties = ids.map(
    (id, at): PartyFacts => ({
      ...{ id, side: at % 2 === 0 ? 'applicant' : 'respondent', kind: 'person', name: `第${at}位`, minor: false },
      ...{ representsPartyId: null, representation: null, authority: '', identified: true, address: '某街' },
    }),
  );
  const must = found.map(({ terms, category }) =>
    lint(terms, { parties, categoryCode: category, amountCents: null }).filter(({ severity }) => severity === 'must'),
  );
  expect(found[0]?.number).toMatch(/^〔2026〕迎.*人调字第1号$/);
  expect(must[0]).toEqual([]);
  expect(found.at(-1)?.number).toBeNull();
  expect(must.at(-1)?.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['vagueDay', 'vagueAmount', 'vagueDeed', 'report']),
  );
});

test('every category is there', async () => {
  const found = await listed<{ code: string }>(
    "select distinct category_code as code from matter where kind = 'dispute'",
  );
  expect(found.map(({ code }) => code).sort()).toEqual(categories.map(({ code }) => code).sort());
});

test('rooms and people are booked for the last days and the next two open ones, and never further', async () => {
  const found = await listed<{ day: string; about: boolean }>(
    `select distinct to_char(from_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, matter_id is not null as about
      from booking order by day`,
  );
  // From Friday evening the next days on which the center is open are Monday and Tuesday.
  // A joint session of the week before took its people's time until it ended.
  expect(found.map(({ day }) => day)).toEqual([
    '2026-11-13',
    '2026-11-18',
    '2026-11-19',
    '2026-11-20',
    '2026-11-23',
    '2026-11-24',
  ]);
  expect(found.map(({ about }) => about)).toEqual([true, true, true, true, true, false]);
});

test('a joint session was held in the demonstration, with its minutes, and a task of its unit was done', async () => {
  const found = await listed(
    `select m.kind, m.status, (select count(*)::int from sitting_minutes x where x.matter_id = m.id) as sections
      from matter m where m.kind in ('session', 'task') order by m.kind`,
  );
  expect(found).toEqual([
    { kind: 'session', status: 'ended', sections: 4 },
    { kind: 'task', status: 'confirmed', sections: 0 },
  ]);
});

test('there are inquiries, receipts and deeds with papers that prove them, and signed paper that came back, a page of it in doubt', async () => {
  const [found] = await listed(
    `select (select count(*)::int from inquiry) as inquiries,
       (select count(distinct witness)::int from inquiry where witness <> '') as witnesses,
       (select count(*)::int from promise where state = 'kept' and amount_cents is null) > 1 as deeds,
       (select array_agg(form order by form) from filed_paper where removed_at is null) as filed,
       (select count(*)::int from scan_page where state = 'waiting') as waiting,
       (select count(*)::int from scan where state <> 'read' or at > $1) as unread`.replace(
      '$1',
      `'${afternoon.toISOString()}'`,
    ),
  );
  expect(found).toEqual({
    ...{ inquiries: 3, witnesses: 1, deeds: true, filed: ['rights', 'rights'], waiting: 1, unread: 0 },
  });
  const proofs = await listed<{ type: string }>(
    `select distinct e.type from matter_file f join matter_event e on e.county_code = f.county_code and e.matter_id = f.matter_id
       and e.at = f.at where e.type in ('recordPayment', 'recordDeed', 'fileScans') order by 1`,
  );
  expect(proofs.map(({ type }) => type)).toEqual(['fileScans', 'recordDeed', 'recordPayment']);
});

test('the chain of events of every matter verifies, and ends where the matter says', async () => {
  const events = await listed<{ matter_id: string; hash: string; at: Date; seq: number }>(
    `select county_code, matter_id, seq, id, at, type, actor_user_id, actor_post_id, actor_role, actor_unit_id, status_before,
       status_after, data, hash from matter_event order by matter_id, seq`,
  );
  const heads = await listed<{ id: string; event_hash: string; event_seq: number }>(
    'select id, event_hash, event_seq from matter',
  );
  const byMatter = Map.groupBy(events, (event) => event.matter_id);
  expect(byMatter.size).toBe(heads.length);
  for (const { id, event_hash, event_seq } of heads) {
    const chain = (byMatter.get(id) ?? []).map(({ hash, ...body }) => ({ hash, body }));
    expect(verifyChain(chain)).toEqual({ ok: true, count: event_seq, lastHash: event_hash });
  }
});

test('no event lies in the future, and none before the one it follows', async () => {
  const found = await listed(
    `select e.matter_id, e.seq from matter_event e left join matter_event b on b.county_code = e.county_code
       and b.matter_id = e.matter_id and b.seq = e.seq - 1 where e.at > now() or e.at < b.at`,
  );
  expect(found).toEqual([]);
});

test('whatever is open is owed by somebody', async () => {
  const found = await listed(
    `select code, status from matter m where status not in ('declined', 'archived', 'lifted', 'withdrawn', 'replaced', 'linked', 'ended', 'confirmed')
       and not exists (select from matter_todo t where t.county_code = m.county_code and t.matter_id = m.id)`,
  );
  expect(found).toEqual([]);
});

test('lists show a matter to exactly those who may see it', async () => {
  const found = await listed(
    `select m.code from matter m where (select coalesce(array_agg(s.viewer order by s.viewer), '{}') from matter_seen s
       where s.county_code = m.county_code and s.matter_id = m.id)
       <> (select array_agg(viewer order by viewer) from unnest(m.seen_by) viewer
         where viewer <> 'system' and viewer not like 'party:%')`,
  );
  expect(found).toEqual([]);
});

test('restricted matters are owed and told only to those who may know of them', async () => {
  const found = await listed(
    `select m.code, t.owner from matter m join matter_todo t on t.county_code = m.county_code and t.matter_id = m.id
       where m.restricted and not (t.owner = any (m.seen_by))`,
  );
  expect(found).toEqual([]);
  expect(await listed("select 1 from matter where restricted and kind = 'dispute'")).not.toEqual([]);
});

test('there are notices sent, answered and lifted, and a second one for the same dispute', async () => {
  const found = await listed<{ status: string }>("select distinct status from matter where kind = 'supervision'");
  expect(found.map(({ status }) => status).sort()).toEqual(['answered', 'lifted', 'replaced', 'sent']);
  expect(await listed('select 1 from supervision_notice where level > 1')).not.toEqual([]);
});

test('a desk has no more unread notices than two days bring, and every center can be called', async () => {
  const old = "at < (select max(at) from notice) - interval '4 days'";
  expect(await listed(`select 1 from notice where read_at is null and ${old} limit 1`)).toEqual([]);
  expect(await listed(`select 1 from notice where read_at is not null and ${old} limit 1`)).not.toEqual([]);
  expect(await listed("select id from unit where kind = 'center' and phone is null")).toEqual([]);
});

test('titles fit a line and facts say enough', async () => {
  const found = await listed(
    `select m.title, length(d.facts) from matter m join dispute d on d.county_code = m.county_code and d.matter_id = m.id
       where length(m.title) > 20 or length(d.facts) not between 60 and 260 or d.facts like '%{%'`,
  );
  expect(found).toEqual([]);
});

test('playing the seed again changes nothing', async () => {
  const count = () =>
    listed<{ events: number; matters: number; todos: number; notes: number; users: number }>(
      `select (select count(*)::int from matter_event) as events, (select count(*)::int from matter) as matters,
         (select count(*)::int from note) as notes, (select count(*)::int from app_user) as users,
         (select count(*)::int from visit) as visits, (select count(*)::int from matter_file) as files,
         (select count(*)::int from scan_page) as scanned`,
    );
  const before = await count();
  expect(await isSeeded(db)).toBe(true);
  expect(before[0]?.users).toBe(people.length);
  await seedEngine(
    engine,
    () => cache.refresh(),
    () => {},
    chosen,
  );
  expect(await count()).toEqual(before);
}, 120_000);
