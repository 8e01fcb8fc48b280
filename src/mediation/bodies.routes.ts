import { Type } from 'typebox';
import type { Engine } from '../disputes/engine.ts';
import { Id, UnitId } from '../matters/fields.ts';
import { mayEnter } from '../people/doors.ts';
import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { houseOf } from '../platform/actor.ts';
import { command, plainly, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { dayOf } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import { countLoads, listBodies, listMediators, recordBody, recordMediator } from './bodies.sql.ts';
import { BodyForm, MediatorForm } from './bodies.ts';
import { bodyViews, colleaguesOf, type MediationBodies, mediatorViews } from './bodyViews.ts';
import { keepBody, keepMediator, refuseOthersBody } from './keepBody.ts';

const tags = ['调解组织 mediation'];
const County = Type.String({ pattern: '^1401\\d\\d$', title: '区县' });

function countyFor(actor: Actor, asked: string | undefined): string {
  const county = asked ?? actor.countyCode;
  if (!actor.counties.includes(county)) refuse('notFound', 'noSuchCounty', '没有这个区县，或者不在这个岗位的范围里。');
  return county;
}

async function readBodies(engine: Engine, actor: Actor, countyCode: string): Promise<MediationBodies> {
  const { network, directory } = engine.reference();
  const today = dayOf(engine.now());
  const [kept, rows] = await plainly(engine.db, async (queries) => [
    await listBodies(queries, [countyCode]),
    await listMediators(queries, [countyCode], today),
  ]);
  const loads = await reading(engine.db, houseOf(countyCode), (queries) => countLoads(queries, [countyCode]));
  const mayKeep = mayEnter('keepingBodies', actor.role);
  return {
    ...{ countyCode, mayKeep, colleagues: mayKeep ? colleaguesOf(countyCode, { network, directory }) : [] },
    bodies: bodyViews(kept, countyCode, today, { network, directory }),
    mediators: mediatorViews(rows, loads, today, { network }),
  };
}

function readingRoutes(app: Http, engine: Engine): void {
  const querystring = Type.Object({ county: Type.Optional(County) }, { additionalProperties: false });
  const schema = { tags, summary: '调解组织和调解员', querystring };
  app.get('/api/mediation-bodies', { schema }, async (request) => {
    const actor = await requireActor(request, engine);
    requireDoor(actor, 'matters');
    return readBodies(engine, actor, countyFor(actor, request.query.county));
  });
}

/** What a unit is as a mediation body, and who mediates with what skill: read by everybody, kept by the center's leader. */
export function mediationBodyRoutes(app: Http, engine: Engine): void {
  readingRoutes(app, engine);
  const unitParams = Type.Object({ unitId: UnitId });
  const bodySchema = { tags, summary: '登记调解组织', params: unitParams, body: BodyForm };
  app.put('/api/mediation-bodies/:unitId', { schema: bodySchema }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    requireDoor(actor, 'keepingBodies');
    const { network, directory } = engine.reference();
    const unit = network.unit(request.params.unitId);
    refuseOthersBody(actor, unit);
    const form = keepBody(request.body as BodyForm, unit, { network, directory });
    await command(engine.db, actor, async (tx) => {
      recordBody(tx, { unitId: unit.id, countyCode: unit.countyCode }, form);
      recordTrail(tx, { at: engine.now(), act: 'mediation.bodyKept', actor, subject: unit.id, address: request.ip });
    });
    return reply.code(204).send();
  });
  const postParams = Type.Object({ postId: Id });
  const mediatorSchema = { tags, summary: '登记调解员', params: postParams, body: MediatorForm };
  app.put('/api/mediators/:postId', { schema: mediatorSchema }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    requireDoor(actor, 'keepingBodies');
    const { network, directory } = engine.reference();
    const post = directory.post(request.params.postId);
    if (post?.role !== 'mediator') return refuse('notFound', 'noSuchMediator', '没有这位调解员。');
    const unit = network.unit(post.unitId);
    refuseOthersBody(actor, unit);
    const form = keepMediator(request.body as MediatorForm, { network });
    await command(engine.db, actor, async (tx) => {
      recordMediator(tx, { postId: post.postId, countyCode: unit.countyCode }, form);
      const subject = post.postId;
      recordTrail(tx, { at: engine.now(), act: 'mediation.mediatorKept', actor, subject, address: request.ip });
    });
    return reply.code(204).send();
  });
}
