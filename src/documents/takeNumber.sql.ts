import type { Tx } from '../platform/db.ts';

export type Series = { countyCode: string; officeId: string; series: string; year: number };

/**
 * The next number (of several the last; they follow one another) of an office's series in a year. The row stays locked until the commit, so that a number is either on a
 * paper or was never given; offices wait for nobody but themselves.
 */
export async function takeNumber(tx: Tx, { countyCode, officeId, series, year }: Series, count = 1): Promise<number> {
  const row = await tx
    .insertInto('doc_number')
    .values({ county_code: countyCode, office_id: officeId, series, year, last_number: count })
    .onConflict((conflict) =>
      conflict
        .columns(['county_code', 'office_id', 'series', 'year'])
        .doUpdateSet((eb) => ({ last_number: eb('doc_number.last_number', '+', count) })),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow();
  return row.last_number;
}
