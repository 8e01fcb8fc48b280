import type { Actor } from '../platform/actor.ts';
import type { Queries } from '../platform/db.ts';
import type { Engine } from './engine.ts';
import type { Named } from './views.ts';

type Key = { countyCode: string; id: string };

/** What these matters are called, as their kinds say it and as far as the actor may see them. `concerned`: owed by the actor. */
export async function namesOf(
  engine: Pick<Engine, 'kinds' | 'reference'>,
  queries: Queries,
  actor: Actor,
  keys: readonly Key[],
  concerned = false,
): Promise<Map<string, Named>> {
  if (keys.length === 0) return new Map();
  const counties = [...new Set(keys.map(({ countyCode }) => countyCode))];
  const ids = [...new Set(keys.map(({ id }) => id))];
  const stores = Object.values(engine.kinds).map(({ store }) => store);
  const found = await Promise.all(stores.map((store) => store.names?.(queries, actor, counties, ids, concerned) ?? []));
  const { network } = engine.reference();
  const unit = (id: string | null): string => (id ? (network.unit(id)?.short ?? '') : '');
  return new Map(found.flat().map(({ id, title, parties, unitId }) => [id, { title, parties, unit: unit(unitId) }]));
}
