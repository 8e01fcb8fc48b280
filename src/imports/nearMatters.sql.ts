import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import type { FieldCrypto } from '../platform/fieldCrypto.ts';
import { DAY } from '../platform/now.ts';
import type { LineCheck } from './checkLine.ts';
import type { Run } from './runs.sql.ts';

/** The same people in the same kind of dispute within so many days may be the same dispute. */
const NEAR_DAYS = 30;

type Near = { index: string; matterId: string; categoryCode: string; openedAt: Date };

/** Disputes of the same people that this post may see; what is kept from it is not hinted at either. */
export async function findNear(
  queries: Queries,
  crypto: FieldCrypto,
  run: Run,
  rows: readonly Pick<LineCheck, 'ready'>[],
) {
  const indexes = (kind: 'phone' | 'idNumber', row: Pick<LineCheck, 'ready'>) =>
    (row.ready?.registration.parties ?? []).flatMap((party) =>
      party[kind] === '' ? [] : [crypto.blindIndex(run.countyCode, kind, party[kind])],
    );
  const look = async (kind: 'phone' | 'idNumber', column: 'phone_index' | 'id_number_index'): Promise<Near[]> => {
    const asked = [...new Set(rows.flatMap((row) => indexes(kind, row)))];
    if (asked.length === 0) return [];
    const { rows: found } = await sql<Near>`
      select p.${sql.ref(column)} as index, m.id as "matterId", m.category_code as "categoryCode", m.opened_at as "openedAt"
      from visible_party p join matter m on m.county_code = p.county_code and m.id = p.matter_id
      where p.county_code = ${run.countyCode} and p.${sql.ref(column)} in (${sql.join(asked)}) limit 2000`.execute(
      queries,
    );
    return found;
  };
  const near = Map.groupBy(
    [...(await look('phone', 'phone_index')), ...(await look('idNumber', 'id_number_index'))],
    (each) => each.index,
  );
  return (row: Pick<LineCheck, 'ready'>): string[] => {
    const { ready } = row;
    if (!ready) return [];
    const all = [...indexes('phone', row), ...indexes('idNumber', row)].flatMap((index) => near.get(index) ?? []);
    const like = all.filter(
      ({ categoryCode, openedAt }) =>
        categoryCode === ready.registration.input.categoryCode &&
        Math.abs(openedAt.getTime() - ready.openedAt.getTime()) <= NEAR_DAYS * DAY,
    );
    return [...new Set(like.map(({ matterId }) => matterId))].slice(0, 5);
  };
}
