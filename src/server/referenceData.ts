import pg from 'pg';
import { notices, publishedYearOf, specialDaysOf } from '../calendar/notices.ts';
import { defaultCountyRules, yingzeRules } from '../disputes/defaultRules.ts';
import { shippedBook } from '../network/data/shippedBook.ts';
import { CITY_CODE } from '../network/network.ts';
import { allRows } from '../network/rows.ts';
import { RULES_KEY } from './countyRules.ts';

type Rows = { readonly table: string; readonly rows: readonly object[] };

/** Before any matter of an installation can have been opened. */
const RULES_FROM = '2025-01-01';

/** The rows travel as one JSON text, in which a JSON column is no text of its own. */
const plainJson = (row: object): object =>
  'facts' in row ? { ...row, facts: JSON.parse(String(row.facts)) as object } : row;

function networkRows(): Rows[] {
  const byTable = Map.groupBy(allRows(shippedBook()), ({ table }) => table);
  return [...byTable].map(([table, rows]) => ({ table, rows: rows.map(({ row }) => plainJson(row)) }));
}

/** A year that is there has been read or edited by people: none of its days is put back. */
function calendarRows(there: ReadonlySet<number>): Rows[] {
  const missing = notices.filter(({ year }) => !there.has(year));
  if (missing.length === 0) return [];
  const years = missing.map((notice) => {
    // 国办2025-11-04: the notice is cited by the day it came out.
    const published_on = /\d{4}-\d{2}-\d{2}/.exec(notice.source)?.[0] ?? null;
    return { ...publishedYearOf(notice), published_on };
  });
  const days = missing.flatMap((notice) => specialDaysOf(notice).map((day) => ({ ...day, year: notice.year })));
  return [
    { table: 'calendar_year', rows: years },
    { table: 'calendar_day', rows: days },
  ];
}

function ruleRows(): Rows[] {
  const version = { key: RULES_KEY, version: 1, effective_from: RULES_FROM, author_id: null, created_at: RULES_FROM };
  const city = { county_code: CITY_CODE, value: defaultCountyRules, basis: '系统缺省，待市里确认' };
  const yingze = { county_code: '140106', value: yingzeRules, basis: '系统缺省（反馈、办结按工作日），待区里确认' };
  return [{ table: 'setting_version', rows: [city, yingze].map((rules) => ({ ...version, ...rules })) }];
}

async function insertMissing(client: pg.ClientBase, { table, rows }: Rows): Promise<number> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  const { rowCount } = await client.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
  return rowCount ?? 0;
}

async function insertAll(client: pg.ClientBase): Promise<{ inserted: number }> {
  let inserted = 0;
  await client.query('begin; set local role fengqiao_owner');
  try {
    const { rows } = await client.query<{ year: number }>('select year from calendar_year');
    const there = new Set(rows.map(({ year }) => year));
    for (const each of [...networkRows(), ...calendarRows(there), ...ruleRows()])
      inserted += await insertMissing(client, each);
    await client.query('commit');
    return { inserted };
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

/**
 * What a migrated database starts with: the network, the calendar, the default rules. Adds what is missing and never
 * touches a row that is there, so it runs at every start; what people edited stays as they left it.
 */
export async function loadReferenceData(admin: string | pg.ClientBase): Promise<{ inserted: number }> {
  if (typeof admin !== 'string') return insertAll(admin);
  const client = new pg.Client({ connectionString: admin });
  client.on('error', () => {});
  await client.connect();
  try {
    return await insertAll(client);
  } finally {
    await client.end();
  }
}
