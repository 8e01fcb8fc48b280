import pg from 'pg';

/** All events there are, as one text. */
export async function readEvents(adminUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query('select type, data from matter_event');
  await client.end();
  return JSON.stringify(rows);
}
