import { inject } from 'vitest';
import { appUrl } from '../migrate.ts';

export type TestDatabase = {
  /** As the owner of everything, past row-level security: to look at what was recorded. */
  readonly adminUrl: string;
  /** As the application logs in. */
  readonly appUrl: string;
  drop(): Promise<void>;
};

async function ask(path: string): Promise<string> {
  const response = await fetch(inject('databaseBroker') + path);
  const text = await response.text();
  if (response.ok) return text;
  throw new Error(`${path}: ${text}`);
}

/** What browsers load, built from the sources as they are. */
export async function builtWeb(): Promise<void> {
  await ask('/web');
}

/** A database of one's own: migrated, with the reference data. Ask once in `beforeAll`, drop in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const adminUrl = await ask('/copy');
  const name = new URL(adminUrl).pathname.slice(1);
  return {
    adminUrl,
    appUrl: appUrl(adminUrl),
    drop: async () => {
      await ask(`/drop/${name}`);
    },
  };
}
