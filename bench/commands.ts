import pg from 'pg';
import { registerDispute } from '../src/disputes/registerDispute.sql.ts';
import { newId } from '../src/platform/ids.ts';
import { takeStep } from '../src/procedures/takeStep.sql.ts';
import { center, median, rate, registration, scene } from './scene.ts';

// Registering and accepting against the plainest thing the same database can do: begin, four inserts, commit, six round trips.
const CLIENTS = 16;
/** Registered beforehand for accepting, so that accepting never runs dry. */
const STOCK = 1000;
const SECONDS = 3;
const ROUNDS = 3;

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

while (codes.length < STOCK) await Promise.all(Array.from({ length: CLIENTS }, create));
// What autovacuum does within a minute of work.
await admin.query('analyze');
const rows = { raw: [] as number[], register: [] as number[], accept: [] as number[] };
for (let round = 0; round < ROUNDS; round += 1) {
  rows.raw.push(await rate(CLIENTS, SECONDS, rawCreate));
  rows.register.push(await rate(CLIENTS, SECONDS, create));
  rows.accept.push(await rate(CLIENTS, SECONDS, accept));
}
const [raw, register, accepted] = [median(rows.raw), median(rows.register), median(rows.accept)];
const percent = (value: number) => `${((value / raw) * 100).toFixed(0)} %`;
console.log(`center ${center}, ${CLIENTS} clients, medians of ${ROUNDS} × ${SECONDS} s, one run`);
console.log(`raw create   ${raw.toFixed(0)}/s`);
console.log(
  `register     ${register.toFixed(0)}/s = ${percent(register)} of raw (parties sealed, PIN hashed, clock, event, viewers, notices)`,
);
console.log(`accept       ${accepted.toFixed(0)}/s = ${percent(accepted)} of raw (lock, decide, record)`);
await pool.end();
await close();
