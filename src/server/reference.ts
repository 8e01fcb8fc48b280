import type { Calendar } from '../calendar/calendar.ts';
import type { OfficeHours } from '../calendar/office.ts';
import { officeCalendars } from '../calendar/officeHours.ts';
import type { CountyRules } from '../disputes/rules.ts';
import { type Book, countiesOf, networkOf } from '../network/book.ts';
import type { Network } from '../network/lookup.ts';
import { CITY_CODE } from '../network/network.ts';
import { type Directory, makeDirectory } from '../people/directory.ts';
import { type Db, plainly } from '../platform/db.ts';
import { now as clock, type Day, dayOf } from '../platform/now.ts';
import type { Kind } from '../procedures/kind.ts';
import { pinOf } from '../settings/pins.ts';
import { checkedVersions, pickVersion, type SettingVersion } from '../settings/settings.ts';
import { CountyRulesSchema, completed, RULES_KEY } from './countyRules.ts';
import { readReference, referenceStamp } from './reference.sql.ts';

/** What every decision looks things up in: read once, kept in memory, the same for everybody until somebody edits it. */
export type Reference = {
  /** The day whose duty list and posts it holds. */
  readonly day: Day;
  readonly network: Network;
  /** Centers, counters, rooms, presence, and the network as people keep it. */
  readonly book: Book;
  readonly calendar: Calendar;
  /** The calendar with the office hours a county has today, or with those of one of its centers. */
  calendarFor(countyCode: string, centerId?: string): Calendar;
  readonly directory: Directory;
  /** The city first, then its counties. */
  readonly counties: readonly string[];
  /** The version that holds on the day: the county's own newest, else the city's. */
  rulesOn(countyCode: string, day: Day): SettingVersion<CountyRules>;
  /** The rules of today; with a number, the version that a matter is pinned to, but for the ways of the law: those are of today. */
  rulesFor(countyCode: string, version?: number): { readonly rules: CountyRules };
  /** The number by which a matter of this kind keeps today's rules: that since which its own parts are as they are. */
  pinFor(countyCode: string, kind: Pick<Kind, 'rules'>): number;
};

export type ReferenceCache = {
  current(): Reference;
  /** After an edit in this process: what follows sees it. */
  refresh(): Promise<void>;
  /** Reads again if anything has changed, or a new day has begun. */
  check(): Promise<boolean>;
  close(): void;
};

/** Throws when a stored rule does not fit: a server must not work by rules that nobody can read. */
export async function loadReference(db: Db, day: Day = dayOf(clock())): Promise<Reference> {
  const { book, calendar, settings, posts } = await plainly(db, (queries) => readReference(queries, day));
  const versions = checkedVersions(CountyRulesSchema, RULES_KEY, settings.map(completed));
  const pick = (countyCode: string, on: Day, pinned?: number) =>
    pickVersion(versions, CITY_CODE, { countyCode, day: on, pinned });
  // By the hours themselves: counties that share the city's share its calendars.
  const offices = new Map<OfficeHours, ReturnType<typeof officeCalendars>>();
  const calendarFor = (countyCode: string, centerId?: string): Calendar => {
    const { office } = pick(countyCode, day).value;
    const calendars = offices.get(office) ?? officeCalendars(calendar, office);
    offices.set(office, calendars);
    return calendars(centerId);
  };
  return {
    day,
    network: networkOf(book, day),
    book,
    calendar,
    calendarFor,
    directory: makeDirectory(posts),
    counties: countiesOf(book),
    rulesOn: pick,
    // Which ways stay open is said as of today, whatever a matter was opened under.
    rulesFor: (countyCode, pinned) => {
      const today = pick(countyCode, day).value;
      const own = pinned === undefined ? today : pick(countyCode, day, pinned).value;
      return { rules: own === today ? today : { ...own, law: today.law } };
    },
    pinFor: (countyCode, { rules }) => pinOf(pick(countyCode, day), rules),
  };
}

type CacheOptions = {
  readonly now?: () => Date;
  readonly everyMs?: number;
  readonly onError?: (error: unknown) => void;
};

/**
 * One per process. Every 15 seconds one query of some milliseconds asks whether anything differs, so that several servers
 * and what is changed beside them follow. While the database is lost, what is in memory stays.
 */
export async function makeReferenceCache(db: Db, options: CacheOptions = {}): Promise<ReferenceCache> {
  const { now = clock, everyMs = 15_000, onError = () => {} } = options;
  const stampNow = () => plainly(db, referenceStamp);
  // The stamp is taken before the rows: what changes in between makes the next check read again.
  let stamp = await stampNow();
  let held = await loadReference(db, dayOf(now()));
  const refresh = async (known?: string) => {
    const fresh = known ?? (await stampNow());
    held = await loadReference(db, dayOf(now()));
    stamp = fresh;
  };
  const check = async () => {
    const found = await stampNow();
    if (found === stamp && held.day === dayOf(now())) return false;
    await refresh(found);
    return true;
  };
  const timer = setInterval(() => void check().catch(onError), everyMs);
  timer.unref();
  return { current: () => held, refresh: () => refresh(), check, close: () => clearInterval(timer) };
}
