import type pg from 'pg';

const head = `import type { ColumnType, InsertType, SelectType, UpdateType } from 'kysely';

// biome-ignore-all format: written from the migrated database by \`node bin/run.mjs bin/schema.ts\`, never by hand
type Time = ColumnType<Date, Date | string, Date | string>;
type Json = ColumnType<unknown, string, string>;
/** The database has a value for it when none is given. */
type Given<T> = ColumnType<SelectType<T>, InsertType<T> | undefined, UpdateType<T>>;

`;

type Column = { table: string; name: string; type: string; required: boolean; given: boolean; allowed: string | null };
type View = { view: string; table: string; without: string[] };

const columns = `select c.relname::text as table, a.attname::text as name, format_type(a.atttypid, null) as type,
    a.attnotnull as required, a.atthasdef as given,
    (select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = c.oid and k.conkey = array[a.attnum]
      and pg_get_constraintdef(k.oid) ~ '^CHECK \\(\\(\\w+ = ANY \\(ARRAY\\[''') as allowed
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migration'
  order by c.relname, a.attnum`;

/** A view of one table beside the matter. What joins more of them is read by SQL text, with types of its own. */
const views = `with names as (select attrelid, array_agg(attname::text order by attnum) as names from pg_attribute
    where attnum > 0 and not attisdropped group by attrelid)
  select distinct v.relname::text as view, t.relname::text as table,
    array(select unnest(n.names) except select unnest(o.names)) as without
  from pg_class v join pg_rewrite r on r.ev_class = v.oid join pg_depend d on d.objid = r.oid
  join pg_class t on t.oid = d.refobjid and t.relkind in ('r', 'p') and t.relname <> 'matter'
  join names o on o.attrelid = v.oid join names n on n.attrelid = t.oid and n.names @> o.names
  where v.relnamespace = 'public'::regnamespace and v.relkind = 'v' order by view`;

const ours: Readonly<Record<string, string>> = {
  ...{ text: 'string', uuid: 'string', date: 'string', 'time without time zone': 'string', numeric: 'string' },
  ...{ smallint: 'number', integer: 'number', bigint: 'number', boolean: 'boolean' },
  ...{ jsonb: 'Json', 'timestamp with time zone': 'Time' },
};

function typeOf({ type, required, given, allowed }: Column): string {
  const values = [...(allowed ?? '').matchAll(/'(\w+)'::text/g)].map(([, value]) => `'${value}'`).join(' | ');
  const item = values || (ours[type.replace('[]', '')] ?? `'no type of ours for ${type}'`);
  const own = `${item}${type.endsWith('[]') ? '[]' : ''}${required ? '' : ' | null'}`;
  return given ? `Given<${own}>` : own;
}

const typeName = (table: string): string => `${table.replace(/(?:^|_)(.)/g, (_, first) => first.toUpperCase())}Table`;

/** The table types of src/platform/schema.ts as they follow from the database. */
export async function schemaText(client: pg.Client): Promise<string> {
  const tables = Map.groupBy((await client.query<Column>(columns)).rows, ({ table }) => table);
  const seen = (await client.query<View>(views)).rows;
  const own = [...tables].map(([table, rows]) => {
    const lines = rows.map((column) => `  ${column.name}: ${typeOf(column)};\n`);
    return `export type ${typeName(table)} = {\n${lines.join('')}};\n\n`;
  });
  const names = [...tables.keys()].map((table) => `  ${table}: ${typeName(table)};\n`);
  const shown = seen.map(({ view, table, without }) => {
    const left = without.map((name) => `'${name}'`).join(' | ');
    return `  ${view}: ${left ? `Omit<${typeName(table)}, ${left}>` : typeName(table)};\n`;
  });
  return `${head}${own.join('')}export type Schema = {\n${names.join('')}${shown.join('')}};\n`;
}
