import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chargedUnit, tookOverLate } from '../deadlines/charge.ts';
import { type ClockRow, clockJson, clockOf } from '../deadlines/clockRow.sql.ts';
import { clockState } from '../deadlines/state.ts';
import { reading } from '../platform/db.ts';
import { addDays, dayOf, endOfDay } from '../platform/now.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { charged, conditions, narrowed } from './boardClocks.sql.ts';
import { boardFrame } from './boardFrame.ts';
import { boardScene } from './testing/boardScene.ts';

const now = new Date('2026-09-29T14:32:00+08:00');
let it: TestApp;
let scene: Awaited<ReturnType<typeof boardScene>>;

beforeAll(async () => {
  it = await testApp(now);
  scene = await boardScene(it.adminUrl, now);
}, 120_000);
afterAll(async () => {
  await scene?.close();
  await it?.close();
});

/** Every way to warn, every day from four before to fourteen after, ends of days and moments within them, and pauses. */
async function manyClocks(): Promise<void> {
  const days = Array.from({ length: 19 }, (_, index) => index - 4);
  const warnings = [
    { length: 2, unit: 'naturalDay' },
    { length: 1, unit: 'workingDay' },
    { length: 3, unit: 'workingDay' },
    { length: 4, unit: 'hour' },
    { length: 0, unit: 'workingDay' },
  ];
  for (const [index, warnBefore] of warnings.entries()) {
    const dues = days.flatMap((day) => [
      (endOfDay(addDays(dayOf(now), day)).getTime() - now.getTime()) / 86_400_000,
      day + 0.11,
    ]);
    const kinds = ['handle', 'verify', 'report', 'strikeOff', 'mediation'];
    const clocks = dues.map((due, at) => ({
      due,
      kind: kinds[at % 5] ?? '',
      ...(at % 7 === 0 && { unitId: '140106-justice', unitSince: -2 }),
    }));
    const { id } = await scene.addDispute({
      clocks: [...clocks, { due: null }],
      lead: index % 2 ? '140106-housing' : null,
    });
    await scene.admin.query(
      `update matter_clock set rule = rule || jsonb_build_object('warnBefore', $1::jsonb) where matter_id = $2`,
      [JSON.stringify(warnBefore), id],
    );
  }
}

type Row = {
  clock: ClockRow;
  late: boolean;
  soon: boolean;
  paused: boolean;
  tookOver: boolean;
  open: boolean;
  unit: string;
  lead: string | null;
};

test('数据库里的「逾期」「将到期」「暂停」「算谁的」，和每件事页面上钟的状态，是同一个意思', async () => {
  await manyClocks();
  const calendar = it.engine.reference().calendarFor('140106');
  const is = conditions(boardFrame(now, calendar));
  const house = { counties: ['140106'], viewers: ['system'] };
  const { rows } = await reading(it.db, house, (queries) =>
    sql<Row>`select (select ${clockJson} from visible_matter_clock c where c.id = v.id) as clock, v.* from (
      select c.id, c.lead_unit_id as lead, coalesce(${is.late}, false) as late, coalesce(${is.soon}, false) as soon,
        coalesce(${is.paused}, false) as paused, coalesce(${is.tookOver}, false) as "tookOver", ${is.open} as open,
        ${charged} as unit
      from visible_board_clock c) v`.execute(queries),
  );
  expect(rows.length).toBe(5 * 39);
  for (const row of rows) {
    const clock = clockOf(row.clock);
    const { code } = clockState(clock, calendar, now);
    const took = code === 'overdue' && tookOverLate(clock);
    const about = `${clock.kind} ${clock.dueAt?.toISOString()} ${JSON.stringify(clock.rule.warnBefore)}`;
    expect({
      about,
      late: row.late,
      soon: row.soon,
      paused: row.paused,
      tookOver: row.tookOver,
      open: row.open,
    }).toEqual({
      about,
      late: code === 'overdue' && !took,
      soon: code === 'dueSoon',
      paused: code === 'paused',
      tookOver: took,
      open: true,
    });
    const held = { receivingCenterId: '140106-center', leadUnitId: row.lead };
    expect(row.unit).toBe(chargedUnit(held, clock));
  }
});

test('站在过去的一刻往回看：那时停着的是暂停，后来才停的钟那时还在走', async () => {
  const at = new Date(now.getTime() - 5 * 86_400_000);
  const { id } = await scene.addDispute({
    clocks: [
      { due: -6, stopped: -2 },
      { due: 3, pausedFrom: -7, pausedTo: -3 },
      { due: -6, stopped: -5.5 },
    ],
  });
  const is = conditions(boardFrame(at, it.engine.reference().calendar, false));
  const { rows } = await reading(it.db, { counties: ['140106'], viewers: ['system'] }, (queries) =>
    sql<{ late: boolean; paused: boolean; open: boolean }>`select coalesce(${is.late}, false) as late,
      coalesce(${is.paused}, false) as paused, ${is.open} as open
      from visible_board_clock c where c.matter_id = ${id} order by c.id`.execute(queries),
  );
  expect(rows).toEqual([
    { late: true, paused: false, open: true },
    { late: false, paused: true, open: true },
    { late: false, paused: false, open: false },
  ]);
});

test('台上数的是各类要督办的事，不问叫什么', async () => {
  const ids: string[] = [];
  for (const _ of ['dispute', 'watched', 'quiet'])
    ids.push((await scene.addDispute({ clocks: [{ due: 3 }], category: '11' })).id);
  await scene.admin.query("insert into matter_kind (kind, supervised) values ('watched', true), ('quiet', false)");
  await scene.admin.query("update matter set kind = 'watched' where id = $1", [ids[1]]);
  await scene.admin.query("update matter set kind = 'quiet' where id = $1", [ids[2]]);
  const scope = { counties: ['140106'], within: { kind: 'all' as const } };
  const frame = boardFrame(now, it.engine.reference().calendar);
  const look = { scope, filter: { category: '11' }, frame, hiddenFrom: null };
  const { rows } = await reading(it.db, { counties: ['140106'], viewers: ['system'] }, (queries) =>
    sql<{ id: string }>`select c.matter_id as id from visible_board_clock c where ${narrowed(look)}`.execute(queries),
  );
  expect(rows.map(({ id }) => id).toSorted()).toEqual([ids[0], ids[1]].toSorted());
});
