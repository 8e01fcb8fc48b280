import { Type } from 'typebox';
import { requireActor, requireRole } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Queries } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import type { Http } from '../platform/http.ts';
import { refuse } from '../platform/refusal.ts';
import { listRunningClockIds, lockNotice, recordNoticeStep } from './noticeSteps.sql.ts';

const tags = ['督办 supervision'];
const params = Type.Object({ code: Type.String({ pattern: '^DB\\d{14}$' }) });
const words = Type.Object(
  { text: Type.String({ minLength: 2, maxLength: 1000, title: '内容' }) },
  { additionalProperties: false },
);

async function notice(queries: Queries, code: string) {
  return (
    (await lockNotice(queries, code.slice(2, 8), code)) ??
    refuse('notFound', 'noSuchNotice', '没有这张督办单，或者您的岗位看不到它。')
  );
}

export function answerNotice(deps: Deps, actor: Actor, code: string, text: string): Promise<void> {
  return command(deps.db, actor, async (tx) => {
    const open = await notice(tx, code);
    if (actor.unitId !== open.unitId) refuse('forbidden', 'notYourNotice', '督办单由收到它的单位回复。');
    if (open.status !== 'sent') refuse('conflict', 'alreadyAnswered', '这张督办单已经回复过了。');
    const owner = `c:${open.receivingCenterId}#supervisor`;
    const todos = [{ owner, act: 'liftNotice', clockKind: null, dueAt: null }];
    recordNoticeStep(tx, open, {
      type: 'answerSupervision',
      text,
      actor,
      now: deps.now(),
      todos,
      clockIds: await listRunningClockIds(tx, open.countyCode, open.id),
    });
  });
}

export function liftNotice(deps: Deps, actor: Actor, code: string, text: string): Promise<void> {
  return command(deps.db, actor, async (tx) => {
    const open = await notice(tx, code);
    if (actor.centerId !== open.receivingCenterId) refuse('forbidden', 'notYourNotice', '督办单由发出它的中心核销。');
    if (open.status === 'lifted') refuse('conflict', 'alreadyLifted', '这张督办单已经核销了。');
    recordNoticeStep(tx, open, {
      type: 'liftSupervision',
      text,
      actor,
      now: deps.now(),
      todos: [],
      clockIds: await listRunningClockIds(tx, open.countyCode, open.id),
    });
  });
}

/** Supervision notices: the unit answers, the center checks and lifts. */
export function supervisionRoutes(app: Http, deps: Deps): void {
  app.post(
    '/api/supervision-notices/:code/answers',
    { schema: { tags, summary: '回复督办单', params, body: words } },
    async (request, reply) => {
      const actor = await requireActor(request, deps);
      requireRole(actor, 'unitHead', 'centerLeader', 'handler');
      await answerNotice(deps, actor, request.params.code, request.body.text);
      return reply.code(204).send();
    },
  );
  app.post(
    '/api/supervision-notices/:code/liftings',
    { schema: { tags, summary: '核销督办单', params, body: words } },
    async (request, reply) => {
      const actor = await requireActor(request, deps);
      requireRole(actor, 'supervisor', 'centerLeader');
      await liftNotice(deps, actor, request.params.code, request.body.text);
      return reply.code(204).send();
    },
  );
}
