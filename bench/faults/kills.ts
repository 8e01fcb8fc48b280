import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { compare } from '../../src/backups/compare.sql.ts';
import { adminUrlOfRunning } from '../../src/platform/embedded-postgres.ts';
import { makeFieldCrypto } from '../../src/platform/fieldCrypto.ts';
import { newId } from '../../src/platform/ids.ts';
import { loadSecrets } from '../../src/platform/secrets.ts';
import { type Answer, clerk, type House, openHouse, postmasterPid, ready, register, serverPid, stop } from './house.ts';

const targets = ['server', 'database', 'both'] as const;
const CLIENTS = 8;

function kill(house: House, target: (typeof targets)[number]): void {
  const pids = [
    target === 'database' ? undefined : serverPid(house),
    target === 'server' ? undefined : postmasterPid(house),
  ];
  for (const pid of pids) if (pid !== undefined) process.kill(pid, 'SIGKILL');
}

/** Registers without pause, and presses again what got no answer, as people do. */
function load(current: () => House, cookie: string) {
  const answers: Answer[] = [];
  let going = true;
  const one = async () => {
    while (going) {
      const commandId = newId();
      const first = await register(current(), cookie, commandId);
      answers.push(first);
      if (first.status === 201 || first.status === 200) continue;
      await pause(300);
      if (going) answers.push(await register(current(), cookie, commandId));
    }
  };
  const all = Promise.all(Array.from({ length: CLIENTS }, one));
  return {
    answers,
    async end() {
      going = false;
      await all;
    },
  };
}

/** What the database holds, against what was acknowledged. */
async function recount(house: House, answers: readonly Answer[]) {
  const client = new pg.Client({ connectionString: adminUrlOfRunning(house.dataDir) ?? '' });
  await client.connect();
  const { rows } = await client.query<{ title: string; codes: string[]; parties: number }>(
    `select title, array_agg(code) as codes, min((select count(*) from party p where p.county_code = m.county_code and p.matter_id = m.id))::int as parties
     from matter m group by title`,
  );
  const crypto = makeFieldCrypto({ masterKey: loadSecrets(house.dataDir).masterKey });
  const compared = await compare(client, crypto, undefined, () => {});
  await client.end();
  const held = new Map(rows.map((row) => [row.title, row]));
  const acknowledged = answers.filter(({ code }) => code !== undefined);
  return {
    pressed: answers.length,
    acknowledged: new Set(acknowledged.map(({ commandId }) => commandId)).size,
    unanswered: answers.filter(({ status }) => status === 0).length,
    lost: acknowledged.filter(({ commandId, code }) => !held.get(commandId)?.codes.includes(code ?? '')).length,
    doubled: rows.filter(({ codes }) => codes.length > 1).length,
    halfDone: rows.filter(({ parties }) => parties !== 2).length,
    problems: compared.problems,
    events: compared.events,
    otherStatuses: [...new Set(answers.map(({ status }) => status))].sort(),
  };
}

/** Kills one after the other under load, waits until the house is up again by itself, and counts at the end. */
export async function kills(rounds: number): Promise<void> {
  let house = await openHouse();
  const cookie = await clerk(house);
  const working = load(() => house, cookie);
  const back: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await pause(1_000 + Math.random() * 1_500);
    kill(house, targets[round % targets.length] ?? 'both');
    await pause(50);
    back.push(await ready(house));
    // Its supervisor waits longer each time, and gives up at last: somebody starts it anew.
    if (round % 6 === 5) {
      await stop(house);
      house = await openHouse({}, house.dataDir);
    }
    if (round % 10 === 9) console.log(`${round + 1} of ${rounds}, ${working.answers.length} presses`);
  }
  await pause(1_000);
  await working.end();
  const counted = await recount(house, working.answers);
  back.sort((a, b) => a - b);
  console.log(
    JSON.stringify(
      { rounds, ...counted, secondsUntilBack: { median: back[back.length >> 1], most: back.at(-1) } },
      null,
      1,
    ),
  );
  await stop(house);
  if (counted.lost + counted.doubled + counted.halfDone + counted.problems.length > 0) process.exitCode = 1;
}
