import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyParty } from '../intake/party.ts';
import { signedInAs } from '../people/testing/signedIn.ts';
import { type Db, openDatabase } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { newId } from '../platform/ids.ts';
import { buildApp } from './app.ts';
import type { ServerEngine } from './engine.ts';
import { type TestApp, testApp } from './testing/app.ts';

/** A wire between us and the database that can be cut just after a commit went through and before its answer comes back. */
async function startWire(
  url: string,
): Promise<{ url: string; cutAt(word: string, times: number): void; close(): void; server: Server }> {
  const { hostname, port } = new URL(url);
  let word: Buffer | undefined;
  let times = 0;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    let cutting = false;
    near.on('data', (bytes) => {
      far.write(bytes);
      // What is recorded travels with its commit in one flight.
      if (word && bytes.includes(word) && --times === 0) [cutting, word] = [true, undefined];
    });
    // The database has done it once it answers; that answer never arrives.
    far.on('data', (bytes) => {
      if (!cutting) return near.write(bytes);
      near.destroy();
      return far.destroy();
    });
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.href,
    server,
    cutAt(text, which) {
      [word, times] = [Buffer.from(text), which];
    },
    close: () => server.close(),
  };
}

const party = { ...emptyParty, name: '甲某', idNumber: '11010519491231002X', phone: '13800001234' };
const rest = {
  categoryCode: '02',
  source: 'walkIn',
  regionCode: '140106004',
  address: '3号楼',
  demands: '赔偿',
  facts: '楼上漏水。',
};
const few = {
  occurredOn: null,
  peopleInvolved: 1,
  amountCents: null,
  willing: 'yes',
  headCount: 1,
  restriction: null,
  uploads: [],
};
const registering = (title: string) => ({
  ...{
    ...rest,
    ...few,
    title,
    parties: [party, { ...emptyParty, side: 'respondent', name: '乙某', phone: '13800005678' }],
  },
  ...{ creditCodeConfirmed: false, commandId: newId() },
});

let it: TestApp;
let wire: Awaited<ReturnType<typeof startWire>>;
let db: Db;
let app: Http;
let cookie: string;
beforeAll(async () => {
  it = await testApp(new Date());
  wire = await startWire(it.db.url);
  db = openDatabase(wire.url, 2);
  app = await buildApp({ ...(it.engine as ServerEngine), db });
  cookie = await signedInAs(it.db, 'receptionist', '140106-center');
  await (it.engine as ServerEngine).cache.refresh();
});
afterAll(async () => {
  await app.close();
  await db.close();
  wire.close();
  await it.close();
});

const press = (url: string, payload: object) => app.inject({ method: 'POST', url, headers: { cookie }, payload });
async function eventsOf(code: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: it.adminUrl });
  await client.connect();
  const { rows } = await client.query(
    'select e.type from matter m join matter_event e on e.county_code = m.county_code and e.matter_id = m.id where m.code = $1 order by e.seq',
    [code],
  );
  await client.end();
  return rows.map(({ type }) => type);
}

test('a step whose commit got no answer is told as not known; pressed again, it acts once', async () => {
  const { code } = (await press('/api/disputes', registering('断在提交以后'))).json();
  const commandId = newId();
  // It is asked for in the first flight, and written down in the second, with the commit.
  wire.cutAt(commandId, 2);
  const accept = () => press(`/api/disputes/${code}/acceptances`, { commandId, seenVersion: 1 });
  const first = await accept();
  expect([first.statusCode, first.json().error?.code]).toEqual([503, 'unsure']);
  expect(first.json().error.message).toContain('不确定是否已保存，请再按一次');
  expect(await eventsOf(code)).toEqual(['register', 'accept']);
  expect((await accept()).statusCode).toBe(200);
  expect(await eventsOf(code)).toEqual(['register', 'accept']);
});

test('a registration looks itself whether it was kept, and answers what it then finds', async () => {
  const input = registering('登记断在提交以后');
  wire.cutAt(input.commandId, 1);
  const first = await press('/api/disputes', input);
  expect(first.statusCode).toBe(201);
  expect(first.json().slips).toEqual([]);
  expect((await press('/api/disputes', input)).json().code).toBe(first.json().code);
  expect(await eventsOf(first.json().code)).toEqual(['register']);
});

test('a full disk is told as that, and to whom it must be told', async () => {
  const full = {
    ...it.engine,
    files: { ...it.engine.files, put: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOSPC' })) },
  };
  const filled = await buildApp(full as ServerEngine);
  const form = new FormData();
  form.append('file', new Blob(['说明']), '说明.txt');
  const packed = new Response(form);
  const headers = { cookie, 'content-type': packed.headers.get('content-type') ?? '' };
  const payload = Buffer.from(await packed.arrayBuffer());
  const answer = await filled.inject({ method: 'POST', url: '/api/uploads', headers, payload });
  expect([answer.statusCode, answer.json().error.code]).toEqual([503, 'diskFull']);
  expect(answer.json().error.message).toContain('磁盘满了，没有保存');
  await filled.close();
});
