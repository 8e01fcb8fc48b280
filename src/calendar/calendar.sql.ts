import { type Queries, record, type Tx } from '../platform/db.ts';
import { type Calendar, makeCalendar, type PublishedYear, type SpecialDay } from './calendar.ts';

/** The installation's own calendar: every published year with its days. */
export async function loadCalendar(queries: Queries): Promise<Calendar> {
  const years = await queries.selectFrom('calendar_year').select(['year', 'version', 'source']).execute();
  const days = await queries.selectFrom('calendar_day').select(['day', 'kind', 'name']).orderBy('day').execute();
  return makeCalendar(years, days);
}

/** The version of a year that is stored, 0 without; locked until the transaction ends. */
export async function lockCalendarYear(tx: Tx, year: number): Promise<number> {
  const row = await tx
    .selectFrom('calendar_year')
    .select('version')
    .where('year', '=', year)
    .forUpdate()
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** Puts a year's days in the place of those that were there. */
export function recordCalendarYear(
  tx: Tx,
  { year, version, source, publishedOn }: PublishedYear & { publishedOn: string | null },
  days: readonly SpecialDay[],
): void {
  const facts = { version, source, published_on: publishedOn };
  record(
    tx,
    tx
      .insertInto('calendar_year')
      .values({ year, ...facts })
      .onConflict((conflict) => conflict.column('year').doUpdateSet(facts)),
  );
  record(tx, tx.deleteFrom('calendar_day').where('year', '=', year));
  record(tx, tx.insertInto('calendar_day').values(days.map(({ day, kind, name }) => ({ day, year, kind, name }))));
}
