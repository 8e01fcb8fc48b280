import type pg from 'pg';
import type { Finding } from './source.ts';

export type SchemaRule = { readonly sentence: string; readonly sql: string };

const county = `(select attnum from pg_attribute where attrelid = t.oid and attname = 'county_code')`;

/** Each selects the names of what offends. `tables` holds every table with its kind of `topology`, or null. */
export const keyRules: readonly SchemaRule[] = [
  {
    sentence: 'topology names every table, and only tables that exist',
    sql: `select name from tables t where kind is null and name <> 'migration'
      union all select table_name from topology where to_regclass(table_name) is null`,
  },
  {
    sentence: 'a distributed table has county_code text not null',
    sql: `select name from tables t where kind = 'distributed' and not exists (select from pg_attribute
      where attrelid = t.oid and attname = 'county_code' and attnotnull and atttypid = 'text'::regtype)`,
  },
  {
    sentence: 'county_code comes first in the primary key of a distributed table',
    sql: `select name from tables t where kind = 'distributed' and not exists (select from pg_constraint
      where conrelid = t.oid and contype = 'p' and conkey[1] = ${county})`,
  },
  {
    sentence: 'a unique or exclusion index of a distributed table contains county_code',
    sql: `select i.indexrelid::regclass::text as name from pg_index i join tables t on t.oid = i.indrelid
      where kind = 'distributed' and (i.indisunique or i.indisexclusion) and not ${county} = any (i.indkey::int2[])`,
  },
  {
    sentence: 'a foreign key to a distributed table pairs county_code with county_code',
    sql: `select c.conname as name from pg_constraint c join tables t on t.oid = c.conrelid join tables f on f.oid = c.confrelid
      where contype = 'f' and f.kind = 'distributed' and not (t.kind = 'distributed' and exists (
        select from generate_subscripts(c.conkey, 1) k where c.conkey[k] = ${county} and c.confkey[k] = (
          select attnum from pg_attribute where attrelid = f.oid and attname = 'county_code')))`,
  },
  {
    sentence: 'a distributed table refers to distributed and reference tables only',
    sql: `select c.conname as name from pg_constraint c join tables t on t.oid = c.conrelid join tables f on f.oid = c.confrelid
      where contype = 'f' and t.kind = 'distributed' and f.kind = 'local'`,
  },
  {
    sentence: 'a foreign key is not ON DELETE SET NULL or SET DEFAULT',
    sql: `select conname as name from pg_constraint where contype = 'f' and confdeltype in ('n', 'd')`,
  },
  {
    sentence: 'there are no triggers',
    sql: `select tgname as name from pg_trigger join tables t on t.oid = tgrelid where not tgisinternal`,
  },
];

const tables = `with tables as (select c.oid, c.relname::text as name, k.kind, c.relrowsecurity, c.relforcerowsecurity
  from pg_class c left join topology k on k.table_name = c.relname
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p'))`;

export async function schemaFindings(client: pg.Client, rules: readonly SchemaRule[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { sentence, sql } of rules) {
    const { rows } = await client.query<{ name: string }>(`${tables} ${sql}`);
    findings.push(...rows.map(({ name }) => ({ file: name, line: 0, rule: 'schema', sentence })));
  }
  return findings;
}
