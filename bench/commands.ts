import pg from 'pg';
import { registerDispute } from '../src/disputes/registerDispute.sql.ts';
import { newId } from '../src/platform/ids.ts';
import { takeStep } from '../src/procedures/takeStep.sql.ts';
import { type Cpu, cpuNow } from './cpu.ts';
import { center, median, rate, registration, scene } from './scene.ts';

// Registering and accepting against the plainest thing the same database can do: begin, four inserts, commit, six round trips.
const CLIENTS = 16;
/** Registered beforehand for accepting, so that accepting never runs dry. */
const STOCK = Number(process.env.STOCK ?? 1000);
const SECONDS = Number(process.env.SECONDS ?? 3);
const ROUNDS = Number(process.env.ROUNDS ?? 3);

const { adminUrl, admin, engine, actor, close } = await scene();
await admin.query(`create table raw_case (county text, id uuid, body text, primary key (county, id))`);
for (const table of ['raw_event', 'raw_clock', 'raw_audit'])
  await admin.query(`create table ${table} (county text, id uuid, case_id uuid, body text, primary key (county, id))`);
const pool = new pg.Pool({ connectionString: adminUrl, max: CLIENTS });
pool.on('error', () => {});

async function rawCreate(): Promise<void> {
  const client = await pool.connect();
  const [id, body] = [newId(), 'x'.repeat(400)];
  await client.query('begin');
  await client.query('insert into raw_case values ($1, $2, $3)', ['140106', id, body]);
  for (const table of ['raw_event', 'raw_clock', 'raw_audit'])
    await client.query(`insert into ${table} values ($1, $2, $3, $4)`, ['140106', newId(), id, 'x'.repeat(100)]);
  await client.query('commit');
  client.release();
}

const codes: string[] = [];
const create = async () => {
  codes.push((await registerDispute(engine, actor, registration())).code);
};
const accept = async () => {
  const code = codes.pop();
  if (code) await takeStep(engine, engine.kinds.dispute, actor, code, 'accept', {});
  else await create();
};

type Round = { rate: number; cpu: Cpu };
async function round(call: () => Promise<unknown>): Promise<Round> {
  const before = await cpuNow(admin);
  const perSecond = await rate(CLIENTS, SECONDS, call);
  const after = await cpuNow(admin);
  const each = (ms: number) => ms / (perSecond * SECONDS);
  return {
    rate: perSecond,
    cpu: { node: each(after.node - before.node), database: each(after.database - before.database) },
  };
}

while (codes.length < STOCK) await Promise.all(Array.from({ length: CLIENTS }, create));
// What autovacuum does within a minute of work.
await admin.query('analyze');
const rows = { raw: [] as Round[], register: [] as Round[], accept: [] as Round[] };
for (let done = 0; done < ROUNDS; done += 1) {
  rows.raw.push(await round(rawCreate));
  rows.register.push(await round(create));
  rows.accept.push(await round(accept));
}

const of = (rounds: readonly Round[], value: (one: Round) => number) => median(rounds.map(value));
const raw = of(rows.raw, (one) => one.rate);
function tell(label: string, rounds: readonly Round[], more: string): void {
  const perSecond = of(rounds, (one) => one.rate);
  const [node, database] = [of(rounds, ({ cpu }) => cpu.node), of(rounds, ({ cpu }) => cpu.database)];
  console.log(
    `${label.padEnd(12)} ${perSecond.toFixed(0).padStart(5)}/s = ${((perSecond / raw) * 100).toFixed(0).padStart(3)} % of raw; ` +
      `CPU each: Node ${node.toFixed(2)} ms, PostgreSQL ${database.toFixed(2)} ms${more}`,
  );
}
console.log(`center ${center}, ${CLIENTS} clients, medians of ${ROUNDS} × ${SECONDS} s, one run`);
tell('raw create', rows.raw, '');
tell('register', rows.register, ' (parties sealed, PIN hashed, clock, event, viewers, notices)');
tell('accept', rows.accept, ' (lock, decide, record)');
await pool.end();
await close();
