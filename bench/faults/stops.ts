import { once } from 'node:events';
import { type Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../src/platform/ids.ts';
import { clerk, type House, openHouse, register, stop } from './house.ts';

const portOf = ({ base }: House): number => Number(new URL(base).port);

async function socket(house: House, text: string): Promise<Socket> {
  const open = connect(portOf(house), '127.0.0.1');
  open.on('error', () => {});
  await once(open, 'connect');
  open.write(text);
  return open;
}

/** What is under way when somebody presses Ctrl-C. Each answers how to end it, and perhaps what came of it. */
const cases: Readonly<Record<string, (house: House) => Promise<() => unknown>>> = {
  nothing: async () => () => '',
  'a connection that says nothing': async (house) => {
    const silent = await socket(house, '');
    return () => silent.destroy();
  },
  'a request whose headers never end': async (house) => {
    const slow = await socket(house, 'GET /c HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    return () => slow.destroy();
  },
  'half an upload': async (house) => {
    const cookie = await clerk(house);
    const half = await socket(
      house,
      `POST /api/uploads HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n\r\n--b\r\n`,
    );
    return () => half.destroy();
  },
  'a live stream': async (house) => {
    const cookie = await clerk(house);
    const stream = request(`${house.base}/api/live`, { headers: { cookie }, agent: undefined as unknown as Agent });
    stream.on('error', () => {});
    stream.end();
    await once(stream, 'response');
    return () => stream.destroy();
  },
  'eight clients that go on registering': async (house) => {
    const cookie = await clerk(house);
    let going = true;
    let late = 0;
    let asked = false;
    const clients = Array.from({ length: 8 }, async () => {
      while (going) {
        const began = asked;
        const { status } = await register(house, cookie, newId());
        if (began && (status === 200 || status === 201)) late += 1;
        if (status === 0) await pause(20);
      }
    });
    await pause(1_000);
    asked = true;
    return async () => {
      going = false;
      await Promise.all(clients);
      return `${late} registered that were asked for after Ctrl-C`;
    };
  },
};

/** How long stopping takes, whatever is under way; ten seconds is the bound. */
export async function stops(): Promise<void> {
  for (const [name, begin] of Object.entries(cases)) {
    const house = await openHouse();
    const end = await begin(house);
    const { seconds, code } = await stop(house);
    const came = (await end()) ?? '';
    console.log(`${seconds.toFixed(1)} s, exit ${code}: ${name}. ${typeof came === 'string' ? came : ''}`);
    if (seconds > 10) process.exitCode = 1;
  }
}
