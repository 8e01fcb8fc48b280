import type { Engine } from '../disputes/engine.ts';
import { doors } from '../people/doors.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Role } from '../platform/actor.ts';
import type { Http } from '../platform/http.ts';
import { tags } from './ledger.routes.ts';

const hands: readonly Role[] = ['handler', 'mediator', 'unitHead'];

/** Colleagues by whom a ledger can be filtered: who handles, and who received first. */
export function ledgerPeopleRoutes(app: Http, engine: Engine): void {
  app.get('/api/ledger/people', { schema: { tags, summary: '可以按谁筛' } }, async (request) => {
    const actor = await requireActor(request, engine);
    const { network, directory } = engine.reference();
    const near = network.units.filter(({ countyCode, id }) =>
      actor.centerId === null ? id === actor.unitId : countyCode === actor.countyCode,
    );
    const of = (roles: readonly Role[]) =>
      near.flatMap((unit) =>
        directory
          .postsOf(unit.id, ...roles)
          .map(({ postId, name }) => ({ postId, name, unit: unit.short, unitId: unit.id, initials: unit.initials })),
      );
    return { handlers: of(hands), first: of(doors.registering) };
  });
}
