import { Type } from 'typebox';
import type { Actor } from '../platform/actor.ts';
import { command } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import type { Http } from '../platform/http.ts';
import { dayOf } from '../platform/now.ts';
import { refuseField } from '../platform/refusal.ts';
import { endPost, endPostInput, type GrantPostInput, grantPost, grantPostInput } from './grantPost.ts';
import { noScope } from './login.sql.ts';
import { getUnitForPost, listPostsOf, lockPost, recordPost, recordPostEnd, regionExists } from './posts.sql.ts';
import { requireActor, requireDoor } from './requireActor.routes.ts';
import { recordTrail } from './trail.sql.ts';
import { lockUser } from './users.sql.ts';

const tags = ['人员 people'];
const idParams = Type.Object({ id: Type.String({ format: 'uuid' }) });

async function give(deps: Deps, actor: Actor, userId: string, input: GrantPostInput, address: string) {
  const now = deps.now();
  return command(deps.db, noScope, async (tx) => {
    // The lock on the person: of two posts given at once, the second sees the first.
    await lockUser(tx, userId);
    const unit = await getUnitForPost(tx, input.unitId);
    const posts = await listPostsOf(tx, [userId]);
    const held = posts
      .filter((post) => post.valid_to === null || post.valid_to >= dayOf(now))
      .map((post) => ({ role: post.role, unitId: post.unit_id, regionCode: post.region_code }));
    const facts = { userId, held, unit: { ...unit, countyCode: unit.county_code, regionCode: unit.region_code } };
    const post = grantPost(actor, facts, input, now);
    if (!(await regionExists(tx, post.regionCode))) refuseField('regionCode', '没有这个地方，从名单里选。');
    const id = recordPost(tx, post, now);
    const detail = { postId: id, role: post.role, unitId: post.unitId };
    recordTrail(tx, { at: now, act: 'post.created', actor, subject: userId, detail, address });
    return { id, ...post };
  });
}

async function end(deps: Deps, actor: Actor, postId: string, lastDay: string | undefined, address: string) {
  const now = deps.now();
  return command(deps.db, noScope, async (tx) => {
    const post = await lockPost(tx, postId);
    const ended = { userId: post.user_id, role: post.role, countyCode: post.county_code, validTo: post.valid_to };
    const validTo = endPost(actor, ended, lastDay, now);
    recordPostEnd(tx, postId, validTo);
    const detail = { postId, role: post.role, unitId: post.unit_id, lastDay: validTo };
    recordTrail(tx, { at: now, act: 'post.ended', actor, subject: post.user_id, detail, address });
    return { id: postId, validTo };
  });
}

/** Posts: give one to a person, end it. */
export function postRoutes(app: Http, deps: Deps): void {
  const giving = { tags, summary: '任命岗位', params: idParams, body: grantPostInput };
  app.post('/api/users/:id/posts', { schema: giving }, async (request, reply) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'people');
    return reply.code(201).send(await give(deps, actor, request.params.id, request.body, request.ip));
  });
  const ending = { tags, summary: '免去岗位', params: idParams, body: endPostInput };
  app.post('/api/posts/:id/endings', { schema: ending }, async (request, reply) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'people');
    return reply.code(201).send(await end(deps, actor, request.params.id, request.body.lastDay, request.ip));
  });
}
