import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../platform/actor.ts';
import { command, openDatabase } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { appUrl } from '../platform/migrate.ts';
import { atTime } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import { testDeps } from '../platform/testing/deps.ts';
import { type ServerEngine, startEngine } from '../server/engine.ts';
import { markRooms } from '../server/recurring.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { chanceOf } from '../server/testing/fuzz/chance.ts';
import { book } from './book.sql.ts';
import { move, release } from './changeBooking.sql.ts';
import { type Person, personOf, room, yingze } from './testing/desk.ts';

const OPERATIONS = 1000;
const AT_ONCE = 5;
const HALF_HOUR = 30 * 60_000;
const now = atTime('2026-10-14', '08:00');
const rooms = [2, 3, 4, 5].map((number) => room(number));

let it: TestApp;
let people: Person[];
let actor: Actor;
let servers: { engine: ServerEngine; close(): Promise<void> }[];
let owner: pg.Client;

async function server() {
  const db = openDatabase(appUrl(it.adminUrl), 4);
  const { engine, cache } = await startEngine(testDeps(db, it.clock));
  return {
    engine,
    close: async () => {
      cache.close();
      await db.close();
    },
  };
}

beforeAll(async () => {
  it = await testApp(now);
  people = [];
  for (const name of ['王立', '赵桂芳', '彭哲', '高志远'])
    people.push(await personOf(it, name, 'mediator', '140106004-center'));
  const desk = await personOf(it, '贾敏', 'receptionist', yingze);
  const key = { countyCode: '140106', counties: ['140106'], regionCode: '140106', centerId: yingze, unitId: yingze };
  actor = {
    ...key,
    userId: desk.userId,
    postId: desk.postId,
    name: '贾敏',
    role: 'receptionist',
    viewers: [`p:${desk.postId}`],
  };
  servers = [await server(), await server()];
  owner = new pg.Client({ connectionString: it.adminUrl });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner?.end();
  for (const each of servers ?? []) await each.close();
  await it?.close();
});

type Row = { group: string; thing: string; from: number; to: number };
type Wanted = { things: string[]; from: number; to: number };

/** All that stands, as plain numbers. */
async function standing(): Promise<Row[]> {
  const { rows } = await owner.query(`select group_id as "group", coalesce(room_id, user_id::text) as thing,
    (extract(epoch from from_at) * 1000)::float8 as "from", (extract(epoch from to_at) * 1000)::float8 as "to"
    from booking where state <> 'released' order by group_id, thing`);
  return rows as Row[];
}
const meets = (row: Row, { things, from, to }: Wanted) => things.includes(row.thing) && row.from < to && from < row.to;

const chance = chanceOf(20261014);
const some = <T>(from: readonly T[], least: number): T[] => {
  const chosen = from.filter(() => chance.once(3));
  return chosen.length >= least ? chosen : [chance.pick(from)];
};

function aTime() {
  const from = now.getTime() + chance.below(120) * HALF_HOUR;
  return { from: new Date(from), to: new Date(from + (1 + chance.below(5)) * HALF_HOUR) };
}

type Done = { wanted: Wanted | null; group: string; refused: Refusal | null };

/** Of what stands each is moved or given up once at a moment, so that before and after tell all that could stand in the way. */
function anOperation(groups: string[]): () => Promise<Done> {
  const { engine } = chance.pick(servers);
  const bookings = { ...engine, reference: () => engine.cache.current() };
  const [span, roomIds, asked] = [aTime(), some(rooms, 1), some(people, 0).slice(0, 2)];
  const things = [...roomIds, ...asked.map(({ userId }) => userId)];
  const wanted = { things, from: span.from.getTime(), to: span.to.getTime() };
  const postIds = asked.map(({ postId }) => postId);
  const kind = groups.length === 0 ? 0 : chance.below(10);
  const group = kind < 6 ? newId() : (groups.splice(chance.below(groups.length), 1)[0] ?? '');
  const work = (tx: Parameters<typeof book>[0]): Promise<unknown> => {
    if (kind < 6)
      return book(tx, bookings, actor, {
        groupId: group,
        centerId: yingze,
        countyCode: '140106',
        span,
        roomIds,
        postIds,
        matter: null,
      });
    if (kind < 9) return move(tx, bookings, actor, group, { span, roomIds, postIds });
    return release(tx, bookings, actor, group, { reason: 'notNeeded' });
  };
  return async () => {
    const refused = await command(engine.db, actor, work).then(
      () => null,
      (error: unknown) => (error instanceof Refusal ? error : Promise.reject(error)),
    );
    return { wanted: kind < 9 ? wanted : null, group, refused };
  };
}

/** One room at most is out of use: what is booked in it stands, marked or not marked any more. */
async function changeARoom(): Promise<void> {
  const { rows: out } = await owner.query('select id from room where not active and id = any ($1)', [rooms]);
  const id = out[0]?.id ?? chance.pick(rooms);
  await owner.query('update room set active = not active where id = $1', [id]);
  for (const { engine } of servers) await engine.cache.refresh();
  const before = await standing();
  await markRooms(chance.pick(servers).engine);
  expect(await standing()).toEqual(before);
  const { rows: wrong } = await owner.query(
    `select b.id from booking b join room r on r.id = b.room_id
    where b.state <> 'released' and b.to_at > $1 and (b.state = 'needsRoom') = r.active`,
    [now],
  );
  expect(wrong).toEqual([]);
}

async function expectNoOverlap(): Promise<void> {
  const { rows } = await owner.query(`select a.id from booking a join booking b on a.id < b.id
    and (a.room_id = b.room_id or a.user_id = b.user_id) and a.from_at < b.to_at and b.from_at < a.to_at
    where a.state <> 'released' and b.state <> 'released'`);
  expect(rows).toEqual([]);
}

const codesOf: Record<string, number> = {};

/** Right is: something of it was taken before, or by what went on at the same moment; or the room was out of use, or it was given up. */
function expectRight(
  { wanted, group, refused }: Done,
  before: readonly Row[],
  after: readonly Row[],
  closed: readonly string[],
): void {
  codesOf[refused?.code ?? 'done'] = (codesOf[refused?.code ?? 'done'] ?? 0) + 1;
  const met = (row: Row) => wanted !== null && row.group !== group && meets(row, wanted);
  if (refused?.code === 'alreadyBooked') expect([...before, ...after].some(met), refused.message).toBe(true);
  else if (refused?.code === 'invalidField') expect(wanted?.things.some((thing) => closed.includes(thing))).toBe(true);
  else if (refused) expect(refused.code).toBe('bookingReleased');
  else if (wanted)
    expect(
      before
        .filter(met)
        .filter((row) =>
          after.some((each) => each.group === row.group && each.from === row.from && each.thing === row.thing),
        ),
    ).toEqual([]);
}

test('一千次订、改、取消、停用房间，两台服务器一起来：从不重叠，每一次拒绝都有道理', async () => {
  const groups: string[] = [];
  for (let done = 0; done < OPERATIONS; done += AT_ONCE) {
    if (chance.once(8)) await changeARoom();
    const { rows: closed } = await owner.query('select id from room where not active');
    const before = await standing();
    const free = [...groups];
    const outcomes = await Promise.all(Array.from({ length: AT_ONCE }, () => anOperation(free)()));
    const after = await standing();
    await expectNoOverlap();
    for (const each of outcomes)
      expectRight(
        each,
        before,
        after,
        closed.map(({ id }) => id as string),
      );
    groups.splice(0, groups.length, ...new Set(after.map(({ group }) => group)));
  }
  // Both answers came often enough for the test to mean something.
  expect(codesOf.done).toBeGreaterThan(200);
  expect(codesOf.alreadyBooked).toBeGreaterThan(200);
}, 120_000);
