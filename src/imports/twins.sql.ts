import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import type { FieldCrypto } from '../platform/fieldCrypto.ts';
import { DAY } from '../platform/now.ts';
import type { ReadyLine } from './checkLine.ts';
import type { RowResult } from './importViews.ts';
import type { Line } from './readLine.ts';
import type { Run } from './runs.sql.ts';

/** The same people in the same kind of matter within so many days may be the same matter. */
const NEAR_DAYS = 30;

/** By what a row is known again: keyed, so that it says nothing of the people in it. */
export type KnownBy = {
  fingerprint: string;
  numberIndex: string | null;
  twinIndex: string | null;
  openedOn: string | null;
};
/** A row above in this file, or one of another file that waits as well. */
export type Twin = { rowNumber: number; file: string | null };

const normal = (text: string | undefined): string => (text ?? '').normalize('NFKC').replace(/\s/g, '');

export function knownBy(
  crypto: FieldCrypto,
  { countyCode, centerId }: Run,
  { texts, days }: Line,
  ready: ReadyLine | null,
): KnownBy {
  const { applicants, respondents, facts, title, address } = texts;
  const said = [days.openedOn?.day ?? texts.openedOn, applicants, respondents, facts, title, address];
  const number = normal(texts.oldNumber);
  const index = (kind: string, text: string) => crypto.blindIndex(countyCode, kind, `${centerId}\n${text}`);
  const parties = ready?.registration.parties.map(({ side, name }) => `${side}${normal(name)}`).sort() ?? [];
  return {
    fingerprint: index('importRow', [number, ...said.map(normal)].join('\n')),
    numberIndex: number === '' ? null : index('oldNumber', number),
    // One name says little; two people who are at odds, or one in the same kind of matter, say more.
    twinIndex: ready && index('importTwin', [ready.registration.input.categoryCode, ...parties].join('\n')),
    openedOn: days.openedOn?.day ?? null,
  };
}

export type Twins = {
  written(row: KnownBy): boolean;
  numberWritten(row: KnownBy): boolean;
  numberAbove(row: KnownBy): Twin | null;
  waiting(row: KnownBy): Twin | null;
  /** Disputes that rows like this one became, as far as this post sees them. */
  become(row: KnownBy): string[];
  add(row: KnownBy & { line: Line }, result: RowResult): void;
};

type Known = KnownBy & {
  rowNumber: number;
  file: string | null;
  written: boolean;
  own: boolean;
  matterId: string | null;
};

/** Rows of this center that one of these may be the twin of: written before, above in this file, or waiting in another. */
async function listKnown(queries: Queries, run: Run, rows: readonly KnownBy[]): Promise<Known[]> {
  const among = (column: string, values: readonly (string | null)[]) => {
    const asked = [...new Set(values.filter((value) => value !== null))];
    return sql`r.${sql.ref(column)} in (${sql.join(asked.length > 0 ? asked : [''])})`;
  };
  const fingerprint = among(
    'fingerprint',
    rows.map((row) => row.fingerprint),
  );
  const number = among(
    'number_index',
    rows.map(({ numberIndex }) => numberIndex),
  );
  const twin = among(
    'twin_index',
    rows.map(({ twinIndex }) => twinIndex),
  );
  const select = sql`select r.fingerprint, r.number_index as "numberIndex", r.twin_index as "twinIndex", r.opened_on as "openedOn",
    r.row_number as "rowNumber", case when r.run_id <> ${run.id} then u.file_name end as file,
    r.matter_id is not null as written, r.run_id = ${run.id} as own,
    (select m.id from matter m where m.county_code = r.county_code and m.id = r.matter_id) as "matterId"
    from import_row r join import_run u on u.county_code = r.county_code and u.id = r.run_id where r.county_code = ${run.countyCode}`;
  const written = sql`r.matter_id is not null and r.undone_at is null`;
  const waiting = sql`r.matter_id is null and r.center_id = ${run.centerId} and (r.run_id = ${run.id}
    or u.state in ('checked', 'applying') and r.result in ('ready', 'possible'))`;
  const each = [fingerprint, number, twin].flatMap((condition) => [
    sql`${select} and ${written} and ${condition}`,
    sql`${select} and ${waiting} and ${condition}`,
  ]);
  const all = sql.join(each, sql` union `);
  return (await sql<Known>`${all}`.execute(queries)).rows;
}

const dayNumber = (day: string | null): number => (day === null ? Number.NaN : Date.parse(day) / DAY);
const isNear = (one: KnownBy, other: KnownBy): boolean =>
  Math.abs(dayNumber(one.openedOn) - dayNumber(other.openedOn)) <= NEAR_DAYS;

/** Own rows are said first, the topmost of them. */
const first = (found: readonly Known[]): Twin | null => {
  const [best] = found.toSorted((a, b) => Number(b.own) - Number(a.own) || a.rowNumber - b.rowNumber);
  return best ? { rowNumber: best.rowNumber, file: best.file } : null;
};

const keys = ['fingerprint', 'numberIndex', 'twinIndex'] as const;

export async function findTwins(queries: Queries, run: Run, rows: readonly KnownBy[]): Promise<Twins> {
  const known = new Map<string, Known[]>();
  const put = (row: Known) => {
    for (const key of keys) {
      const value = row[key];
      if (value === null) continue;
      const others = known.get(`${key} ${value}`);
      if (others) others.push(row);
      else known.set(`${key} ${value}`, [row]);
    }
  };
  for (const row of await listKnown(queries, run, rows)) put(row);
  const by = (key: (typeof keys)[number], row: KnownBy) => known.get(`${key} ${row[key]}`) ?? [];
  return {
    written: (row) => by('fingerprint', row).some(({ written }) => written),
    numberWritten: (row) => by('numberIndex', row).some(({ written }) => written),
    numberAbove: (row) =>
      first(by('numberIndex', row).filter((each) => each.own && each.fingerprint !== row.fingerprint)),
    waiting: (row) => {
      const near = by('twinIndex', row).filter((each) => isNear(each, row));
      return first([...by('fingerprint', row), ...by('numberIndex', row), ...near].filter(({ written }) => !written));
    },
    become: (row) =>
      by('twinIndex', row).flatMap((each) => (each.matterId !== null && isNear(each, row) ? [each.matterId] : [])),
    add(row, result) {
      if (result === 'same' || result === 'changed') return;
      put({ ...row, rowNumber: row.line.rowNumber, file: null, written: false, own: true, matterId: null });
    },
  };
}
