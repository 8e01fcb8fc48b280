import { answerCallOut, endCallOut } from '../src/attendance/answerCalls.sql.ts';
import { recordChange } from '../src/attendance/attendance.sql.ts';
import { callUnit } from '../src/attendance/callOuts.sql.ts';
import { addAbsence } from '../src/attendance/cover.sql.ts';
import { addEntry } from '../src/attendance/dutyDay.sql.ts';
import { draftRoster, publishRoster } from '../src/attendance/keepRoster.sql.ts';
import { markUnit } from '../src/attendance/markUnit.sql.ts';
import { isWorkingDay } from '../src/calendar/calendar.ts';
import { command, plainly } from '../src/platform/db.ts';
import { addDays, dayOf, formatClock, startOfDay } from '../src/platform/now.ts';
import type { ServerEngine } from '../src/server/engine.ts';
import type { Stage } from './stage.ts';

const yingze = '140106-center';
const place = { centerId: yingze, countyCode: '140106' };
const MINUTE = 60_000;

/** Which counter a unit sits at, and within how many minutes whoever is called comes. Invented, as the demonstration is. */
const counters: Readonly<Record<string, number>> = {
  court: 3,
  legalAid: 4,
  petition: 5,
  procuratorate: 6,
  laborArbitration: 7,
  publicSecurity: 8,
};
const minutes: Readonly<Record<string, number>> = { health: 12, education: 30, urbanManagement: 20, ecology: 40 };

async function placeUnits({ db }: ServerEngine): Promise<void> {
  await plainly(db, async (queries) => {
    for (const [kind, number] of Object.entries(counters))
      await queries
        .updateTable('presence')
        .set({ counter_id: `${yingze}-counter-${number}` })
        .where('id', '=', `${yingze}:140106-${kind}`)
        .where('counter_id', 'is', null)
        .where((e) => e.exists(e.selectFrom('counter').select('id').where('id', '=', `${yingze}-counter-${number}`)))
        .execute();
    for (const [kind, call] of Object.entries(minutes))
      await queries
        .updateTable('presence')
        .set({ call_minutes: call })
        .where('id', '=', `${yingze}:140106-${kind}`)
        .where('call_minutes', 'is', null)
        .execute();
  });
}

const here = ['court', 'legalAid', 'petition', 'laborArbitration', 'publicSecurity', 'justice'];

/** Everybody but one is here; a unit that rotates comes in the afternoon; one was called and is on the way. */
async function playToday(engine: ServerEngine, { post }: Stage): Promise<void> {
  const now = engine.now();
  const today = dayOf(now);
  const desk = post('receptionist', yingze);
  const opened = startOfDay(today).getTime();
  const at = (ago: number) => ({
    ...attending(engine),
    now: () => new Date(Math.max(opened + MINUTE, now.getTime() - ago * MINUTE)),
  });
  // They came when the doors opened, unless the demonstration begins earlier.
  const early = Math.min(opened + 500 * MINUTE, now.getTime() - 60 * MINUTE);
  const morning = (index: number) => at((now.getTime() - Math.max(early, opened + MINUTE)) / MINUTE - index);
  for (const [index, kind] of here.entries())
    await markUnit(morning(index), desk, { centerId: yingze, unitId: `140106-${kind}`, state: 'present' });
  const extra = { unitId: '140106-humanResources', kind: 'extra' as const, day: today, movedTo: null };
  await command(engine.db, desk, async (tx) => {
    recordChange(
      tx,
      place,
      { ...extra, from: '14:00', to: '17:00', counter: 2, reason: '讨薪的多，加来半天' },
      desk.postId,
      now,
    );
  });
  const call = { centerId: yingze, place: '2号调解室', reason: '劝说时请心理方面的人在场' };
  const { id } = await callUnit(at(26), desk, { ...call, unitId: '140106-health' });
  const health = post('handler', '140106-health');
  await answerCallOut(at(24), health, id, { coming: true, minutes: 12 });
  await endCallOut(at(13), desk, id, 'arrivals');
  await endCallOut(at(3), desk, id, 'departures');
}

const attending = (engine: ServerEngine) => ({ ...engine, reference: () => engine.cache.current() });

/** This month's roster, published, and a line that the next shift has to go on with. */
async function playDuty(engine: ServerEngine, { post }: Stage): Promise<void> {
  const leader = post('centerLeader', yingze);
  const officers = (['dispatcher', 'referee', 'closer', 'approver', 'handler'] as const).map((role) =>
    post(role, yingze),
  );
  const today = dayOf(engine.now());
  const month = today.slice(0, 7);
  const names = {
    leaders: [leader.postId, post('supervisor', yingze).postId],
    officers: officers.map(({ postId }) => postId),
  };
  await draftRoster(attending(engine), leader, { centerId: yingze, month, ...names, phone: '0351-0000119' });
  await publishRoster(attending(engine), leader, { centerId: yingze, month });
  const earlier = addDays(today, -1);
  const line = { centerId: yingze, day: earlier, shift: 'bb', at: '16:40' };
  await addEntry(attending(engine), leader, {
    ...line,
    body: '2号电梯停了，物业说今天来修，轮椅先走西门坡道。',
    open: true,
  });
  await addEntry(attending(engine), leader, {
    ...line,
    at: '17:20',
    body: '饮水机换了水，大厅灯坏两个已报修。',
    open: false,
  });
}

/** Today at the center of Yingze, this month's duty, and a colleague whose leave nobody covers yet. */
export async function seedAttendance(stage: Stage, engine: ServerEngine): Promise<void> {
  const rosters = await plainly(engine.db, (queries) =>
    queries.selectFrom('trail').select('id').where('act', '=', 'roster.published').limit(1).execute(),
  );
  if (rosters.length > 0) return;
  await placeUnits(engine);
  await engine.cache.refresh();
  const today = dayOf(engine.now());
  const calendar = engine.cache.current().calendarFor(place.countyCode, yingze);
  if (isWorkingDay(calendar, today) && formatClock(engine.now()) > '00:10') await playToday(engine, stage);
  await playDuty(engine, stage);
  const away = stage.post('handler', '140106004-center');
  const days = { from: addDays(today, 1), to: addDays(today, 2) };
  await addAbsence(attending(engine), away, { ...days, reason: '请假' });
}
