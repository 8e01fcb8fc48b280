import { plainly } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import type { Http } from '../platform/http.ts';
import { dayOf } from '../platform/now.ts';
import { listDemoPosts } from './demoLogins.sql.ts';
import { demoLoginsOf } from './demoLogins.ts';

/** Who can be tried out. The address exists in demo mode only. */
export function demoLoginRoutes(app: Http, deps: Deps): void {
  if (deps.config.mode !== 'demo') return;
  const schema = { tags: ['登录 sessions'], summary: '演示账号（只在演示模式）', security: [] };
  app.get('/api/demo-logins', { schema }, async () => {
    const posts = await plainly(deps.db, (queries) => listDemoPosts(queries, dayOf(deps.now())));
    return demoLoginsOf(posts);
  });
}
