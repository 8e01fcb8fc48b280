import type { AttendanceEngine } from '../attendance/attendanceEngine.ts';
import { codeParams } from '../disputes/codeParams.ts';
import { getDispute } from '../disputes/disputes.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import { disputeKind } from '../disputes/kind.ts';
import { standingOf } from '../disputes/standing.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import { recordTrail } from '../people/trail.sql.ts';
import { houseOf } from '../platform/actor.ts';
import { command, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { dayOf } from '../platform/now.ts';
import { refuseIf } from '../platform/refusal.ts';
import { guard } from '../procedures/guard.ts';
import { mediationBodyRoutes } from './bodies.routes.ts';
import { listCandidates } from './candidates.sql.ts';
import { proposeMediators } from './proposeMediators.ts';

const tags = ['调解组织 mediation'];

/** Bodies and mediators; and who could mediate, shown to whoever may appoint now: that earlier matters were looked up stands in the trail. */
export function mediationRoutes(app: Http, engine: Engine, presence: AttendanceEngine): void {
  mediationBodyRoutes(app, engine);
  const schema = { tags, summary: '谁合适调解（查以前的调解，留痕）', params: codeParams };
  app.get('/api/disputes/:code/mediator-proposals', { schema }, async (request) => {
    const actor = await requireActor(request, engine);
    const { code } = request.params;
    const dispute = await reading(engine.db, actor, (queries) => getDispute(queries, code));
    refuseIf(guard(disputeKind, 'appointMediator', standingOf(dispute), actor));
    const now = engine.now();
    const candidates = await command(engine.db, houseOf(dispute.countyCode), async (tx) => {
      const detail = { purpose: '确定调解员，看以前有没有调过当事人的事' };
      recordTrail(tx, { at: now, act: 'mediation.earlierLooked', actor, subject: code, detail, address: request.ip });
      return listCandidates(presence, tx, dispute);
    });
    const categoryName = engine.reference().network.category(dispute.categoryCode)?.name ?? '';
    return proposeMediators({ ...dispute, categoryName }, candidates, dayOf(now));
  });
}
