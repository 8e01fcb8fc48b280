import { type Place, placeOf as placeOfCenter } from '../attendance/attendanceEngine.ts';
import { readCenterDay } from '../attendance/centerDay.sql.ts';
import { dayView } from '../attendance/presenceView.ts';
import { isOpenDay, sessionsOn } from '../calendar/officeHours.ts';
import { atKept, lookOf, placeOf, readBoard } from '../dashboards/board.sql.ts';
import { sortBoard } from '../dashboards/board.ts';
import type { BoardLook } from '../dashboards/boardClocks.sql.ts';
import { recentWeeks } from '../dashboards/boardFrame.ts';
import { boardMatter } from '../dashboards/boardMatter.ts';
import { listMatters } from '../dashboards/boardMatters.across.sql.ts';
import { unitPicture, weekPictures } from '../dashboards/pictures.ts';
import { readOpenCounts } from '../definitions/openCounts.sql.ts';
import type { Unit } from '../network/lookup.ts';
import type { Actor } from '../platform/actor.ts';
import { counting, reading } from '../platform/db.ts';
import { type Day, dayOf, formatClock } from '../platform/now.ts';
import { readMyWork } from '../procedures/readWork.sql.ts';
import { type BriefingEngine, centerOf } from './briefingEngine.ts';
import type { Briefing, Counters } from './briefingView.ts';
import { readConsequences } from './consequences.sql.ts';
import { cameLate, type Edition } from './edition.ts';
import { listEditions } from './editions.sql.ts';
import { readFigures } from './morningFigures.sql.ts';
import { planSpan } from './planSpan.ts';
import { wantsBriefing } from './readers.sql.ts';

const FEW = { decide: 5, save: 6 } as const;

async function readDecide(engine: BriefingEngine, actor: Actor): Promise<Briefing['decide']> {
  const { items, counts } = await readMyWork(engine, actor, { whose: 'all', limit: FEW.decide });
  const own = items.filter(({ as }) => as === null).map(({ code }) => code);
  const found = await readConsequences(engine, actor, own);
  const rows = items.map((item) => ({ item, consequence: found.get(item.code) ?? null }));
  return { total: counts?.all ?? items.length, rows };
}

async function readSave(engine: BriefingEngine, actor: Actor, look: BoardLook): Promise<Briefing['save']['rows']> {
  const { network, directory, calendarFor } = engine.reference();
  const rows = await counting(engine.db, actor, (queries) =>
    listMatters(queries, look, { state: 'dueToday' }, { limit: FEW.save }),
  );
  return rows.map((row) => boardMatter(row, { network, directory, calendarFor, now: look.frame.at }));
}

/** Who is missing at the counters of the center, as the presence page says it. */
async function readCounters(engine: BriefingEngine, actor: Actor, place: Place, now: Date): Promise<Counters> {
  const day = dayOf(now);
  const read = await reading(engine.db, { ...actor, viewers: ['system'] }, (queries) =>
    readCenterDay(engine, queries, place, day),
  );
  const view = dayView({ engine, actor, place, now }, read, { counters: [], rooms: [] });
  const [first] = sessionsOn(engine.reference().calendarFor(place.countyCode, place.centerId), day);
  return {
    center: view.center,
    open: view.open,
    opensAt: first ? formatClock(new Date(first.from)) : null,
    due: view.counts.due,
    here: view.counts.here,
    missing: view.lines.filter(({ state }) => ['missing', 'late', 'absent'].includes(state)),
    mayCall: view.mayCall,
  };
}

/** This morning's edition and that of the last open day, of the center whose morning the post reads. */
async function readEditions(
  engine: BriefingEngine,
  actor: Actor,
  center: Unit | undefined,
  { today, former }: { today: Day; former: Day },
) {
  const on = async (day: string) => {
    const [stored] = await reading(engine.db, actor, (queries) => listEditions(queries, center ? [center] : [], day));
    return stored ?? null;
  };
  const [edition, before] = await Promise.all([on(today), on(former)]);
  const shown = edition && { ...withoutCenter(edition), late: cameLate(edition) };
  return { edition: shown, expected: before?.counts.dueToday ?? null };
}

const withoutCenter = ({ day, dueAt, madeAt, counts }: Edition): Edition => ({ day, dueAt, madeAt, counts });

/** The leader's morning as it stands at this moment, beside what was written down at half past seven. */
export async function readBriefing(engine: BriefingEngine, actor: Actor): Promise<Briefing> {
  const now = engine.now();
  const today = dayOf(now);
  const look = await atKept(engine, actor, lookOf(engine, actor, {}, now));
  const centerId = centerOf(actor);
  const center = engine.reference().network.unit(centerId);
  const calendar = engine.reference().calendarFor(center?.countyCode ?? actor.countyCode, center?.id);
  const span = planSpan(calendar, today);
  const board = await readBoard(engine, actor, look, 'unit');
  const { totals } = board;
  const [editions, wanted, decide, save, { plan, open, waiting }, counters] = await Promise.all([
    readEditions(engine, actor, center, { today, former: span.from }),
    wantsBriefing(engine, actor.postId),
    readDecide(engine, actor),
    readSave(engine, actor, look),
    readFigures(engine, actor, { look, span, totals }, now),
    center ? readCounters(engine, actor, placeOfCenter(engine, actor, centerId), now) : null,
  ]);
  return {
    asOf: now.toISOString(),
    day: today,
    place: placeOf(engine.reference(), actor, look),
    due: center !== undefined && isOpenDay(calendar, today),
    edition: editions.edition,
    wanted,
    decide,
    save: { total: totals.dueToday, more: Math.max(totals.dueToday - save.length, 0), rows: save },
    plan: { ...plan, expected: editions.expected },
    counters,
    open,
    waiting,
    late: totals.late,
    hidden: totals.hidden,
    weeks: weekPictures(recentWeeks(now), totals.weeks),
    units: sortBoard(board.rows, 'late').map(unitPicture),
  };
}
