import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signatureOf } from './gateway.ts';

/** What a number does in the simulator, by its last four digits: the rest of all numbers receive. */
export const simulatedFates: Readonly<Record<string, 'refused' | 'undelivered' | 'silent'>> = {
  '0001': 'refused',
  '0002': 'undelivered',
  '0003': 'silent',
};

export type Simulator = {
  readonly url: string;
  readonly sent: readonly { to: string; text: string }[];
  close(): Promise<void>;
};
export type SimulatorOptions = {
  readonly secret: string;
  /** Where receipts go: the server's own address. */
  readonly receiptsTo: string;
  readonly afterMs: number;
  readonly port?: number;
};

async function bodyOf(request: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

/** An SMS gateway that sends nothing: it takes messages, waits, and reports receipts as a real one would. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const sent: { to: string; text: string }[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const report = (receipt: object) => {
    const body = JSON.stringify(receipt);
    const headers = { 'content-type': 'application/json', 'x-signature': signatureOf(options.secret, body) };
    fetch(options.receiptsTo, { method: 'POST', headers, body }).catch(() => {});
  };
  const server = createServer((request, response) => {
    bodyOf(request)
      .then((text) => {
        const { to, text: words, countyCode } = JSON.parse(text) as { to: string; text: string; countyCode: string };
        const fate = simulatedFates[to.slice(-4)];
        if (request.headers.authorization !== `Bearer ${options.secret}` || fate === 'refused')
          return response.writeHead(422).end();
        const reference = randomUUID();
        sent.push({ to, text: words });
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ reference }));
        if (fate === 'silent') return;
        const receipt = { reference, countyCode, delivered: fate !== 'undelivered' };
        const timer = setTimeout(() => {
          timers.delete(timer);
          report(receipt);
        }, options.afterMs);
        timers.add(timer);
      })
      .catch(() => response.writeHead(400).end());
  });
  await new Promise<void>((ready) => server.listen(options.port ?? 0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((closed) => {
      for (const timer of timers) clearTimeout(timer);
      server.closeAllConnections();
      server.close(() => closed());
    });
  return { url: `http://127.0.0.1:${port}/`, sent, close };
}
