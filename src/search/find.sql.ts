import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import type { FoundId, RegionSight, Way } from './asked.ts';
import { termOf } from './terms.ts';

export type Bounds = { before?: string | undefined; limit: number };

/** Above every id there is. */
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** How many of the newest matters are read before the index is asked, over all counties and keys. */
const STEPS = 2_000;

type Row = { found_county: string; found_id: string };
const found = (rows: readonly Row[], way: FoundId['way']): FoundId[] =>
  rows.map((row) => ({ countyCode: row.found_county, id: row.found_id, way }));

/** Ids under the transaction's scope, newest first. Both are questions to one function; the entries are not ours to read. */
export async function findByWay(
  queries: Queries,
  way: Way,
  region: RegionSight,
  stretches: number,
  { before = LAST, limit }: Bounds,
): Promise<FoundId[]> {
  const step = Math.max(limit, Math.ceil(STEPS / Math.max(1, stretches)));
  const { rows } = await sql<Row>`select * from find_matters(${way.kind}, ${way.words}::text[], ${way.terms}::integer[],
    ${region}, ${before}::uuid, ${limit}::integer, ${step}::integer)`.execute(queries);
  return found(rows, way.kind);
}

/** `indexes` are the keyed indexes of the four characters, of each county and kind. */
export async function findByNumber(
  queries: Queries,
  indexes: readonly string[],
  { before = LAST, limit }: Bounds,
): Promise<FoundId[]> {
  const { rows } = await sql<Row>`
    select * from find_numbers(${indexes.map(termOf)}::integer[], ${before}::uuid, ${limit}::integer)`.execute(queries);
  return found(rows, 'number');
}
