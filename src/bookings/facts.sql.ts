import { listChanges } from '../attendance/attendance.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { ask, type Queries } from '../platform/db.ts';
import { DAY } from '../platform/now.ts';
import { pageOf } from '../procedures/kind.ts';
import { namesOf } from '../procedures/names.sql.ts';
import type { Span } from './booking.ts';
import type { BookingEngine } from './bookingEngine.ts';
import type { BookingRow } from './bookingRow.ts';
import { listTaken } from './bookings.sql.ts';
import { aboutText, type Clash } from './clash.ts';
import { DAYS_AHEAD } from './freeTimes.ts';
import { type Asked, type Away, daysOf, warningsOf } from './warnings.ts';

type Place = { readonly centerId: string; readonly countyCode: string };
export type Looked = {
  /** What is taken of these rooms and people from the wanted time on, as far as free times are looked for. */
  readonly taken: readonly BookingRow[];
  readonly warnings: readonly string[];
};

const awayText = `select distinct p.user_id as "userId", a.from_day as "from", a.to_day as "to"
  from absence a join post p on p.id = a.post_id
  where a.county_code = any ($1::text[]) and p.user_id = any ($2::uuid[]) and a.to_day >= $3::date and a.from_day <= $4::date
    and a.state in ('open', 'asked', 'granted', 'refused')`;

type Wanted = {
  readonly place: Place;
  readonly span: Span;
  readonly roomIds: readonly string[];
  readonly people: readonly Asked[];
};

/** One turn: what is taken, who is away, and on which days it is otherwise than planned. */
export async function look(engine: BookingEngine, queries: Queries, actor: Actor, wanted: Wanted): Promise<Looked> {
  const { place, span, roomIds, people } = wanted;
  const { book, calendarFor } = engine.reference();
  const days = daysOf(span);
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const userIds = people.map(({ userId }) => userId);
  const ahead = { from: span.from, to: new Date(span.to.getTime() + (DAYS_AHEAD + 1) * DAY) };
  const [taken, changes, away] = await Promise.all([
    listTaken(queries, { roomIds, userIds }, ahead),
    listChanges(queries, place, { from: first, to: last }),
    ask<Away>(queries, awayText, [[...actor.counties], userIds, first, last]),
  ]);
  const calendar = calendarFor(place.countyCode, place.centerId);
  const facts = { book, calendar, centerId: place.centerId, changes, away };
  return { taken, warnings: warningsOf(span, people, roomIds, facts) };
}

/** How it is called, and its page in the workbench. */
export type About = { readonly text: string; readonly page: string };

/** What these bookings are for, as far as the actor may know: by id of the matter. */
export async function aboutOf(
  engine: BookingEngine,
  queries: Queries,
  actor: Actor,
  rows: readonly Pick<BookingRow, 'matterId' | 'matterCounty'>[],
): Promise<Map<string, About>> {
  const keys = rows.flatMap(({ matterId: id, matterCounty }) =>
    id && matterCounty ? [{ id, countyCode: matterCounty }] : [],
  );
  if (keys.length === 0) return new Map();
  const counties = [...new Set(keys.map(({ countyCode }) => countyCode))];
  const ids = [...new Set(keys.map(({ id }) => id))];
  const text = 'select id, code, kind from matter where county_code = any ($1::text[]) and id = any ($2::uuid[])';
  const [codes, names] = await Promise.all([
    ask<{ id: string; code: string; kind: string }>(queries, text, [counties, ids]),
    namesOf(engine, queries, actor, keys),
  ]);
  return new Map(
    codes.flatMap(({ id, code, kind }) => {
      const bound = engine.kinds[kind];
      if (!bound || !names.has(id)) return [];
      return [[id, { text: aboutText(code, names.get(id)?.title), page: pageOf(bound, code) }]];
    }),
  );
}

/** Each taken thing by name. For what and by whom only where the asker may know of the matter, or there is none. */
export async function nameClashes(
  engine: BookingEngine,
  queries: Queries,
  actor: Actor,
  met: readonly BookingRow[],
  people: readonly Asked[],
): Promise<Clash[]> {
  if (met.length === 0) return [];
  const { book, directory } = engine.reference();
  const about = await aboutOf(engine, queries, actor, met);
  return met.map((row) => {
    const person = people.find(({ userId }) => userId === row.userId);
    const may = row.matterId === null ? actor.counties.includes(row.countyCode) : about.has(row.matterId);
    return {
      ...{ from: row.from, to: row.to, name: person?.name ?? book.rooms.get(row.roomId ?? '')?.name ?? '' },
      holder: may ? (directory.post(row.madeBy)?.name ?? '有人') : null,
      about: (row.matterId && about.get(row.matterId)?.text) || null,
    };
  });
}
