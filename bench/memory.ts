import { setTimeout as pause } from 'node:timers/promises';
import { addPerson, signIn } from '../src/people/testing/signedIn.ts';
import { readConfig } from '../src/platform/config.ts';
import { appUrl } from '../src/platform/migrate.ts';
import { loadSecrets } from '../src/platform/secrets.ts';
import { memoryOf, served } from './processes.ts';
import { center, scene } from './scene.ts';
import { stock } from './stock.ts';

// What a server that is started with everything built and seeded keeps of memory: at rest, after the largest print, and a
// minute later. PSS of the server and of all processes that it has started; the database is not counted.
const ROWS = Number(process.env.ROWS ?? 15_000);
const DEMO = process.argv.includes('--demo');
const what = DEMO ? 'the disputes of the demo' : `${ROWS} rows`;

const { adminUrl, admin, db, dataDir, engine, actor, close } = await scene();
const config = readConfig({ PORT: '0', DATA_DIR: dataDir });
if (DEMO) {
  const { seedDemo } = await import('../seeds/seed.ts');
  await seedDemo({ config, secrets: loadSecrets(dataDir), log: () => {}, adminUrl, appUrl: appUrl(adminUrl) });
}
if (!DEMO) await stock(admin, engine, actor, ROWS);
const person = await addPerson(db, '分流', [{ role: 'dispatcher', unitId: center }]);
const cookie = await signIn(db, person);

const { server, base } = await served(adminUrl, dataDir);

const now = () => memoryOf(server);
const say = (when: string) => {
  const { own, all, apart } = now();
  console.log(
    `${when.padEnd(34)} server ${own.toFixed(0).padStart(4)} MiB, with ${apart} processes apart ${all.toFixed(0).padStart(4)} MiB`,
  );
};

type Answer = { status: number; body: Record<string, unknown> };
async function ask(method: string, path: string, body?: object): Promise<Answer> {
  const headers = { cookie, ...(body && { 'content-type': 'application/json' }) };
  const answer = await fetch(base + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

async function worked(label: string, path: string, body: object): Promise<void> {
  const started = await ask('POST', path, body);
  if (started.status !== 201) throw new Error(JSON.stringify(started.body));
  let [mostOwn, most] = [0, 0];
  for (;;) {
    const { own, all } = now();
    [mostOwn, most] = [Math.max(mostOwn, own), Math.max(most, all)];
    const { state } = (await ask('GET', `/api/jobs/${started.body.id}`)).body;
    if (state === 'done') break;
    if (state !== 'running') throw new Error(`the job is ${state}`);
    await pause(200);
  }
  console.log(
    `${label}: at most ${mostOwn.toFixed(0)} MiB the server, ${most.toFixed(0)} MiB with the processes apart`,
  );
}

say('started');
await pause(20_000);
say('at rest, nobody has come');
for (const path of ['/api/work', '/api/ledger', '/api/openapi.json', '/'])
  for (let n = 0; n < 20; n += 1) await ask('GET', path).catch(() => undefined);
say('looked at');
const columns = 'code,what,category,place,unit,clock,status,opened,first';
await worked(`${what} on paper`, '/api/ledger/list-prints', { search: {}, columns });
say('just after the print');
await pause(60_000);
say('a minute later');
await worked(`${what} to Excel`, '/api/ledger/exports', { search: {}, columns });
say('just after the export');
await pause(60_000);
say('a minute later');
server.removeAllListeners('exit');
server.kill();
await close();
