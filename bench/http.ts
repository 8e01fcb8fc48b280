import { type ChildProcess, fork } from 'node:child_process';
import http from 'node:http';
import { join } from 'node:path';
import { addPerson, signIn } from '../src/people/testing/signedIn.ts';
import { newId } from '../src/platform/ids.ts';
import { databaseNow, ticksOf } from './cpu.ts';
import { center, median, registration, scene } from './scene.ts';

// The real server over HTTP beside a thin one without log-in and rights, on the same database in the same run. Ratios
// count, rates do not: the clients share the machine with both.
const CLIENTS = 16;
const STOCK = Number(process.env.STOCK ?? 2000);
const SECONDS = Number(process.env.SECONDS ?? 3);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
/** As many log-ins, so that no limit of one is reached. */
const LOGINS = 40;

const { adminUrl, admin, db, dataDir, close } = await scene();
const agent = new http.Agent({ keepAlive: true, maxSockets: CLIENTS });
type Answer = { status: number; text: string };
type Asking = { path: string; body?: object; headers?: Record<string, string> };

function ask(base: string, { path, body, headers = {} }: Asking): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const data = body && JSON.stringify(body);
    const json = data && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(data) };
    const method = data ? 'POST' : 'GET';
    const request = http.request(base + path, { agent, method, headers: { ...json, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
    });
    request.on('error', reject);
    request.end(data);
  });
}

const children: ChildProcess[] = [];
/** A server in a process of its own, by the address it tells. */
function start(file: string): Promise<string> {
  const env = { ...process.env, ADMIN_URL: adminUrl, DATA_DIR: dataDir };
  const child = fork(join(import.meta.dirname, file), { env });
  children.push(child);
  return new Promise((resolve, reject) => {
    child.once('message', (address) => resolve(String(address)));
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
}

async function logIns(name: string, role: 'receptionist' | 'dispatcher'): Promise<() => Record<string, string>> {
  const person = await addPerson(db, name, [{ role, unitId: center }]);
  const cookies: string[] = [];
  while (cookies.length < LOGINS) cookies.push(await signIn(db, person));
  let next = 0;
  // Other addresses as well: versions before this bench counted by them.
  return () => {
    next += 1;
    return { cookie: cookies[next % LOGINS] ?? '', 'x-forwarded-for': `10.0.${next % 50}.${next % 200}` };
  };
}

const counter = await logIns('窗口', 'receptionist');
const desk = await logIns('分流', 'dispatcher');
const [ours, thin] = await Promise.all([start('served.ts'), start('thin.ts')]);
const codes: string[] = [];
const items: string[] = [];
const any = (list: readonly string[]): string => list[Math.floor(Math.random() * list.length)] ?? '';

async function register(): Promise<Answer> {
  const answer = await ask(ours, {
    path: '/api/disputes',
    body: { ...registration(), commandId: newId() },
    headers: counter(),
  });
  if (answer.status === 201) codes.push(JSON.parse(answer.text).code);
  return answer;
}
async function thinCreate(): Promise<Answer> {
  const { title, facts: body } = registration();
  const answer = await ask(thin, {
    path: '/items',
    body: { title, body, kind: 2, place: 1, who: '郭秀兰', phone: '13800001234' },
  });
  if (answer.status === 201) items.push(JSON.parse(answer.text).id);
  return answer;
}
const read = (path: string) => () => ask(ours, { path, headers: desk() });
const compared: [label: string, ours: () => Promise<Answer>, thin: () => Promise<Answer>][] = [
  ['create', register, thinCreate],
  ['a dispute', () => read(`/api/disputes/${any(codes)}`)(), () => ask(thin, { path: `/items/${any(items)}` })],
  ['my work', read('/api/work'), () => ask(thin, { path: '/items' })],
  ['ledger', read('/api/ledger'), () => ask(thin, { path: '/items' })],
];

/** `node` and `database`: milliseconds of CPU a request, which other work on the machine changes less than rates. */
type Measured = { rate: number; p50: number; kilobytes: number; node: number; database: number };
const used = async () => ({ node: ticksOf(children[0]?.pid ?? 0), database: await databaseNow(admin) });
async function measure(clients: number, call: () => Promise<Answer>): Promise<Measured> {
  const before = await used();
  const until = performance.now() + SECONDS * 1000;
  const times: number[] = [];
  let bytes = 0;
  const one = async () => {
    while (performance.now() < until) {
      const started = performance.now();
      const { status, text } = await call();
      if (status >= 400) throw new Error(`${status} ${text.slice(0, 200)}`);
      times.push(performance.now() - started);
      bytes += Buffer.byteLength(text);
    }
  };
  await Promise.all(Array.from({ length: clients }, one));
  const after = await used();
  return {
    rate: times.length / SECONDS,
    p50: median(times),
    kilobytes: bytes / times.length / 1024,
    node: (after.node - before.node) / times.length,
    database: (after.database - before.database) / times.length,
  };
}
const middle = (all: readonly Measured[], what: keyof Measured): number => median(all.map((each) => each[what]));

for (const [list, make] of [
  [codes, register],
  [items, thinCreate],
] as const)
  while (list.length < STOCK) await Promise.all(Array.from({ length: CLIENTS }, make));
await admin.query('vacuum analyze');

console.log(`${STOCK} disputes at first, ${CLIENTS} clients, medians of ${ROUNDS} × ${SECONDS} s, one run`);
for (const [label, own, other] of compared) {
  const [product, beside, alone]: Measured[][] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    beside?.push(await measure(CLIENTS, other));
    product?.push(await measure(CLIENTS, own));
    alone?.push(await measure(1, own));
  }
  const [rate, thinRate] = [middle(product ?? [], 'rate'), middle(beside ?? [], 'rate')];
  console.log(
    `${label.padEnd(10)} ${rate.toFixed(0).padStart(5)}/s = ${((rate / thinRate) * 100).toFixed(0).padStart(3)} % of thin ${thinRate.toFixed(0)}/s; ` +
      `alone ${middle(alone ?? [], 'p50').toFixed(1)} ms; CPU ${middle(product ?? [], 'node').toFixed(2)} ms Node, ` +
      `${middle(product ?? [], 'database').toFixed(2)} database; ${middle(product ?? [], 'kilobytes').toFixed(0)} kB an answer, thin ${middle(beside ?? [], 'kilobytes').toFixed(0)} kB`,
  );
}
agent.destroy();
for (const child of children) {
  child.removeAllListeners('exit');
  child.kill();
}
await close();
