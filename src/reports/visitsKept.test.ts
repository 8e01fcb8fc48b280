import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, houseOf } from '../platform/actor.ts';
import { command, counting, type Db, openDatabase } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { addDays, atTime, startOfDay } from '../platform/now.ts';
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts';
import { recordVisit, recordVisitChange } from '../reception/visits.sql.ts';
import { foldVisits } from '../rollups/visitDays.sql.ts';
import { countListedVisits, countVisits } from './visits.across.sql.ts';

const centers = ['140106-center', '140106004-center', '140105-center'];
const counties = ['140105', '140106'];
const services = [['mediation'], ['consultation'], ['legalAdvice', 'petition']] as const;
let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.appUrl);
}, 120_000);
afterAll(async () => {
  await db?.close();
  await database?.drop();
});

const SEED = Number(process.env.SEED ?? 20261130);
let state = SEED;
function upTo(most: number): number {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return (state >>> 8) % most;
}
const one = <T>(all: readonly T[]): T => all[upTo(all.length)] as T;
const day = (): string => addDays('2026-09-20', upTo(30));

const postId = newId();
const at = (center: string): Actor => ({ ...houseOf(center.slice(0, 6)), postId, unitId: center, centerId: center });
const known: { id: string; center: string }[] = [];

/** At the counter: one comes, one was written down wrongly, one should not have been written down. */
async function anyVisit(): Promise<void> {
  const now = atTime(day(), one(['00:00', '07:59', '10:30', '23:59']));
  const given = one(services);
  if (known.length < 5 || upTo(3) > 0) {
    const center = one(centers);
    const facts = { services: [...given], headCount: 1 + upTo(9), memo: '', matterId: null, counter: null };
    await command(db, at(center), async (tx) => {
      known.push({ center, id: recordVisit(tx, at(center), facts, now) });
    });
    return;
  }
  const { id, center } = one(known);
  const change =
    upTo(2) === 0
      ? ({ withdrawn: true } as const)
      : { correction: { services: [...given], headCount: 1 + upTo(9), memo: '', confidential: false } };
  await command(db, at(center), async (tx) =>
    recordVisitChange(tx, { countyCode: center.slice(0, 6), centerId: center }, id, change, now),
  );
}

async function bothWays() {
  const from = startOfDay(day());
  const until = one([atTime(day(), '15:00'), startOfDay(day())]);
  const span = { from, until: until > from ? until : addedDay(from), end: until, asOf: until, live: false };
  const look = { counties, centers: upTo(2) === 0 ? centers : [one(centers)] };
  return counting(db, { counties, viewers: ['system'] }, async (queries) => {
    const groups = await countVisits(queries, look, [{ measure: 'visits', span: 'this' }], { this: span });
    const sum = (measure: string) =>
      groups.filter((group) => group.measure === measure).reduce((total, { value }) => total + value, 0);
    const kept = { visits: sum('visits'), personTimes: sum('personTimes') };
    return { kept, listed: await countListedVisits(queries, look, span, {}) };
  });
}
const addedDay = (from: Date): Date => new Date(from.getTime() + 86_400_000);

test('visits of a period are as many as their list names, whatever was corrected or withdrawn meanwhile', async () => {
  let compared = 0;
  for (let round = 0; round < 60; round += 1) {
    for (let step = 0; step < 6; step += 1) await anyVisit();
    if (upTo(3) > 0) await foldVisits(db, [one(counties)]);
    for (let asked = 0; asked < 3; asked += 1) {
      const { kept, listed } = await bothWays();
      expect(kept, `seed ${SEED}, round ${round}`).toEqual(listed);
      compared += listed.visits;
    }
  }
  expect(compared).toBeGreaterThan(500);
});
