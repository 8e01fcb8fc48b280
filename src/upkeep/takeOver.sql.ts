import pg from 'pg';
import { StartupProblem } from '../platform/startup-problem.ts';

/** The network, its calendar and its rules; no people, no log-ins, no matters. In the order in which they name each other. */
const taken = [
  ...['region', 'unit', 'center', 'counter', 'room', 'presence', 'category', 'duty_entry'],
  ...['calendar_year', 'calendar_day', 'calendar_version', 'setting_version'],
] as const;
/** Who did it there is nobody here. */
const nobody = ['author_id', 'author_post_id', 'approver_id', 'approver_post_id', 'published_by', 'run_id'];

type Row = Readonly<Record<string, unknown>>;
const name = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;

async function columnsOf(client: pg.Client, table: string): Promise<{ all: string[]; key: string[] }> {
  const { rows } = await client.query<{ column: string; key: boolean }>(
    `select a.attname as column, coalesce(a.attnum = any (i.indkey), false) as key
     from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [table],
  );
  return { all: rows.map(({ column }) => column), key: rows.filter(({ key }) => key).map(({ column }) => column) };
}

async function write(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  const { all, key } = await columnsOf(client, table);
  const changed = all
    .filter((column) => !key.includes(column))
    .map((column) => `${name(column)} = excluded.${name(column)}`);
  const otherwise = changed.length > 0 ? `do update set ${changed.join(', ')}` : 'do nothing';
  await client.query(
    `insert into ${name(table)} select * from jsonb_populate_recordset(null::${name(table)}, $1)
     on conflict (${key.map(name).join(', ')}) ${otherwise}`,
    [JSON.stringify(rows)],
  );
}

async function read(client: pg.Client, table: string): Promise<Row[]> {
  const { rows } = await client.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from ${name(table)} t`,
  );
  return rows.map(({ row }) =>
    Object.fromEntries(Object.entries(row).map(([column, value]) => [column, nobody.includes(column) ? null : value])),
  );
}

const migrationsOf = async (client: pg.Client): Promise<string> =>
  (await client.query<{ all: string }>(`select string_agg(name, ',' order by name) as all from migration`)).rows[0]
    ?.all ?? '';

async function refuseUnfit(from: pg.Client, to: pg.Client): Promise<void> {
  if ((await migrationsOf(from)) !== (await migrationsOf(to)))
    throw new StartupProblem(
      '两边的数据库不是同一版。请用同一版程序各启动一次，再来。',
      'The two databases are not of one version. Start each once with this program, then try again.',
    );
  const { rowCount } = await to.query('select from matter limit 1');
  if (rowCount)
    throw new StartupProblem(
      '正式的数据库里已有办件，机构和规则不再整体换：请在「机构」「规则」页上改。',
      'The production database holds matters already: change network and rules on their pages.',
    );
}

/** Carries what was set up in one house into another that is still empty, in one transaction. Answers rows by table. */
export async function takeOver(fromUrl: string, toUrl: string): Promise<Record<string, number>> {
  const from = new pg.Client({ connectionString: fromUrl });
  const to = new pg.Client({ connectionString: toUrl });
  await Promise.all([from.connect(), to.connect()]);
  try {
    await refuseUnfit(from, to);
    const counts: Record<string, number> = {};
    await to.query('begin; set local role fengqiao_owner');
    for (const table of taken) {
      const rows = await read(from, table);
      await write(to, table, rows);
      counts[table] = rows.length;
    }
    await to.query('commit');
    return counts;
  } finally {
    await Promise.all([from.end(), to.end()]);
  }
}
