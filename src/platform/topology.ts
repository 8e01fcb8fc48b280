import type pg from 'pg';

type Entry = { readonly table_name: string; readonly kind: 'distributed' | 'reference' | 'local' };

async function exists(client: pg.Client, query: string): Promise<boolean> {
  return Boolean((await client.query(query)).rowCount);
}

/** The tables that Citus does not know yet, reference tables first, then by position. */
async function pending(client: pg.Client): Promise<Entry[]> {
  const { rows } = await client.query<Entry>(
    `select t.table_name, t.kind from topology t
     left join pg_dist_partition p on p.logicalrelid = t.table_name::regclass
     where t.kind <> 'local' and p.logicalrelid is null
     order by t.kind = 'distributed', t.position`,
  );
  return rows;
}

/**
 * Hands the tables named in `topology` to Citus. Without the extension, one server holds everything and nothing
 * is done. Settings with SET LOCAL reach the shards only with citus.propagate_set_commands.
 */
export async function distribute(client: pg.Client, log?: (line: string) => void): Promise<void> {
  if (!(await exists(client, "select from pg_extension where extname = 'citus'"))) return;
  if (!(await exists(client, "select where to_regclass('topology') is not null"))) return;
  for (const { table_name, kind } of await pending(client)) {
    if (kind === 'reference') await client.query('select create_reference_table($1)', [table_name]);
    else await client.query("select create_distributed_table($1, 'county_code')", [table_name]);
    log?.(`Citus: ${table_name} ${kind}`);
  }
}
