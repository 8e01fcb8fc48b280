import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Deps } from '../platform/deps.ts';
import type { Gate } from '../platform/gate.ts';

export function makeGate(deps: Deps): Gate {
  return {
    requireActor: (request) => requireActor(request, deps),
    requireKeeper: async (request) => {
      const actor = await requireActor(request, deps);
      requireDoor(actor, 'house');
      return actor;
    },
    recordTrail: (tx, request, actor, noted) =>
      recordTrail(tx, { at: deps.now(), actor, address: request.ip, ...noted }),
  };
}
