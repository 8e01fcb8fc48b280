import type { Db, Tx } from '../platform/db.ts';
import { dayOf, yearOf } from '../platform/now.ts';
import { nextSerial } from '../platform/serials.sql.ts';

/** Supervision notices are matters numbered apart: DB + county + year + six digits. The paper's own number is another. */
export async function nextNoticeCode(db: Db, countyCode: string, now: Date): Promise<string> {
  const year = yearOf(dayOf(now));
  const serial = await nextSerial(db, `${countyCode}DB`, year);
  return `DB${countyCode}${String(year % 100).padStart(2, '0')}${String(serial).padStart(6, '0')}`;
}

const SERIES = '综督';

/**
 * The next number of an office in a year. The row stays locked until the commit, so that a number is either on a paper
 * or was never given; offices wait for nobody but themselves.
 */
export async function takeNumber(tx: Tx, countyCode: string, officeId: string, year: number): Promise<number> {
  const row = await tx
    .insertInto('doc_number')
    .values({ county_code: countyCode, office_id: officeId, series: SERIES, year, last_number: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['county_code', 'office_id', 'series', 'year'])
        .doUpdateSet((eb) => ({ last_number: eb('doc_number.last_number', '+', 1) })),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow();
  return row.last_number;
}
