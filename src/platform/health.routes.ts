import type { Deps } from './deps.ts';
import { listAppliedMigrations } from './health.sql.ts';
import type { Http } from './http.ts';
import { readMigrations } from './migrate.ts';
import { pulseOf } from './pulse.ts';
import { refuse } from './refusal.ts';

/** /healthz: this process and its database live. /readyz: it can also work, so a proxy may send people here. */
export function healthRoutes(app: Http, deps: Deps): void {
  const needed = readMigrations().map(({ name }) => name);
  const schema = { hide: true };
  const pulse = pulseOf(deps.db.url);
  app.addHook('onClose', () => pulse.close());
  app.get('/healthz', { schema }, async () => {
    if (!(await pulse.beats())) refuse('unavailable', 'databaseLost', '数据库暂时连不上。');
    return { alive: true };
  });
  app.get('/readyz', { schema }, async () => {
    const applied = await listAppliedMigrations(deps.db);
    if (!needed.every((name) => applied.has(name)))
      refuse('unavailable', 'notMigrated', '数据库还没有升级到这个版本。');
    return { ready: true };
  });
}
