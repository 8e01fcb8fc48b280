import pg from 'pg';
import { startBroker } from '../src/platform/testing/broker.ts';
import { schemaText } from './schema-types.ts';
import type { Finding, Source } from './source.ts';

export const schemaFile = 'src/platform/schema.ts';

/** The catalogue as the migrations leave it, in a database of its own. */
export async function withMigrated<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const broker = await startBroker();
  try {
    const client = new pg.Client({ connectionString: await (await fetch(`${broker.url}/copy`)).text() });
    await client.connect();
    return await work(client).finally(() => client.end());
  } finally {
    await broker.close();
  }
}

/** The first line of the table types that the database would write otherwise. */
export async function schemaFresh(client: pg.Client, sources: readonly Source[]): Promise<Finding[]> {
  const says = sources.find(({ path }) => path === schemaFile)?.text.split('\n') ?? [];
  const would = (await schemaText(client)).split('\n');
  const index = would.findIndex((line, at) => line !== says[at]);
  if (index < 0 && says.length === would.length) return [];
  const line = index < 0 ? would.length : index + 1;
  const sentence = `says “${says[line - 1]?.trim()}”, the database “${would[line - 1]?.trim()}”: node bin/run.mjs bin/schema.ts writes it anew`;
  return [{ file: schemaFile, line, rule: 'schema', sentence }];
}
