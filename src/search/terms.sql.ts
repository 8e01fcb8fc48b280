import { sql } from 'kysely';
import type { MatterKey } from '../matters/record.sql.ts';
import { type Queries, record, recordRows, type Tx } from '../platform/db.ts';
import { entryOf, TERMS_VERSION, type Words } from './terms.ts';

function columnsOf(words: Words) {
  const entry = entryOf(words);
  return {
    code_text: entry.codes,
    place_text: entry.place,
    ledger_text: entry.ledger,
    facts_text: entry.facts,
    terms: entry.terms,
    open_terms: entry.openTerms,
    numbers: entry.numbers,
    built: TERMS_VERSION,
  };
}

/** What a new matter is found by, from the commit that opens it. */
export const recordNewTerms = (tx: Tx, key: MatterKey, words: Words): void =>
  recordRows(tx, 'search_entry', [{ county_code: key.countyCode, matter_id: key.id, ...columnsOf(words) }]);

/**
 * Replaces what a matter is found by, in the transaction of whatever changed it: found at once, and by the old words until
 * the new ones are there. Values, not `excluded`: the columns are not ours to read.
 */
export function recordTerms(tx: Tx, { countyCode, id }: MatterKey, words: Words): void {
  const values = columnsOf(words);
  const row = { county_code: countyCode, matter_id: id, ...values };
  const upsert = tx
    .insertInto('search_entry')
    .values(row)
    .onConflict((conflict) => conflict.columns(['county_code', 'matter_id']).doUpdateSet(values));
  record(tx, upsert);
}

/** Matters of one kind in a county that an earlier version wrote down, or nobody yet; the newest first. */
export async function listUnbuilt(queries: Queries, countyCode: string, kind: string, before: string, limit: number) {
  const { rows } = await sql<{ id: string; code: string }>`
    select m.id, m.code from matter m
    left join search_entry e on e.county_code = m.county_code and e.matter_id = m.id
    where m.county_code = ${countyCode} and m.kind = ${kind} and m.id < ${before}::uuid
      and coalesce(e.built, 0) <> ${TERMS_VERSION}
    order by m.id desc limit ${limit}`.execute(queries);
  return rows;
}
