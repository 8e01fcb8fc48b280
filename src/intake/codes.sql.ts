import type { Db } from '../platform/db.ts';
import { makeCode } from '../platform/disputeCode.ts';
import { dayOf, yearOf } from '../platform/now.ts';
import { nextSerial } from '../platform/serials.sql.ts';

/** The next code of a county and year. */
export async function nextCode(db: Db, countyCode: string, now: Date): Promise<string> {
  const year = yearOf(dayOf(now));
  return makeCode(countyCode, year, await nextSerial(db, countyCode, year));
}
