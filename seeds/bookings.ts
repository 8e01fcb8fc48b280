import { sql } from 'kysely';
import { book } from '../src/bookings/book.sql.ts';
import { lastOpenDay, nextOpenDay } from '../src/calendar/officeHours.ts';
import { command, reading } from '../src/platform/db.ts';
import { atTime, type Day, dayOf } from '../src/platform/now.ts';
import type { ServerEngine } from '../src/server/engine.ts';
import { steadyId } from './chance.ts';
import type { Stage } from './stage.ts';

const yingze = '140106-center';
const street = '140106004-center';

type Line = {
  day: Day;
  from: string;
  to: string;
  rooms: number[];
  asked: ('judge' | 'mediator' | 'neighbor')[];
  about: boolean;
};

/** The last two days, today, and the next two on which the center is open: planned hours lie ahead by their nature. */
function linesOf(engine: ServerEngine): Line[] {
  const calendar = engine.reference().calendarFor('140106', yingze);
  const today = dayOf(engine.now());
  const before = lastOpenDay(calendar, today);
  const next = nextOpenDay(calendar, today);
  return [
    { day: lastOpenDay(calendar, before), from: '09:00', to: '10:30', rooms: [0], asked: ['mediator'], about: true },
    { day: before, from: '15:00', to: '16:30', rooms: [1], asked: ['judge', 'mediator'], about: true },
    { day: today, from: '10:00', to: '11:00', rooms: [0], asked: ['mediator'], about: true },
    { day: today, from: '16:00', to: '17:00', rooms: [1], asked: ['neighbor'], about: true },
    { day: next, from: '09:00', to: '11:00', rooms: [0], asked: ['judge', 'mediator', 'neighbor'], about: true },
    { day: nextOpenDay(calendar, next), from: '14:30', to: '17:00', rooms: [1, 2], asked: [], about: false },
  ];
}

/** Disputes under way at this center, to sit together about. */
async function findMatters({ engine, post }: Stage): Promise<{ id: string }[]> {
  const { rows } = await reading(engine.db, post('dispatcher', yingze), (queries) =>
    sql<{
      id: string;
    }>`select id from matter where county_code = '140106' and kind = 'dispute' and status = 'inMediation'
      and not restricted and receiving_center_id = ${yingze} order by opened_at desc, id limit 5`.execute(queries),
  );
  return rows;
}

/** A handful of rooms and people booked at Yingze. Played twice, it adds nothing. */
export async function seedBookings(stage: Stage): Promise<void> {
  const { engine, post, salt } = stage;
  const desk = post('receptionist', yingze);
  const asked = {
    judge: post('courtClerk', '140106-court'),
    mediator: post('mediator', yingze),
    neighbor: post('mediator', street),
  };
  const { book: network } = engine.cache.current();
  const rooms = [...network.rooms]
    .filter(([, { centerId, name }]) => centerId === yingze && name.startsWith('调解室'))
    .map(([id]) => id);
  const matters = await findMatters(stage);
  for (const [index, line] of linesOf(engine).entries()) {
    const made = new Date(Math.min(engine.now().getTime(), atTime(line.day, '08:10').getTime()));
    const then = { ...engine, now: () => made, reference: () => engine.cache.current() };
    const matter = line.about ? matters[index % Math.max(1, matters.length)] : undefined;
    const wanted = {
      ...{ groupId: steadyId(salt, 'booking', index), centerId: yingze, countyCode: '140106' },
      span: { from: atTime(line.day, line.from), to: atTime(line.day, line.to) },
      roomIds: line.rooms.flatMap((at) => rooms[at] ?? []),
      postIds: line.asked.map((who) => asked[who].postId),
      matter: matter ? { countyCode: '140106', id: matter.id } : null,
    };
    await command(engine.db, desk, (tx) => book(tx, then, desk, wanted));
  }
}
