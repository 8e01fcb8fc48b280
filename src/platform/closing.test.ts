import { once } from 'node:events';
import { Agent, get } from 'node:http';
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

test('nor half an upload, whose sender says no more', { timeout: WHOLE }, async () => {
  app.post('/upload', async (request) => ({ bytes: (await (await request.file())?.toBuffer())?.length }));
  await listen();
  const asked = once(app.server, 'request');
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  socket.resume();
  socket.write('POST /upload HTTP/1.1\r\nhost: a\r\ncontent-type: multipart/form-data; boundary=b\r\n');
  socket.write(
    'content-length: 100000\r\n\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nab',
  );
  await asked;
  await app.close();
  expect(socket.destroyed || (await once(socket, 'close'))).toBeTruthy();
});

test('nor one whose answer never comes', { timeout: WHOLE }, async () => {
  const asked = Promise.withResolvers<void>();
  app.get('/never', () => {
    asked.resolve();
    return new Promise(() => {});
  });
  await listen();
  const answer = fetch(`http://127.0.0.1:${port}/never`);
  await asked.promise;
  await Promise.all([app.close(), expect(answer).rejects.toThrow()]);
});

test('who asks on while it closes reads that it closes, and nothing is begun', { timeout: WHOLE }, async () => {
  let begun = 0;
  app.get('/count', async () => ({ begun: ++begun }));
  const held = Promise.withResolvers<void>();
  app.addHook('preClose', () => held.promise);
  await listen();
  // Two connections that are kept, as browsers do.
  const keeper = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (accept: string) =>
    new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      const asked = get({ port, host: '127.0.0.1', path: '/count', agent: keeper, headers: { accept } }, (answer) => {
        let text = '';
        answer.on('data', (chunk) => (text += chunk)).on('end', () => resolve({ status: answer.statusCode, text }));
      });
      asked.on('error', reject);
    });
  expect((await ask('*/*')).status).toBe(200);
  const closed = app.close();
  await new Promise((resolve) => setImmediate(resolve));
  const program = await ask('*/*');
  expect(program.status).toBe(503);
  expect(JSON.parse(program.text).error).toMatchObject({
    kind: 'unavailable',
    code: 'closing',
    message: expect.stringContaining('没有办'),
  });
  expect(begun).toBe(1);
  held.resolve();
  await closed;
  keeper.destroy();
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
