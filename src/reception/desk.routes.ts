import type { FastifyRequest } from 'fastify';
import { requireActor, requireRole } from '../people/requireActor.routes.ts';
import type { PostRole } from '../people/roles.ts';
import { dayOf } from '../platform/now.ts';
import { deskRoles, type HallDeps, hallRulesOf, placeOf } from './deps.ts';

/** Somebody who works in the hall of a center, that center, its rules, and the moment. */
export async function atDesk(request: FastifyRequest, deps: HallDeps, roles: readonly PostRole[] = deskRoles) {
  const actor = await requireActor(request, deps);
  requireRole(actor, ...roles);
  const now = deps.now();
  return { actor, place: placeOf(actor), rules: hallRulesOf(deps, actor.countyCode), now, today: dayOf(now) };
}
export type AtDesk = Awaited<ReturnType<typeof atDesk>>;
