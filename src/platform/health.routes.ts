import type { Deps } from './deps.ts';
import { listAppliedMigrations } from './health.sql.ts';
import type { Http } from './http.ts';
import { readMigrations } from './migrate.ts';
import { refuse } from './refusal.ts';

/** /healthz: this process lives. /readyz: it can also work, so a proxy may send people here. */
export function healthRoutes(app: Http, deps: Deps): void {
  const needed = readMigrations().map(({ name }) => name);
  const schema = { hide: true };
  app.get('/healthz', { schema }, async () => ({ alive: true }));
  app.get('/readyz', { schema }, async () => {
    const applied = await listAppliedMigrations(deps.db);
    if (!needed.every((name) => applied.has(name)))
      refuse('unavailable', 'notMigrated', '数据库还没有升级到这个版本。');
    return { ready: true };
  });
}
