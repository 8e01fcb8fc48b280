import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LiveEvent } from '../matters/liveStream.ts';
import type { PostRole } from '../people/roles.ts';
import { addPerson, signIn, type TestPerson } from '../people/testing/signedIn.ts';
import { command, recordSignal } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import type { ServerEngine } from './engine.ts';
import { briefLeaders } from './recurring.ts';
import { type TestApp, testApp } from './testing/app.ts';

const center = '140106-center';
const posts = {
  receptionist: ['receptionist', center],
  dispatcher: ['dispatcher', center],
  centerLeader: ['centerLeader', center],
  supervisor: ['supervisor', center],
  cityDispatcher: ['dispatcher', '140100-center'],
  gridWorker: ['gridWorker', '140106004-center', '140106004'],
  farGridWorker: ['gridWorker', '140106001-center', '140106001'],
  unitHead: ['unitHead', '140106-housing'],
  otherReceptionist: ['receptionist', '140105-center'],
  systemAdmin: ['systemAdmin', '140100-center'],
  securityAdmin: ['securityAdmin', '140100-center'],
  auditAdmin: ['auditAdmin', '140100-center'],
} as const satisfies Record<string, readonly [PostRole, string, string?]>;
type Person = keyof typeof posts;
const people = Object.keys(posts) as Person[];

type Ear = {
  status: number;
  heard: LiveEvent[];
  ended: Promise<void>;
  until(word: string): Promise<void>;
  close(): void;
};

let it: TestApp;
let base = '';
const cookies = new Map<Person, string>();
const ears = new Map<Person, Ear>();

/** A page's stream, as a browser reads it. */
async function listenAs(cookie: string, lastEventId?: string): Promise<Ear> {
  const stop = new AbortController();
  const headers = { cookie, ...(lastEventId && { 'last-event-id': lastEventId }) };
  const answer = await fetch(`${base}/api/live`, { headers, signal: stop.signal });
  if (!answer.ok) await answer.text();
  const heard: LiveEvent[] = [];
  const waiting = new Set<() => void>();
  const tell = () => {
    for (const look of waiting) look();
  };
  const read = async () => {
    for await (const chunk of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
      for (const line of Buffer.from(chunk).toString().split('\n'))
        if (line.startsWith('data: ')) heard.push(JSON.parse(line.slice(6)) as LiveEvent);
      tell();
    }
  };
  const until = (word: string) =>
    new Promise<void>((heardIt) => {
      const look = () => {
        if (!JSON.stringify(heard).includes(word)) return;
        waiting.delete(look);
        heardIt();
      };
      waiting.add(look);
      look();
    });
  return {
    status: answer.status,
    heard,
    ended: answer.ok ? read().catch(() => {}) : Promise.resolve(),
    until,
    close: () => stop.abort(),
  };
}

const ear = (person: Person): Ear => ears.get(person) as Ear;

/** Everybody hears this one after all that was said before it. */
async function whatWasHeard(): Promise<Record<string, LiveEvent[]>> {
  const id = newId();
  const keys = [...cookies.keys()].map((person) => `p:${postIds.get(person)}`);
  it.db.teller.tell(['140100', '140105', '140106'].map((county) => ({ county, kind: 'job', id, keys })));
  await Promise.all(people.map((person) => ear(person).until(id)));
  const said = people.map(
    (person) =>
      [
        person,
        ear(person)
          .heard.splice(0)
          .filter((event) => event.kind !== 'job'),
      ] as const,
  );
  return Object.fromEntries(said);
}
const postIds = new Map<Person, string>();

async function post(person: Person, path: string, body: object) {
  const headers = { cookie: cookies.get(person) ?? '' };
  const answer = await it.app.inject({ method: 'POST', url: path, headers, payload: body });
  expect([answer.statusCode < 300, answer.body.slice(0, 300)]).toEqual([true, answer.body.slice(0, 300)]);
  return answer.json();
}

const registration = (restriction: string | null) => ({
  parties: [{ ...it.party, name: '单小雨', idKind: 'none', idException: '没带' }],
  categoryCode: '02',
  source: 'walkIn',
  regionCode: '140106004',
  address: '',
  title: '楼道堆物',
  facts: '楼道里堆满了纸箱，走不过去。',
  demands: '',
  occurredOn: null,
  peopleInvolved: 1,
  amountCents: null,
  willing: 'yes',
  headCount: 1,
  restriction,
  uploads: [],
  creditCodeConfirmed: false,
  commandId: newId(),
});

beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:00:00+08:00'));
  base = await it.app.listen({ host: '127.0.0.1', port: 0 });
  for (const person of people) {
    const [role, unitId, regionCode] = posts[person] as readonly [PostRole, string, string?];
    const made = await addPerson(it.db, person, [{ role, unitId, ...(regionCode && { regionCode }) }]);
    postIds.set(person, made.postIds[0] ?? '');
    cookies.set(person, await signIn(it.db, made, it.clock.now));
  }
  await it.as('receptionist', center);
  for (const person of people) ears.set(person, await listenAs(cookies.get(person) ?? ''));
});
afterAll(async () => {
  // Streams are still open: closing the server ends them.
  await it?.close();
  await Promise.all(people.map((person) => ear(person).ended));
});

const hears = (named: readonly Person[], events: LiveEvent[]) =>
  Object.fromEntries(people.map((person) => [person, named.includes(person) ? events : []]));

test('谁看得到一件事，谁就听到它变了，别人什么也听不到', async () => {
  const { code } = await post('receptionist', '/api/disputes', registration(null));
  const seers: Person[] = ['receptionist', 'dispatcher', 'centerLeader', 'supervisor', 'cityDispatcher', 'gridWorker'];
  expect(await whatWasHeard()).toEqual(hears(seers, [{ kind: 'matter', code }]));
  await post('dispatcher', `/api/disputes/${code}/acceptances`, {});
  expect(await whatWasHeard()).toEqual(hears(seers, [{ kind: 'matter', code }]));
});

test('限制知悉的事，只有指名的人和中心主任听得到', async () => {
  const { code } = await post('receptionist', '/api/disputes', registration('minor'));
  expect(await whatWasHeard()).toEqual(hears(['receptionist', 'centerLeader'], [{ kind: 'matter', code }]));
});

test('刚设为限制知悉：看不到了的人只听到自己的列表变了', async () => {
  const { code } = await post('receptionist', '/api/disputes', registration(null));
  await whatWasHeard();
  await post('centerLeader', `/api/disputes/${code}/restrictions`, {
    restricted: true,
    namedPostIds: [],
    reason: '未成年人',
  });
  const heard = await whatWasHeard();
  expect(heard.dispatcher).toEqual([{ kind: 'lists' }]);
  expect(heard.gridWorker).toEqual([{ kind: 'lists' }]);
  expect(heard.cityDispatcher).toEqual([{ kind: 'lists' }]);
  expect(heard.centerLeader).toContainEqual({ kind: 'matter', code });
  expect(heard.otherReceptionist).toEqual([]);
});

test('叫号只有这个中心的人听到，没提交的谁也听不到', async () => {
  const queue = { county: '140106', kind: 'queue', id: '', keys: [`c:${center}`] } as const;
  const scope = { counties: [], viewers: [] };
  await command(it.db, scope, async (tx) => recordSignal(tx, queue));
  expect(await whatWasHeard()).toEqual(hears(['receptionist', 'dispatcher', 'centerLeader'], [{ kind: 'queue' }]));
  const broken = command(it.db, scope, async (tx) => {
    recordSignal(tx, queue);
    throw new Error('not kept');
  });
  await expect(broken).rejects.toThrow('not kept');
  expect(await whatWasHeard()).toEqual(hears([], []));
});

test('数据库连接断了又连上，每一页都被叫着补上，之后照常听到', async () => {
  const admin = new pg.Client({ connectionString: it.adminUrl });
  await admin.connect();
  const { rowCount } = await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen fengqiao_live'`,
  );
  await admin.end();
  expect(rowCount).toBe(1);
  await Promise.all(people.map((person) => ear(person).until('catchUp')));
  for (const person of people) ear(person).heard.splice(0);
  const { code } = await post('receptionist', '/api/disputes', registration(null));
  expect((await whatWasHeard()).dispatcher).toEqual([{ kind: 'matter', code }]);
});

test('断开后重新连上的一页先被叫着补上', async () => {
  const again = await listenAs(cookies.get('dispatcher') ?? '', '3');
  await again.until('catchUp');
  again.close();
});

test('登录被收回、换了岗位，这一页就不再往下听', async () => {
  const person = await addPerson(it.db, '两个岗位', [
    { role: 'receptionist', unitId: center },
    { role: 'handler', unitId: '140106-housing' },
  ]);
  const cookie = await signIn(it.db, person, it.clock.now);
  const ask = (method: 'PUT' | 'DELETE', url: string, payload?: object) =>
    it.app.inject({ method, url, headers: { cookie }, ...(payload && { payload }) });
  const first = await listenAs(cookie);
  expect((await ask('PUT', '/api/sessions/current/post', { postId: person.postIds[1] })).statusCode).toBe(200);
  await first.ended;
  const second = await listenAs(cookie);
  expect(second.status).toBe(200);
  expect((await ask('DELETE', '/api/sessions/current')).statusCode).toBeLessThan(300);
  await second.ended;
  expect((await listenAs(cookie)).status).toBe(401);
});

test('岗位免去、账号停用、密码重设，这一页当场就不再往下听', async () => {
  const admin = await it.as('systemAdmin', center);
  const openPage = async () => {
    const person = await addPerson(it.db, '要走的人', [{ role: 'receptionist', unitId: center }]);
    const page = await listenAs(await signIn(it.db, person, it.clock.now));
    expect(page.status).toBe(200);
    return { person, page };
  };
  const ends: ((person: TestPerson) => Promise<unknown>)[] = [
    ({ postIds }) => admin.post(`/api/posts/${postIds[0]}/endings`, {}, 201),
    ({ userId }) => admin.post(`/api/users/${userId}/disablements`, {}, 201),
    ({ userId }) => admin.post(`/api/users/${userId}/password-resets`, {}, 201),
  ];
  for (const end of ends) {
    const { person, page } = await openPage();
    const spokenTo = page.until('still-here').then(() => 'still told');
    await end(person);
    const keys = [`p:${person.postIds[0]}`];
    it.db.teller.tell([{ county: '140106', kind: 'job', id: 'still-here', keys }]);
    expect(await Promise.race([page.ended.then(() => 'ended'), spokenTo])).toBe('ended');
  }
});

test('一个人同时开的页面有上限，没登录的听不到', async () => {
  expect((await listenAs('')).status).toBe(401);
  const person = await addPerson(it.db, '开很多页', [{ role: 'receptionist', unitId: center }]);
  const cookie = await signIn(it.db, person, it.clock.now);
  const open = [];
  for (let page = 0; page < 6; page += 1) open.push(await listenAs(cookie));
  expect(open.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  expect((await listenAs(cookie)).status).toBe(429);
  for (const each of open) each.close();
});

test('晨报一出来，要了的岗位打开着的页面马上去取通知，没要的听不到', async () => {
  const headers = { cookie: cookies.get('centerLeader') ?? '' };
  const wished = await it.app.inject({ method: 'PUT', url: '/api/briefing/wish', headers, payload: { wanted: true } });
  expect(wished.statusCode).toBe(200);
  await briefLeaders(it.engine as ServerEngine);
  expect(await whatWasHeard()).toEqual(hears(['centerLeader'], [{ kind: 'lists' }]));
});
