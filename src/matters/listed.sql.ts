import type { Insertable } from 'kysely';
import { recordRows, recordText, type Tx } from '../platform/db.ts';
import type { ListedDisputeTable } from '../platform/schema.ts';
import type { Listed } from './listed.ts';

type Key = { countyCode: string; id: string };
type Columns = Readonly<Record<string, unknown>>;

/** An empty list is nothing: the row is short that way. */
const short = (value: unknown): unknown => (Array.isArray(value) && value.length === 0 ? null : value);

const pick = ({ columns }: Listed, changed: Columns): [string, unknown][] =>
  Object.entries(changed).flatMap(([name, value]) =>
    columns.has(name) && value !== undefined ? [[name, short(value)] as [string, unknown]] : [],
  );

export function recordFirstListed(tx: Tx, listed: Listed, { countyCode, id }: Key, columns: Columns): void {
  const row = { county_code: countyCode, matter_id: id, ...Object.fromEntries(pick(listed, columns)) };
  recordRows(tx, listed.table, [row as Insertable<ListedDisputeTable>]);
}

/** By what it sets: the statement is written with every event. */
const texts = new Map<string, string>();

export function recordListed(tx: Tx, listed: Listed, { countyCode, id }: Key, changed: Columns): void {
  const set = pick(listed, changed);
  const names = set.map(([name]) => name);
  const known = `${listed.table} ${names.join()}`;
  const text =
    texts.get(known) ??
    `update ${listed.table} set ${names.map((name, at) => `${name} = $${at + 3}`).join(', ')} where county_code = $1 and matter_id = $2`;
  texts.set(known, text);
  recordText(tx, text, [countyCode, id, ...set.map(([, value]) => value)]);
}

/** The whole rows, as their matters stand. */
export function recordListedAnew(tx: Tx, { anew }: Listed, countyCode: string, ids: readonly string[]): void {
  recordText(tx, `select ${anew}($1, $2)`, [countyCode, [...ids]]);
}
