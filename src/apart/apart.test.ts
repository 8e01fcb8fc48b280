import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { whileWaiting } from '../platform/whileWaiting.ts';
import { makeLine } from './inLine.ts';
import { startApart } from './startApart.ts';

const program = fileURLToPath(new URL('./testing/misbehaving.ts', import.meta.url));
const start = (signal?: AbortSignal) => startApart(program, { heapMb: 64, residentMb: 300, signal });

async function endOf(what: string, seconds: number): Promise<unknown> {
  const apart = start();
  const why = await apart.ask(what, seconds).catch((error: unknown) => error);
  await apart.end();
  return why;
}

test('a program apart answers one question after the other; a refusal there is one here, a bug a bug', async () => {
  const apart = start();
  expect(await apart.ask('answer', 20)).toBe('answered');
  await expect(apart.ask('refuse', 20)).rejects.toMatchObject({
    kind: 'invalid',
    code: 'notThis',
    message: '这个不行。',
  });
  await expect(apart.ask('fail', 20)).rejects.toThrow('a bug');
  expect(await apart.ask('answer', 20)).toBe('answered');
  await apart.end();
  await expect(apart.ask('answer', 20)).rejects.toMatchObject({ why: 'left' });
});

test.each([
  ['never', 1, 'time'],
  ['spin', 1, 'time'],
  ['grow', 60, 'memory'],
  ['end', 60, 'broken'],
])(
  'a program that does „%s“ is ended and its asker told why; nothing else ends',
  async (what, seconds, why) => {
    expect(await endOf(what, seconds)).toMatchObject({ why });
    expect(await endOf('answer', 20)).toBe('answered');
  },
  90_000,
);

test.runIf(process.platform === 'linux')(
  'memory outside of JavaScript is counted as well',
  async () => {
    expect(await endOf('growOutside', 60)).toMatchObject({ why: 'memory' });
  },
  90_000,
);

test('a program ends when whoever asked leaves', async () => {
  const leaving = new AbortController();
  const asked = start(leaving.signal).ask('spin', 60);
  leaving.abort();
  await expect(asked).rejects.toMatchObject({ why: 'left' });
});

test('who leaves is noticed although the whole request has come in, and who is answered has not left before', async () => {
  const app = Fastify();
  const seen: string[] = [];
  let noticed = () => {};
  const gone = new Promise<void>((resolve) => {
    noticed = resolve;
  });
  app.post('/waits', async (_request, reply) => {
    whileWaiting(reply).addEventListener('abort', noticed);
    await gone;
  });
  app.post('/answers', async (_request, reply) => {
    whileWaiting(reply).addEventListener('abort', () => seen.push('left'));
    await new Promise((resolve) => setImmediate(resolve));
    seen.push('answered');
    return 'here';
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as { port: number };
  expect(
    await (
      await fetch(`http://127.0.0.1:${port}/answers`, {
        method: 'POST',
        body: 'x',
        headers: { 'content-type': 'text/plain' },
      })
    ).text(),
  ).toBe('here');
  expect(seen[0]).toBe('answered');
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write('POST /waits HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: 1\r\n\r\nx');
  setTimeout(() => socket.destroy(), 100);
  await gone;
  await app.close();
});

test('so many at once, the others in order; who leaves the line is passed over', async () => {
  const line = makeLine(1);
  const order: string[] = [];
  await line.enter();
  const leaving = new AbortController();
  const left = line.enter(leaving.signal);
  const next = line.enter().then(() => order.push('next'));
  leaving.abort(new Error('gone'));
  await expect(left).rejects.toThrow('gone');
  expect(order).toEqual([]);
  line.leave();
  await next;
  expect(order).toEqual(['next']);
  line.leave();
  await line.enter();
});
