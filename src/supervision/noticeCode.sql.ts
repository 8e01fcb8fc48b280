import type { Db } from '../platform/db.ts';
import { dayOf, yearOf } from '../platform/now.ts';
import { nextSerial } from '../platform/serials.sql.ts';

/** Supervision notices are matters numbered apart: DB + county + year + six digits. The paper's own number is another. */
export async function nextNoticeCode(db: Db, countyCode: string, now: Date): Promise<string> {
  const year = yearOf(dayOf(now));
  const serial = await nextSerial(db, `${countyCode}DB`, year);
  return `DB${countyCode}${String(year % 100).padStart(2, '0')}${String(serial).padStart(6, '0')}`;
}
