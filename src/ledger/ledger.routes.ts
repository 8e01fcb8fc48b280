import { Type } from 'typebox';
import type { Engine } from '../disputes/engine.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Http } from '../platform/http.ts';
import { readLedger } from './readLedger.sql.ts';
import { filterNames, type LedgerSearch } from './search.ts';

export const tags = ['台账 ledger'];
const words = Type.Optional(Type.String({ maxLength: 600 }));
const named = [...filterNames, 'order', 'after', 'before', 'view', 'cols'] as const;

/** Every filter of an address; what they say is read by readFilter, which names what it does not know. */
export const SearchFields = Object.fromEntries(named.map((name) => [name, words])) as Record<
  (typeof named)[number],
  typeof words
>;
const LedgerQuery = Type.Object(
  { ...SearchFields, limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }) },
  { additionalProperties: false },
);

/** The ledger. Filters live in the address; pages go on by key, both ways. */
export function ledgerRoutes(app: Http, engine: Engine): void {
  app.get('/api/ledger', { schema: { tags, summary: '台账', querystring: LedgerQuery } }, async (request) => {
    const actor = await requireActor(request, engine);
    const { limit, ...search } = request.query as LedgerSearch & { limit: number };
    return readLedger(engine, actor, search, limit);
  });
}
