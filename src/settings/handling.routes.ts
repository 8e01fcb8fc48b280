import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Actor } from '../platform/actor.ts';
import { command, type Tx } from '../platform/db.ts';
import { openScope } from '../platform/gate.ts';
import type { Http } from '../platform/http.ts';
import { dayOf } from '../platform/now.ts';
import { differencesOf } from './differences.ts';
import { baseOf, versionsOf } from './drafts.routes.ts';
import { type KeptDraft, lockDraft, recordDraftState } from './drafts.sql.ts';
import { type SettingsDeps, shapeOf, tags } from './knowledge.ts';
import { SendDraftBackInput, sendDraftBack } from './publishDraft.ts';
import type { SettingVersion } from './settings.ts';
import { submitDraft, withdrawDraft } from './submitDraft.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });

/** What handing in and publishing ask of a draft. */
export function handedOf(deps: SettingsDeps, draft: KeptDraft, versions: readonly SettingVersion[]) {
  const base = baseOf(draft, versions);
  return {
    remarks: deps.rules.remarks(base.value, draft.value),
    differences: differencesOf(shapeOf(deps.rules), base.value, draft.value).length,
    today: dayOf(deps.now()),
  };
}

type Moved = { act: string; detail?: Record<string, unknown> };
type Mover = (tx: Tx, draft: KeptDraft, actor: Actor) => Promise<Moved>;

/** Locks, decides, records one change of state, and leaves a row of the trail. */
async function move(deps: SettingsDeps, request: FastifyRequest, id: string, work: Mover): Promise<void> {
  const { db, gate } = deps;
  const actor = await gate.requireActor(request);
  await command(db, openScope, async (tx) => {
    const draft = await lockDraft(tx, actor, id);
    const { act, detail } = await work(tx, draft, actor);
    const subject = `settings/${draft.countyCode}`;
    gate.recordTrail(tx, request, actor, { act, subject, detail: { draft: draft.id, ...detail } });
  });
}

/** Handing in, returning, withdrawing: what happens to a draft short of being published. */
export function handlingRoutes(app: Http, deps: SettingsDeps): void {
  const submitting = { tags, summary: '送审', params };
  app.post('/api/settings/drafts/:id/submissions', { schema: submitting }, async (request, reply) => {
    await move(deps, request, request.params.id, async (tx, draft, actor) => {
      recordDraftState(tx, submitDraft(draft, actor, handedOf(deps, draft, await versionsOf(tx, deps))), deps.now());
      return { act: 'settings.submitted' };
    });
    return reply.code(204).send();
  });
  const returning = { tags, summary: '退回草稿', params, body: SendDraftBackInput };
  app.post('/api/settings/drafts/:id/returns', { schema: returning }, async (request, reply) => {
    const { reason } = request.body;
    await move(deps, request, request.params.id, async (tx, draft, actor) => {
      recordDraftState(tx, sendDraftBack(draft, actor), deps.now(), { decidedBy: actor.userId, reason });
      return { act: 'settings.returned' };
    });
    return reply.code(204).send();
  });
  const withdrawing = { tags, summary: '作废草稿', params };
  app.post('/api/settings/drafts/:id/withdrawals', { schema: withdrawing }, async (request, reply) => {
    await move(deps, request, request.params.id, async (tx, draft, actor) => {
      recordDraftState(tx, withdrawDraft(draft, actor), deps.now(), { decidedBy: actor.userId });
      return { act: 'settings.withdrawn' };
    });
    return reply.code(204).send();
  });
}
