import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { openDatabase } from './db.ts';
import { buildHttp, type Http } from './http.ts';
import { testDeps } from './testing/deps.ts';

/** Nobody asks it anything. */
const db = openDatabase('postgres://nobody@127.0.0.1:1/none', 1);
afterAll(() => db.close());

let app: Http;
let port = 0;
beforeEach(async () => {
  app = await buildHttp(testDeps(db, { now: new Date() }));
});

async function listen(): Promise<void> {
  port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
}

/** As a browser opens one ahead, or again after its stream was cut: connected, taken in by the server, and silent. */
async function silentConnection(): Promise<Socket> {
  const taken = once(app.server, 'connection');
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  await taken;
  return socket;
}

const WHOLE = 20_000;

test('a connection that never asked anything does not keep a closing server waiting', { timeout: WHOLE }, async () => {
  await listen();
  const socket = await silentConnection();
  await app.close();
  expect(socket.destroyed || (await once(socket, 'close'))).toBeTruthy();
});

test('nor does one that arrives while it closes', { timeout: WHOLE }, async () => {
  let late: Socket | undefined;
  app.addHook('preClose', async () => {
    late = await silentConnection();
  });
  await listen();
  await app.close();
  expect(late?.destroyed || (await once(late as Socket, 'close'))).toBeTruthy();
});

test('nor one whose answer was still being made, which arrives in full', { timeout: WHOLE }, async () => {
  const asked = Promise.withResolvers<void>();
  const ready = Promise.withResolvers<string>();
  app.get('/slow', () => {
    asked.resolve();
    return ready.promise;
  });
  await listen();
  const answer = fetch(`http://127.0.0.1:${port}/slow`);
  await asked.promise;
  const closed = app.close();
  await vi.waitUntil(() => !app.server.listening);
  ready.resolve('好'.repeat(100_000));
  expect(await (await answer).text()).toHaveLength(100_000);
  await closed;
});
