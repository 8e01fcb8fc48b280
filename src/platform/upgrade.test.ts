import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attempt } from './embedded/server.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { appUrl, migrate } from './migrate.ts';

// Row security is forced on the owner of the tables too: a migration that copies rows may see none, and say nothing of it.

let server: EmbeddedPostgres;
let dir: string;

beforeAll(async () => {
  server = await startEmbeddedPostgres({ dataDir: '', ephemeral: true });
  dir = mkdtempSync(join(tmpdir(), 'fengqiao-upgrade-'));
});
afterAll(async () => {
  await server.stop();
  rmSync(dir, { recursive: true });
});

const migrations = join(import.meta.dirname, '../../migrations');

/** A database as a release before this file left it. */
async function installed(name: string, last: string): Promise<string> {
  for (const file of readdirSync(migrations).filter((each) => each < last))
    cpSync(join(migrations, file), join(dir, file));
  await attempt(server.adminUrl(), (client) => client.query(`create database ${name}`));
  const url = server.adminUrl(name);
  await migrate(url, { dir });
  return url;
}

const insertDispute = (client: pg.Client, n: number) =>
  client.query(
    `with m as (insert into matter (county_code, id, kind, code, status, title, category_code, region_code, receiving_center_id,
        seen_by, opened_at, updated_at)
      values ('140106', gen_random_uuid(), 'dispute', $1::text, 'accepted', '漏水', '02', '140106004', '140106-center', '{system}', now(), now())
      returning county_code, id)
    insert into dispute (county_code, matter_id, source, facts, willing, first_contact_unit_id)
    select county_code, id, 'walkIn', '事实', 'yes', '140106-center' from m`,
    [String(n)],
  );

const count = async (url: string, table: string, what = 'matter_id'): Promise<number> => {
  const { rows } = await attempt(appUrl(url), async (client) => {
    await client.query(
      "select set_config('app.counties', '140106', false), set_config('app.viewers', 'system', false)",
    );
    return client.query(`select count(distinct ${what})::int as n from ${table}`);
  });
  return rows[0]?.n;
};

test('disputes and visits that stood before are counted and listed after an upgrade', async () => {
  const url = await installed('before_figures', '0065');
  await attempt(url, async (client) => {
    for (const n of [1, 2, 3]) await insertDispute(client, n);
    await client.query(`insert into visit (county_code, id, center_id, owner, at, post_id, service, head_count)
      values ('140106', gen_random_uuid(), '140106-center', 'c:140106-center', now(), gen_random_uuid(), 'mediation', 2)`);
  });
  await migrate(url);
  expect([await count(url, 'figure_change'), await count(url, 'listed_dispute')]).toEqual([3, 3]);
  expect(await count(url, 'visit_change', 'center_id')).toBe(1);
});
