import type { FastifyReply, FastifyRequest } from 'fastify';
import { takeOne } from '../../attempts/takeOne.sql.ts';
import { getDispute } from '../../disputes/disputes.sql.ts';
import { recordDoor } from '../../doors/openDoor.sql.ts';
import { getDoor, readDoorView } from '../../doors/readDoor.sql.ts';
import { type PathEngine, pathSheet, readPath, readToday } from '../../doors/readPath.sql.ts';
import { reading } from '../../platform/db.ts';
import type { Http } from '../../platform/http.ts';
import { httpStatusOf, Refusal } from '../../platform/refusal.ts';
import { takeStep } from '../../procedures/takeStep.sql.ts';
import { sendPdf } from '../../residents/papers.routes.ts';
import { frameOf, isLarge, sendPage } from './ask.routes.ts';
import { doorPage } from './doorPage.ts';
import { MOST_WORDS, tooManyWords } from './enough.ts';
import { type Fields, readForm } from './form.ts';
import { type Problem, problemOf } from './problems.ts';
import { requireVisit } from './requireVisit.routes.ts';
import { isFormToken } from './session.ts';
import type { Visit } from './visit.ts';
import { waysPage } from './waysPage.ts';

type Asked = FastifyRequest<{ Params: { code: string; door?: string } }>;
const doorCode = '^[A-Z]{2}\\d{14}$';

async function pathFor(engine: PathEngine, { actor, session, view }: Visit) {
  const center = await reading(
    engine.db,
    actor,
    async (queries) => (await getDispute(queries, view.code)).receivingCenterId,
  );
  const today = await readToday(engine, center);
  return reading(engine.db, actor, async (queries) =>
    readPath(engine, queries, await getDispute(queries, view.code), today, { actor, partyId: session.partyId }),
  );
}

async function showWays(request: Asked, engine: PathEngine, visit: Visit, problem?: Problem): Promise<string> {
  const path = await pathFor(engine, visit);
  return waysPage(frameOf(request, engine, visit, 'ways'), { path, token: visit.token, problem });
}

async function showDoor(request: Asked, engine: PathEngine, visit: Visit, typed: Fields = {}, problem?: Problem) {
  const door = request.params.door ?? '';
  const view = await reading(engine.db, visit.actor, (queries) => readDoorView(engine, queries, visit.actor, door));
  const form = { view, code: visit.view.code, token: visit.token, problem, typed };
  return doorPage(frameOf(request, engine, visit, `ways/${door}`), form);
}

function refuseForeign(engine: PathEngine, { session }: Visit, { token }: Fields): void {
  if (!isFormToken(engine.secrets.cookieSecret, session, token))
    throw new Refusal('forbidden', 'oldForm', '这一页是以前打开的，没有记上。写的还在，请再按一次。');
}

/** What a resident does here is counted with what he says: nobody presses a hundred times a day. */
const counted = (engine: PathEngine, { session: { matterId, partyId }, view }: Visit): Promise<unknown> =>
  takeOne(engine, `words/${matterId}/${partyId}`, MOST_WORDS, () => tooManyWords(view));

async function orAgain(reply: FastifyReply, work: () => Promise<string>, show: (refusal: Refusal) => Promise<string>) {
  try {
    return reply.redirect(await work(), 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind === 'unavailable') throw error;
    return sendPage(reply, await show(error), httpStatusOf[error.kind]);
  }
}

/** Both sides of the resident's own, where both have to ask: the center asks the other one. */
async function openFor(engine: PathEngine, visit: Visit, way: string): Promise<string> {
  const { actor, view, session } = visit;
  const parties = await reading(engine.db, actor, async (queries) => (await getDispute(queries, view.code)).parties);
  const own = parties.find(({ id }) => id === session.partyId);
  const me = own?.representsPartyId ?? session.partyId;
  const joint = engine.doors.some(({ ways }) => ways[way]?.joint);
  const applicantIds = joint
    ? parties
        .filter(({ side, left, representsPartyId }) => side !== 'third' && !left && representsPartyId === null)
        .map(({ id }) => id)
    : [me];
  const { code } = await recordDoor(engine, actor, view.code, { way, applicantIds });
  return `/c/${view.code}/ways/${code}`;
}

const schema = { hide: true };
const oneDoor = { hide: true, params: { type: 'object', properties: { door: { type: 'string', pattern: doorCode } } } };
const visitOf = (request: Asked, reply: FastifyReply, engine: PathEngine): Promise<Visit> =>
  requireVisit(request, reply, engine, request.params.code);

function readingRoutes(app: Http, engine: PathEngine): void {
  app.get('/:code/ways', { schema }, async (request, reply) => {
    const asked = request as Asked;
    return sendPage(reply, await showWays(asked, engine, await visitOf(asked, reply, engine)));
  });
  app.get('/:code/ways.pdf', { schema }, async (request, reply) => {
    const path = await pathFor(engine, await visitOf(request as Asked, reply, engine));
    const printed = { printedBy: '当事人', largePrint: isLarge(request) };
    return sendPdf(reply, pathSheet(engine, path, printed), `path-${path.code}`);
  });
  app.get('/:code/ways/:door', { schema: oneDoor }, async (request, reply) => {
    const asked = request as Asked;
    return sendPage(reply, await showDoor(asked, engine, await visitOf(asked, reply, engine)));
  });
}

/** 调不成怎么办, and the doors that a resident opened or that reach him. */
export function waysRoutes(app: Http, engine: PathEngine): void {
  readingRoutes(app, engine);
  app.post('/:code/doors', { schema }, async (request, reply) => {
    const asked = request as Asked;
    const visit = await visitOf(asked, reply, engine);
    const { fields } = await readForm(asked, async () => {});
    const work = async (): Promise<string> => {
      refuseForeign(engine, visit, fields);
      await counted(engine, visit);
      return openFor(engine, visit, fields.way ?? '');
    };
    return orAgain(reply, work, (refusal) => showWays(asked, engine, visit, problemOf(refusal)));
  });
  app.post('/:code/ways/:door/answers', { schema: oneDoor }, async (request, reply) => {
    const asked = request as Asked;
    const visit = await visitOf(asked, reply, engine);
    const { fields } = await readForm(asked, async () => {});
    const { token: _, ...answers } = fields;
    const door = asked.params.door ?? '';
    const work = async (): Promise<string> => {
      refuseForeign(engine, visit, fields);
      await counted(engine, visit);
      const { bound } = await reading(engine.db, visit.actor, (queries) => getDoor(engine, queries, door));
      await takeStep(engine, bound, visit.actor, door, 'fillDoor', { answers });
      return `/c/${visit.view.code}/ways/${door}`;
    };
    return orAgain(reply, work, (refusal) => showDoor(asked, engine, visit, answers, problemOf(refusal)));
  });
}
