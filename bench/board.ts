import { loadavg } from 'node:os';
import { atKept, countBoth, lookOf, readBoard } from '../src/dashboards/board.sql.ts';
import { recentWeeks } from '../src/dashboards/boardFrame.ts';
import { type BoardTab, boardStates, boardTabs } from '../src/dashboards/boardInput.ts';
import { countMatters, listMatters, type MattersAsk } from '../src/dashboards/boardMatters.across.sql.ts';
import { readWeekly } from '../src/dashboards/weekly.sql.ts';
import type { Actor } from '../src/platform/actor.ts';
import { counting } from '../src/platform/db.ts';
import { endOfDay } from '../src/platform/now.ts';
import { boardStock, leads } from './boardStock.ts';
import { median, scene } from './scene.ts';

// The supervision board over many disputes with three clocks each: the newest part is open (a fifth; 0.04 is what limits of
// days leave open of a year), one clock in twenty was late. The third number is the part that lies in one county.
const [rows = 200_000, open = 0.2, one = 0] = process.argv.slice(2).map(Number);
const ROUNDS = Number(process.env.ROUNDS ?? 20);
const { admin, engine, actor, close } = await scene();
const filled = await boardStock(admin, engine, { rows, open, one });

const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

let raw = 0;
async function time(label: string, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  await work();
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  const [middle, p95] = [median(times), percentile(times, 0.95)];
  const ratio = raw > 0 ? `, ${(middle / raw).toFixed(1)} × raw` : '';
  console.log(
    `${label.padEnd(34)} median ${middle.toFixed(0).padStart(5)} ms, p95 ${p95.toFixed(0).padStart(5)} ms${ratio}`,
  );
  return middle;
}

const { counties } = engine.reference();
const people: readonly (readonly [string, Actor])[] = [
  ['city', leads(actor, 'supervisor', '140100', counties)],
  ['county', leads(actor, 'supervisor', '140106', ['140106'])],
  ['township', leads(actor, 'centerLeader', '140106004', ['140106'])],
];
const [, ...past] = recentWeeks(engine.now());
const [lastWeek, , , monthAgo] = past;
if (!lastWeek || !monthAgo) throw new Error('there are weeks before this one');

const board = async (who: Actor, tab: BoardTab) =>
  readBoard(engine, who, await atKept(engine, who, lookOf(engine, who, {}, engine.now())), tab);

async function list(who: Actor, ask: MattersAsk, at = engine.now(), live = true): Promise<void> {
  const look = await atKept(engine, who, lookOf(engine, who, {}, at, live));
  await Promise.all([
    countBoth(engine, who, look, (queries, each) => countMatters(queries, each, ask)),
    counting(engine.db, who, (queries) => listMatters(queries, look, ask, { limit: 51 })),
  ]);
}

console.log(`${rows} disputes, ${rows * 3} clocks, ${filled}; load ${loadavg()[0]?.toFixed(1)}, ${ROUNDS} rounds each`);
for (const [name, who] of people) {
  const { totals } = await board(who, 'unit');
  console.log(`${name}: open ${totals.open}, late ${totals.late}, restricted ${totals.hidden}`);
  raw = 0;
  raw = await time(`${name}, raw group by unit`, () =>
    admin.query(
      `select m.lead_unit_id, count(*), count(*) filter (where c.due_at <= now()) from matter_clock c
       join matter m on m.county_code = c.county_code and m.id = c.matter_id
       where c.county_code = any ($1) and left(m.region_code, $3::int) like $2 || '%' and c.stopped_at is null group by 1`,
      [who.counties, who.regionCode === '140100' ? '' : who.regionCode, who.regionCode.length],
    ),
  );
  for (const tab of boardTabs) await time(`${name}, board by ${tab}`, () => board(who, tab));
  for (const state of boardStates) await time(`${name}, list ${state}`, () => list(who, { state }));
  for (const state of ['open', 'late', 'paused', 'tookOver'] as const)
    await time(`${name}, list ${state}, four weeks ago`, () => list(who, { state }, endOfDay(monthAgo.to), false));
  await time(`${name}, weekly sheet`, () => readWeekly(engine, who, {}, lastWeek.id));
}
await close();
