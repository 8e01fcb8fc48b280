import { setTimeout as wait } from 'node:timers/promises';
import { makeCalendar } from '../src/calendar/calendar.ts';
import { shippedCalendar } from '../src/calendar/notices.ts';
import type { ClockRule } from '../src/deadlines/clockRule.ts';
import { computeDue } from '../src/deadlines/due.ts';
import { command } from '../src/platform/db.ts';
import { addDays, atTime, type Day } from '../src/platform/now.ts';
import { JobCancelled } from '../src/platform/startJob.sql.ts';
import { applyMoves } from '../src/replays/applyMoves.sql.ts';
import { asHouse, planRun } from '../src/replays/moves.sql.ts';
import { center, scene } from './scene.ts';

// A change of the holidays over many open disputes with three running clocks each: planning, stopping half-way, applying.
const DISPUTES = Number(process.argv[2] ?? 100_000);
/** Begun in so many days up to today: of the last 15 days' disputes every one moves, of older ones fewer. */
const STARTS = Number(process.argv[3] ?? 15);
const FIRST: Day = addDays('2026-09-28', 1 - STARTS);
const now = atTime('2026-09-28', '10:00');
const { admin, db, actor, close } = await scene();

const rule = (kind: string, length: number, unit: 'workingDay' | 'naturalDay'): ClockRule => ({
  kind,
  label: kind,
  length,
  unit,
  countFirstDay: false,
  rollHoliday: true,
  warnBefore: { length: 2, unit: 'workingDay' },
  basis: '测速',
  status: 'G',
});
const rules = [rule('handle', 15, 'workingDay'), rule('report', 7, 'workingDay'), rule('mediation', 30, 'naturalDay')];

const before = shippedCalendar;
const years = [...before.years.values()].map((year) => (year.year === 2026 ? { ...year, version: 2 } : year));
const more = ['2026-10-08', '2026-10-09'].map((day) => ({ day, kind: 'holiday' as const, name: '国庆节' }));
const after = makeCalendar(years, [...before.days.values(), ...more]);

/** As a county's disputes in mediation stand: nine viewers, a debt of the unit, one of the handler, three clocks. */
async function populate(): Promise<void> {
  const starts = Array.from({ length: STARTS }, (_, index) => addDays(FIRST, index));
  const dates = starts.flatMap((day, index) =>
    rules.map((each) => {
      const { dueAt } = computeDue(each, before, atTime(day, '09:30'));
      return { index, kind: each.kind, rule: each, start: atTime(day, '09:30'), due: dueAt };
    }),
  );
  const of = `'140106'::text as county_code`;
  await admin.query(
    `create temporary table dated as select * from jsonb_to_recordset($1::jsonb)
    as d (index integer, kind text, rule jsonb, start timestamptz, due timestamptz)`,
    [JSON.stringify(dates)],
  );
  await admin.query(`create temporary table opened as select n, n % ${STARTS} as index, (n % 300) as desk,
    overlay(gen_random_uuid()::text placing lpad(to_hex(n), 8, '0') from 1 for 8)::uuid as id from generate_series(1, ${DISPUTES}) n`);
  await admin.query(`insert into matter (county_code, id, kind, code, status, title, category_code, region_code,
      receiving_center_id, lead_unit_id, due_at, seen_by, event_hash, opened_at, updated_at)
    select ${of}, id, 'dispute', lpad(n::text, 15, '0'), 'inMediation', '楼上漏水赔偿', '02', '140106004', '${center}',
      '140106-housing', (select min(due) from dated where dated.index = opened.index),
      array['system', 'party:' || id, 'p:' || md5((n % 40)::text)::uuid, 'c:${center}', 'c:140100-center', 'r:140100', 'r:140106',
        'r:140106004', 'u:140106-housing', 'p:' || md5((1000 + desk)::text)::uuid],
      repeat('0', 64), dated.start, dated.start from opened join dated on dated.index = opened.index and dated.kind = 'handle'`);
  await admin.query(`insert into dispute (county_code, matter_id, source, first_contact_post_id, first_contact_unit_id, facts,
      willing, difficulty) select ${of}, id, 'walkIn', md5((n % 40)::text)::uuid, '${center}', repeat('楼上漏水。', 40), 'yes', 'ordinary' from opened`);
  await admin.query(`insert into matter_clock (county_code, id, matter_id, kind, rule, calendar_version, started_at, due_at)
    select ${of}, gen_random_uuid(), id, kind, rule, '2026v1', start, due from opened join dated using (index)`);
  await admin.query(`insert into matter_seen (county_code, viewer, matter_id, kind, status, due_at, opened_at)
    select county_code, viewer, id, kind, status, due_at, opened_at from matter cross join unnest(seen_by) viewer
      where viewer <> 'system' and viewer not like 'party:%'`);
  await admin.query(`insert into matter_todo (county_code, id, matter_id, owner, act, clock_kind, due_at, since)
    select ${of}, gen_random_uuid(), id, owner, act, kind, due, start from opened join dated using (index)
      join lateral (values ('handle', 'settle', 'p:' || md5((1000 + desk)::text)::uuid), ('report', 'report', 'u:140106-housing#unitHead'))
        debt (clock, act, owner) on debt.clock = dated.kind`);
  await admin.query('vacuum analyze');
}

const kept = [
  'matter',
  'matter_clock',
  'matter_seen',
  'matter_todo',
  'matter_event',
  'notice',
  'calendar_year',
  'calendar_day',
];
async function digest(): Promise<string> {
  const parts = kept.map((table) => `(select coalesce(sum(hashtextextended(t::text, 0)), 0) from ${table} t)`);
  const { rows } = await admin.query<{ digest: string }>(`select concat_ws('/', ${parts.join(', ')}) as digest`);
  return rows[0]?.digest ?? '';
}

/** The longest time in which nothing else on this process got its turn. */
async function longestPause(work: () => Promise<void>): Promise<{ seconds: number; pause: number }> {
  const started = performance.now();
  let [last, pause] = [started, 0];
  const timer = setInterval(() => {
    const at = performance.now();
    [pause, last] = [Math.max(pause, at - last - 5), at];
  }, 5);
  await work();
  await wait(10);
  clearInterval(timer);
  return { seconds: (performance.now() - started) / 1000, pause };
}

const started = performance.now();
await populate();
console.log(`${DISPUTES} disputes made in ${((performance.now() - started) / 1000).toFixed(1)} s`);

const what = { now, before: () => before, after: () => ({ calendar: after }) };
const counties = ['140106'];
let runId = '';
let moved = 0;
const planned = await longestPause(async () => {
  const planning = { subject: 'calendar:2026', plan: { year: 2026 }, counties, actor, what };
  const run = await planRun({ db }, planning, async (_done, _total) => {
    await new Promise((resolve) => setImmediate(resolve));
  });
  runId = run.id;
  moved = run.tally.moved;
  console.log(JSON.stringify(run.tally.counties['140106']));
});
const applying = {
  actor,
  now,
  why: '放假安排改了',
  about: { reason: 'calendar', year: 2026 },
  what,
  tell: (count: number) => `${count} 件`,
};
const apply = (stopAt: number) =>
  command(db, asHouse(counties), (tx) =>
    applyMoves(tx, runId, {
      ...applying,
      step: async (done) => {
        await new Promise((resolve) => setImmediate(resolve));
        if (done >= stopAt) throw new JobCancelled();
      },
    }),
  );

const untouched = await digest();
const stopped = await longestPause(async () => {
  await apply(moved / 2).catch((error: unknown) => {
    if (!(error instanceof JobCancelled)) throw error;
  });
});
const same = (await digest()) === untouched;
let result = { matters: 0, clocks: 0 };
const applied = await longestPause(async () => {
  result = await apply(Infinity);
});
const per = (count: number, { seconds }: { seconds: number }) => `${(count / seconds).toFixed(0)}/s`;
const line = (name: string, took: { seconds: number; pause: number }) =>
  `${name.padEnd(18)} ${took.seconds.toFixed(1)} s, longest pause ${took.pause.toFixed(0)} ms`;
console.log(`${line('plan', planned)}, ${per(DISPUTES * 3, planned)} clocks`);
console.log(`${line('stopped half-way', stopped)}, ${same ? 'nothing changed' : 'SOMETHING CHANGED'}`);
console.log(
  `${line('apply', applied)}, ${result.matters} matters, ${result.clocks} clocks, ${per(result.matters, applied)} matters`,
);
console.log(
  `plan and apply     ${(planned.seconds + applied.seconds).toFixed(1)} s, memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
);
const wrong = await admin.query(`select count(*) from matter m where due_at <> (select min(due_at) from matter_clock c
  where c.county_code = m.county_code and c.matter_id = m.id)`);
console.log(`matters whose date is not that of their nearest clock: ${wrong.rows[0]?.count}`);
await close();
process.exitCode = same ? 0 : 1;
