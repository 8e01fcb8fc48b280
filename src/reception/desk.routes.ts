import type { FastifyRequest } from 'fastify';
import type { Door } from '../people/doors.ts';
import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import { dayOf } from '../platform/now.ts';
import { type HallDeps, hallRulesOf, placeOf } from './deps.ts';

/** Somebody who works in the hall of a center, that center, its rules, and the moment. */
export async function atDesk(request: FastifyRequest, deps: HallDeps, door: Door = 'hall') {
  const actor = await requireActor(request, deps);
  requireDoor(actor, door);
  const now = deps.now();
  return { actor, place: placeOf(actor), rules: hallRulesOf(deps, actor.countyCode), now, today: dayOf(now) };
}
export type AtDesk = Awaited<ReturnType<typeof atDesk>>;
