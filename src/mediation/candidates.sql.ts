import { sql } from 'kysely';
import type { AttendanceEngine } from '../attendance/attendanceEngine.ts';
import { readCenterDay } from '../attendance/centerDay.sql.ts';
import type { LineState } from '../attendance/today.ts';
import type { Dispute } from '../disputes/dispute.ts';
import type { Queries } from '../platform/db.ts';
import { type Day, dayOf } from '../platform/now.ts';
import { countLoads, listBodies, listMediators, type MediatorRow } from './bodies.sql.ts';
import type { Candidate } from './proposeMediators.ts';

/**
 * Whose person was appointed before in a matter of one of these parties: found by keyed digests of numbers within the county,
 * answered yes or no; which matter it was, and which party, stays unsaid.
 */
async function findBefore(queries: Queries, { countyCode, id }: Dispute, postIds: readonly string[]) {
  const { rows } = await sql<{ postId: string }>`
    select distinct mine.id as "postId" from visible_party own
      join visible_party other on other.county_code = own.county_code and other.matter_id <> own.matter_id
        and (other.id_number_index = own.id_number_index or other.phone_index = own.phone_index)
      join visible_mediator_appointment a on a.county_code = other.county_code and a.matter_id = other.matter_id
      join post held on held.id = a.post_id join post mine on mine.user_id = held.user_id
    where own.county_code = ${countyCode} and own.matter_id = ${id} and mine.id::text = any (${[...postIds]})`.execute(
    queries,
  );
  return new Set(rows.map(({ postId }) => postId));
}

async function findUnwanted(queries: Queries, { countyCode, id }: Dispute) {
  const { rows } = await sql<{ postId: string }>`
    select a.post_id as "postId" from visible_mediator_appointment a where a.county_code = ${countyCode}
      and a.matter_id = ${id} and a.objected_at is not null and a.consented_at is null`.execute(queries);
  return new Set(rows.map(({ postId }) => postId));
}

async function findAway(queries: Queries, countyCode: string, day: Day) {
  const { rows } = await sql<{ postId: string; until: Day }>`
    select a.post_id as "postId", max(a.to_day)::date as until from absence a where a.county_code = ${countyCode}
      and ${day}::date between a.from_day and a.to_day and a.state in ('open', 'asked', 'granted') group by a.post_id`.execute(
    queries,
  );
  return new Map(rows.map(({ postId, until }) => [postId, until]));
}

async function listAddresses(queries: Queries, { countyCode, id }: Dispute): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`select address from visible_party
    where county_code = ${countyCode} and matter_id = ${id} and address <> ''`.execute(queries);
  return rows.map(({ address }) => address);
}

/** Whoever comes on call, or later today, is neither here nor missing. */
const isHere: Readonly<Partial<Record<LineState, boolean>>> = {
  ...{ present: true, coming: true },
  ...{ missing: false, absent: false, left: false, off: false },
};

/** Units that are at the receiving center now, and those that should be and are not. */
async function findHere(engine: AttendanceEngine, queries: Queries, { countyCode, receivingCenterId }: Dispute) {
  const place = { countyCode, centerId: receivingCenterId };
  const { lines, open } = await readCenterDay(engine, queries, place, dayOf(engine.now()));
  const here = new Map(lines.map(({ unitId, state }) => [unitId, isHere[state] ?? null]));
  return (unitId: string): boolean | null => (unitId === receivingCenterId ? open : (here.get(unitId) ?? null));
}

/** The own village or community, where a party's address names it. */
function sharedPlaceOf(engine: AttendanceEngine, { regionCode }: MediatorRow, addresses: readonly string[]) {
  if (regionCode.length < 12) return null;
  const region = engine.reference().network.region(regionCode.slice(0, 12));
  const bare = region?.short.replace(/(村|社区)(委会|民委员会)?$/, '') ?? '';
  return region && bare.length >= 2 && addresses.some((each) => each.includes(bare)) ? region.short : null;
}

/** Facts of duty about everybody who could mediate a dispute. Read as the house, since loads and earlier matters are beyond the asker's sight. */
export async function listCandidates(
  engine: AttendanceEngine,
  queries: Queries,
  dispute: Dispute,
): Promise<Candidate[]> {
  const { countyCode } = dispute;
  const today = dayOf(engine.now());
  const rows = await listMediators(queries, [countyCode], today);
  const [bodies, loads, before, unwanted, away, addresses, hereOf] = await Promise.all([
    listBodies(queries, [countyCode]),
    countLoads(queries, [countyCode]),
    findBefore(
      queries,
      dispute,
      rows.map(({ postId }) => postId),
    ),
    findUnwanted(queries, dispute),
    findAway(queries, countyCode, today),
    listAddresses(queries, dispute),
    findHere(engine, queries, dispute),
  ]);
  const { network } = engine.reference();
  return rows.map((row) => {
    const { postId, name, unitId, skills, fields, termTo, status } = row;
    const body = bodies.find((each) => each.unitId === unitId);
    return {
      ...{ postId, name, unitId, skills, fields, termTo, status, unit: network.unit(unitId)?.short ?? '' },
      ...{ bodyKind: body?.kind ?? null, charges: body?.charges ?? false, load: loads.get(postId) ?? 0 },
      ...{ here: hereOf(unitId), awayUntil: away.get(postId) ?? null },
      ...{ before: before.has(postId), unwanted: unwanted.has(postId) },
      sharedPlace: sharedPlaceOf(engine, row, addresses),
    };
  });
}
