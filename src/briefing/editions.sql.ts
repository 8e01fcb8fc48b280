import { recordPageNotices } from '../attendance/attendance.sql.ts';
import { isOpenDay } from '../calendar/officeHours.ts';
import { atKept, lookOf, readStanding } from '../dashboards/board.sql.ts';
import type { Unit } from '../network/lookup.ts';
import { houseOf, systemActor } from '../platform/actor.ts';
import { command, plainly, type Queries, reading, recordSignal, type Tx } from '../platform/db.ts';
import { addDays, type Day, dayOf } from '../platform/now.ts';
import { countWorkAcross } from '../procedures/work.across.sql.ts';
import { type BriefingEngine, centerOf, centersWithMorning, leaderOf } from './briefingEngine.ts';
import { dueAt, type Edition, MISSING, type MorningCounts, missedAt, noticeText } from './edition.ts';

const PAGE = '/briefing';

/** What it takes to know where mornings are due. */
type Places = {
  reference(): Pick<ReturnType<BriefingEngine['reference']>, 'network' | 'directory' | 'calendarFor' | 'counties'>;
};

/** Centers where a morning is due today: those that are open, also by their duty days. */
export function dueCenters(engine: Places, day: Day): Unit[] {
  const reference = engine.reference();
  const { calendarFor } = reference;
  return centersWithMorning(reference).filter(({ id, countyCode }) => isOpenDay(calendarFor(countyCode, id), day));
}

type Stored = Edition & { centerId: string };

type Key = Pick<Unit, 'id' | 'countyCode'>;

/** Rows of some centers, along the key. */
const ofCenters = (queries: Queries, centers: readonly Key[]) =>
  queries
    .selectFrom('briefing')
    .where('county_code', 'in', [...new Set(centers.map(({ countyCode }) => countyCode))])
    .where(
      'center_id',
      'in',
      centers.map(({ id }) => id),
    );

/** Editions of some centers, of one day. */
export async function listEditions(queries: Queries, centers: readonly Key[], day: Day): Promise<Stored[]> {
  if (centers.length === 0) return [];
  const rows = await ofCenters(queries, centers).selectAll().where('day', '=', day).execute();
  return rows.map((row) => ({
    centerId: row.center_id,
    day: row.day,
    dueAt: row.due_at.toISOString(),
    madeAt: row.made_at.toISOString(),
    counts: row.counts as MorningCounts,
  }));
}

/** What the leader of a center would read at this moment, as figures. */
async function countMorning(engine: BriefingEngine, center: Unit, now: Date): Promise<MorningCounts> {
  const leader = leaderOf(center, engine.reference().counties);
  const owed = { keys: leader.viewers, all: leader.viewers, mine: [], covering: false, now };
  const look = await atKept(engine, leader, lookOf(engine, leader, {}, now));
  const [{ totals }, work] = await Promise.all([
    readStanding(engine, leader, look),
    reading(engine.db, leader, (queries) => countWorkAcross(queries, leader.counties, owed)),
  ]);
  const { dueToday, late, soon, open, paused } = totals;
  return { toDecide: work.all, dueToday, late, soon, open, paused: paused.all };
}

/** Posts that asked for it and read this center's morning. */
async function readersOf({ db, reference }: BriefingEngine, centerId: string): Promise<string[]> {
  const rows = await plainly(db, (queries) => queries.selectFrom('briefing_reader').select('post_id').execute());
  const { directory, network } = reference();
  return rows.flatMap(({ post_id }) => {
    const post = directory.post(post_id);
    if (!post) return [];
    const own = network.unit(post.unitId)?.kind === 'center' ? post.unitId : null;
    return centerOf({ centerId: own, regionCode: post.regionCode }) === centerId ? [post_id] : [];
  });
}

/** Into the inbox of these posts; pages that are open ask for it at once. */
function tell(tx: Tx, countyCode: string, postIds: readonly string[], text: string, now: Date): void {
  const owners = postIds.map((postId) => `p:${postId}`);
  const notices = owners.map((owner) => ({ owner, text, page: PAGE }));
  recordPageNotices(tx, countyCode, notices, now);
  if (owners.length > 0) recordSignal(tx, { county: countyCode, kind: 'lists', id: '', keys: owners });
}

/** Written once, whoever comes first; who asked for it is told with it, in counts. Answers whether it was written here. */
async function makeOne(engine: BriefingEngine, center: Unit, day: Day): Promise<boolean> {
  const now = engine.now();
  const { id: centerId, countyCode } = center;
  const [counts, readers] = await Promise.all([countMorning(engine, center, now), readersOf(engine, centerId)]);
  const edition = { day, dueAt: dueAt(day).toISOString(), madeAt: now.toISOString(), counts };
  return command(engine.db, houseOf(countyCode), async (tx) => {
    const values = {
      ...{ county_code: countyCode, center_id: centerId, day, due_at: dueAt(day), made_at: now },
      counts: JSON.stringify(counts),
    };
    const written = await tx
      .insertInto('briefing')
      .values(values)
      .onConflict((conflict) => conflict.doNothing())
      .returning('center_id')
      .executeTakeFirst();
    if (!written) return false;
    tell(tx, countyCode, readers, noticeText(edition), now);
    return true;
  });
}

async function missingToday(engine: BriefingEngine, centers: readonly Unit[], day: Day): Promise<Unit[]> {
  const made = await reading(engine.db, systemActor(engine.reference().counties), (queries) =>
    listEditions(queries, centers, day),
  );
  return centers.filter(({ id }) => !made.some(({ centerId }) => centerId === id));
}

/**
 * From half past seven on, each open center's morning of today, once. After an outage it comes late and says when; days that
 * are over are not made up. One center that fails keeps no other from its morning.
 */
export async function makeBriefings(engine: BriefingEngine): Promise<number> {
  const now = engine.now();
  const day = dayOf(now);
  if (now < dueAt(day)) return 0;
  let made = 0;
  let failed: unknown;
  for (const center of await missingToday(engine, dueCenters(engine, day), day))
    try {
      if (await makeOne(engine, center, day)) made += 1;
    } catch (error) {
      failed = error;
    }
  if (failed !== undefined) throw failed;
  return made;
}

/** So many days without any edition, and a center is as good as new. */
const REMEMBERED = 31;

/** Open centers without a morning at a quarter to eight; nobody waits for one in a house that never made any. */
export async function listMissed(engine: Pick<BriefingEngine, 'db'> & Places, now: Date): Promise<Unit[]> {
  const day = dayOf(now);
  const centers = now < missedAt(day) ? [] : dueCenters(engine, day);
  if (centers.length === 0) return [];
  const rows = await reading(engine.db, systemActor(engine.reference().counties), (queries) =>
    ofCenters(queries, centers)
      .select(['center_id', 'day', 'made_at'])
      .where('day', '>=', addDays(day, -REMEMBERED))
      .execute(),
  );
  const earlier = new Set(rows.filter((row) => row.day < day).map((row) => row.center_id));
  const inTime = new Set(
    rows.filter((row) => row.day === day && row.made_at <= missedAt(day)).map((row) => row.center_id),
  );
  return centers.filter(({ id }) => earlier.has(id) && !inTime.has(id));
}

/** Says once that a morning did not come in its time: to who leads the center and who keeps its information. */
export async function raiseMissing(engine: BriefingEngine): Promise<number> {
  const now = engine.now();
  const day = dayOf(now);
  let raised = 0;
  for (const { id, countyCode } of await listMissed(engine, now)) {
    const told = engine.reference().directory.postsOf(id, 'centerLeader', 'politicalLegalMember', 'informationOfficer');
    raised += await command(engine.db, houseOf(countyCode), async (tx) => {
      const first = await tx
        .insertInto('briefing_alarm')
        .values({ county_code: countyCode, center_id: id, day, raised_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .returning('center_id')
        .executeTakeFirst();
      if (!first) return 0;
      const posts = told.map(({ postId }) => postId);
      tell(tx, countyCode, posts, MISSING, now);
      return 1;
    });
  }
  return raised;
}
