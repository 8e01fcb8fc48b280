import { CITY_CODE } from '../network/network.ts';
import { command, plainly } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import type { Http } from '../platform/http.ts';
import { refuseOtherCounty } from './administer.ts';
import { noScope } from './login.sql.ts';
import { addLoginPolicy, listLoginPolicies } from './loginPolicy.sql.ts';
import { defaultLoginPolicy, loginPolicyInput } from './loginPolicy.ts';
import { requireActor, requireDoor } from './requireActor.routes.ts';
import { recordTrail } from './trail.sql.ts';

const tags = ['登录 sessions'];

/** The log-in policy: all versions and the default; a new version from a day on. */
export function loginPolicyRoutes(app: Http, deps: Deps): void {
  app.get('/api/login-policies', { schema: { tags, summary: '登录规则' } }, async (request) => {
    requireDoor(await requireActor(request, deps), 'logIns');
    const rows = await plainly(deps.db, listLoginPolicies);
    const items = rows.map(({ effective_from, created_at, ...row }) => ({
      ...row,
      effectiveFrom: effective_from,
      createdAt: created_at,
    }));
    return { default: defaultLoginPolicy(deps.config.mode), items };
  });
  const schema = { tags, summary: '发布登录规则', body: loginPolicyInput };
  app.post('/api/login-policies', { schema }, async (request, reply) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'logIns');
    refuseOtherCounty(actor, CITY_CODE);
    const version = await command(deps.db, noScope, async (tx) => {
      const added = await addLoginPolicy(tx, request.body, actor.userId, deps.now());
      const detail = { version: added, basis: request.body.basis };
      recordTrail(tx, {
        at: deps.now(),
        act: 'loginPolicy.published',
        actor,
        subject: 'loginPolicy',
        detail,
        address: request.ip,
      });
      return added;
    });
    return reply.code(201).send({ version });
  });
}
