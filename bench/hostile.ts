import { setTimeout as pause } from 'node:timers/promises';
import { badFiles } from '../src/documents/testing/badFiles.ts';
import { emptyParty } from '../src/intake/party.ts';
import { addPerson, signIn } from '../src/people/testing/signedIn.ts';
import { newId } from '../src/platform/ids.ts';
import { type Door, hostileFiles } from '../src/sheets/testing/hostileFiles.ts';
import { leak } from '../src/web/citizen/testing/resident.ts';
import { memoryOf, served } from './processes.ts';
import { center, scene } from './scene.ts';

// Each hostile file is sent to a running server while others ask for something light: what is said about it, when, and how
// long the others waited at most. Controls: nobody sends anything, and somebody sends an honest file.
const BETWEEN_MS = 10;
const only = process.argv[2];

const { adminUrl, db, dataDir, close } = await scene();
const keeper = await addPerson(db, '管理', [{ role: 'systemAdmin', unitId: '140100-center' }]);
const dispatcher = await addPerson(db, '分流', [{ role: 'dispatcher', unitId: center }]);
const receptionist = await addPerson(db, '接待', [{ role: 'receptionist', unitId: center }]);
const cookies = {
  keeper: await signIn(db, keeper),
  dispatcher: await signIn(db, dispatcher),
  desk: await signIn(db, receptionist),
};
const { server, base } = await served(adminUrl, dataDir);

type Said = {
  error?: { message: string };
  id?: string;
  state?: string;
  problem?: string;
  code?: string;
  job?: Said;
  result?: { leftOut?: { why: string }[] };
};
async function ask(cookie: string, path: string, init: RequestInit = {}): Promise<Said> {
  const answer = await fetch(base + path, { ...init, headers: { cookie, ...init.headers } });
  return (await answer.json()) as Said;
}
function send(cookie: string, path: string, name: string, bytes: Buffer): Promise<Said> {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(bytes)]), name);
  return ask(cookie, path, { method: 'POST', body });
}

const post = (cookie: string, path: string, body: object): Promise<Said> =>
  ask(cookie, path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
async function ended(cookie: string, started: Said): Promise<Said> {
  let job = started;
  while (job.state === 'running') {
    await pause(50);
    job = await ask(cookie, `/api/jobs/${job.id}`);
  }
  return job;
}

/** A ledger is read a little when it comes in, and through by a job. */
async function ledger(bytes: Buffer): Promise<string> {
  const cookie = cookies.dispatcher;
  const run = await send(cookie, '/api/imports', 'a.xlsx', bytes);
  if (run.error) return run.error.message;
  const job = await ended(cookie, await post(cookie, `/api/imports/${run.id}/checks`, {}));
  return job.problem ?? job.error?.message ?? `read: ${job.state}`;
}
const said = ({ error, ...rest }: Said): string => error?.message ?? `read: ${JSON.stringify(rest).slice(0, 60)}`;
const doors: Record<Door, (bytes: Buffer) => Promise<string>> = {
  sheet: async (bytes) => said(await send(cookies.keeper, '/api/calendar/2026/imports', 'a.xlsx', bytes)),
  ledger,
  form: async (bytes) => said(await send(cookies.dispatcher, '/api/report-forms', '表一.xlsx', bytes)),
  document: async (bytes) => said(await send(cookies.dispatcher, '/api/report-forms', '表一.docx', bytes)),
};

/** A scan is read by a job; of a file 卷宗 it is one piece of evidence, and all the rest is bound. */
const paperDoors: Record<'scan' | 'dossier', (name: string, bytes: Buffer) => Promise<string>> = {
  async scan(name, bytes) {
    const scan = await send(cookies.desk, '/api/scans', name, bytes);
    if (!scan.job) return said(scan);
    const { problem, state } = await ended(cookies.desk, scan.job);
    return problem ?? `read: ${state}`;
  },
  async dossier(name, bytes) {
    const uploaded = await send(cookies.desk, '/api/uploads', name, bytes);
    if (!Array.isArray(uploaded)) return said(uploaded);
    const matter = { ...leak(emptyParty), uploads: [uploaded[0].id], commandId: newId() };
    const { code } = await post(cookies.desk, '/api/disputes', matter);
    const job = await ended(cookies.desk, await post(cookies.desk, `/api/disputes/${code}/dossier/bindings`, {}));
    return `${job.problem ?? job.state}: ${job.result?.leftOut?.map(({ why }) => why).join() || 'nothing left out'}`;
  },
};

/** How long others wait for a light answer at most until the work is done, and how many are answered. */
async function meanwhile<T>(work: () => Promise<T>): Promise<{ result: T; longest: number; answered: number }> {
  const running = { now: true };
  let [longest, answered] = [0, 0];
  const others = (async () => {
    while (running.now) {
      const started = performance.now();
      await (await fetch(`${base}/healthz`)).arrayBuffer();
      longest = Math.max(longest, performance.now() - started);
      answered += 1;
      await pause(BETWEEN_MS);
    }
  })();
  const result = await work();
  running.now = false;
  await others;
  return { result, longest, answered };
}

const waits: number[] = [];
async function tell(label: string, work: () => Promise<string>): Promise<void> {
  const before = memoryOf(server).own;
  const started = performance.now();
  const { result, longest, answered } = await meanwhile(work);
  const ms = performance.now() - started;
  waits.push(longest);
  console.log(
    `${label}: ${result}\n    answered after ${ms.toFixed(0)} ms; ${answered} others answered, one waited ${longest.toFixed(0)} ms at most; ` +
      `server ${before.toFixed(0)} → ${memoryOf(server).own.toFixed(0)} MiB`,
  );
}

await tell('control, nobody sends anything', () => pause(3000, 'nothing'));
const honest = hostileFiles.find(({ name }) => name.startsWith('rows numbered'))?.bytes() ?? Buffer.alloc(0);
await tell('control, a small file', () => doors.ledger(honest));
waits.length = 0;
for (const { name, doors: through, bytes } of hostileFiles.filter((each) => !only || each.name.includes(only)))
  for (const door of through) {
    const file = bytes();
    await tell(`${name} (${door}, ${(file.length / 1024).toFixed(0)} kB)`, () => doors[door](file));
  }
for (const { name, file, bytes } of badFiles.filter((each) => !only || each.name.includes(only)))
  for (const door of ['scan', 'dossier'] as const) {
    const content = await bytes();
    await tell(`${name} (${door}, ${(content.length / 1024).toFixed(0)} kB)`, () => paperDoors[door](file, content));
  }
console.log(`${waits.length} files; others waited ${Math.max(...waits).toFixed(0)} ms at most`);
server.removeAllListeners('exit');
server.kill();
await close();
