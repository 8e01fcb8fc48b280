import { Type } from 'typebox';
import { requireActor } from '../people/requireActor.routes.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, plainly, type Queries, record } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { openScope } from '../platform/gate.ts';
import type { Http } from '../platform/http.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refusal.ts';
import { offered, type Phrase, PhraseInput, refuseUnlessOwn } from './phrases.ts';

const tags = ['常用语 phrases'];
const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const query = Type.Object(
  { step: Type.Optional(Type.String({ maxLength: 40 })), all: Type.Optional(Type.Boolean()) },
  { additionalProperties: false },
);

async function listPhrases(queries: Queries, actor: Actor): Promise<Phrase[]> {
  const rows = await queries
    .selectFrom('phrase')
    .selectAll()
    .where('unit_id', '=', actor.unitId)
    .where((e) => e.or([e('owner_user_id', 'is', null), e('owner_user_id', '=', actor.userId)]))
    .orderBy('position')
    .orderBy('id')
    .limit(300)
    .execute();
  return rows.map(({ id, body, steps, position, active, owner_user_id: owner }) => {
    return { id, body, steps, position, active, shared: owner === null, mine: owner === actor.userId };
  });
}

/** 常用语: own words and those of the unit, offered where people write reasons and notes. */
export function phraseRoutes(app: Http, deps: Deps): void {
  app.get('/api/phrases', { schema: { tags, summary: '常用语', querystring: query } }, async (request) => {
    const actor = await requireActor(request, deps);
    const phrases = await plainly(deps.db, (queries) => listPhrases(queries, actor));
    return request.query.all ? phrases : offered(phrases, request.query.step);
  });
  app.post('/api/phrases', { schema: { tags, summary: '加一句常用语', body: PhraseInput } }, async (request, reply) => {
    const actor = await requireActor(request, deps);
    const { shared, body, ...rest } = request.body;
    const owner = shared ? null : actor.userId;
    refuseUnlessOwn(actor, { unitId: actor.unitId, ownerUserId: owner });
    const at = deps.now();
    const id = newId(at);
    const place = { id, county_code: actor.countyCode, unit_id: actor.unitId, owner_user_id: owner };
    await command(deps.db, openScope, async (tx) => {
      const row = { ...rest, ...place, body: body.trim(), saved_by: actor.userId, saved_at: at };
      record(tx, tx.insertInto('phrase').values(row));
      recordTrail(tx, { at, act: 'phrases.saved', actor, subject: id, detail: { shared }, address: request.ip });
    });
    return reply.code(201).send({ id });
  });
  app.put('/api/phrases/:id', { schema: { tags, summary: '改常用语', params, body: PhraseInput } }, async (request) => {
    const actor = await requireActor(request, deps);
    const { shared: _, body, ...rest } = request.body;
    const at = deps.now();
    const { id } = request.params;
    await command(deps.db, openScope, async (tx) => {
      const row = await tx.selectFrom('phrase').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
      if (!row) return refuse('notFound', 'noSuchPhrase', '没有这句常用语。');
      refuseUnlessOwn(actor, { unitId: row.unit_id, ownerUserId: row.owner_user_id });
      const change = { ...rest, body: body.trim(), saved_by: actor.userId, saved_at: at };
      record(tx, tx.updateTable('phrase').set(change).where('id', '=', id));
      recordTrail(tx, { at, act: 'phrases.saved', actor, subject: id, address: request.ip });
    });
    return { id };
  });
}
