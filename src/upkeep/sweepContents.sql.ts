import { type RawBuilder, sql } from 'kysely';
import type { Ended } from '../backups/outcome.ts';
import { systemActor } from '../platform/actor.ts';
import { type Db, reading } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';

/**
 * Every place where a row names a stored content. What no row names for a day is removed: whoever puts contents somewhere new
 * adds a line here, and a test asks for it.
 */
const named: readonly RawBuilder<{ sha256: string | null }>[] = [
  sql`select sha256 from visible_matter_file`,
  sql`select sha256 from upload`,
  sql`select sha256 from clue_file`,
  sql`select sha256 from scan_file`,
  sql`select picture_sha256 as sha256 from scan_page`,
  sql`select small_sha256 as sha256 from scan_page`,
  sql`select file_sha256 as sha256 from import_run`,
  sql`select sha256 from report_form_version`,
  sql`select sha256 from report_fill`,
  sql`select file ->> 'sha256' as sha256 from ledger_output, jsonb_array_elements(files) file where removed_at is null`,
  // Results of long work: the list behind a rehearsal, the bundle of paper for an outage.
  sql`select (regexp_matches(result::text, '[0-9a-f]{64}', 'g'))[1] as sha256 from job where result is not null`,
];

async function everyCounty(db: Db): Promise<string[]> {
  return reading(db, systemActor([]), async (queries) =>
    (await queries.selectFrom('region').select('county_code').distinct().execute()).map((row) => row.county_code),
  );
}

/** Digests that some row of the house names. Row security shows the house all of them. */
export async function namedContents(db: Db): Promise<Set<string>> {
  const house = systemActor(await everyCounty(db));
  const found = new Set<string>();
  for (const query of named)
    for (const { sha256 } of await reading(db, house, async (queries) => (await query.execute(queries)).rows))
      if (sha256 !== null) found.add(sha256);
  return found;
}

const DAY = 86_400_000;

/**
 * Removes what nobody names any more, a day after it was put; until then its row may still be on its way. Contents that are
 * named and not there are told: they are fetched from a backup by hand.
 */
export async function sweepContents({ db, files, now }: Pick<Deps, 'db' | 'files' | 'now'>): Promise<Ended> {
  const before = new Date(now().getTime() - DAY);
  await files.clearUnfinished(before);
  const stored = new Map<string, Date>();
  for await (const { sha256, putAt } of files.list()) stored.set(sha256, putAt);
  // Asked after the look at the disk: a row that came since names a content that is new.
  const wanted = await namedContents(db);
  const idle = [...stored].filter(([sha256, putAt]) => putAt < before && !wanted.has(sha256));
  let gone = 0;
  for (const [sha256] of idle) gone += Number(await files.removeOlder(sha256, before));
  const lost = [...wanted].filter((sha256) => !stored.has(sha256));
  if (lost.length === 0) return { outcome: 'done', said: gone > 0 ? `没人提到的 ${gone} 份已删。` : '' };
  return {
    outcome: 'failed',
    said: `${lost.length} 份附件登记里有、磁盘上没有。请从备份里取回来（docs/operations.md）。`,
  };
}
