import type { FastifyReply, FastifyRequest } from 'fastify';
import { takeOne } from '../../attempts/takeOne.sql.ts';
import type { Http } from '../../platform/http.ts';
import { Refusal } from '../../platform/refusal.ts';
import { takeStep } from '../../procedures/takeStep.sql.ts';
import { isDoorCode } from '../../sittings/doorCode.ts';
import type { SittingEngine } from '../../sittings/sittingEngine.ts';
import type { CodeParams } from './ask.routes.ts';
import { readForm } from './form.ts';
import { requireVisit } from './requireVisit.routes.ts';
import { isFormToken } from './session.ts';

/** Six digits are few: as many tries a day as somebody needs who mistypes often. */
const MOST_TRIES = 30;
const enough = () => new Refusal('tooMany', 'tooManyTries', '试得太多了，请告诉调解员一声，由他记您到了。');

/** 我到了: with the code that the room's screen shows at this moment. What does not fit leads back to the page, which says so. */
async function arrive(request: FastifyRequest<CodeParams>, reply: FastifyReply, engine: SittingEngine) {
  const visit = await requireVisit(request, reply, engine, request.params.code);
  const { fields } = await readForm(request, async () => {});
  const { matterId, partyId } = visit.session;
  const back = `/c/${visit.view.code}/progress`;
  if (!isFormToken(engine.secrets.cookieSecret, visit.session, fields.token))
    return reply.redirect(`${back}?wrong=oldForm`, 303);
  await takeOne(engine, `door/${matterId}/${partyId}`, MOST_TRIES, enough);
  const secret = engine.secrets.qrSecret;
  const found = visit.sittings.find(({ id }) => isDoorCode(secret, id, fields.door ?? '', engine.now()));
  if (!found) return reply.redirect(`${back}?wrong=door`, 303);
  await takeStep(engine, engine.kinds.session, visit.actor, found.code, 'arrive', {});
  return reply.redirect(`${back}?done=arrived`, 303);
}

export function arriveRoutes(app: Http, engine: SittingEngine): void {
  app.post<CodeParams>('/:code/arrivals', { schema: { hide: true } }, (request, reply) =>
    arrive(request, reply, engine),
  );
}
