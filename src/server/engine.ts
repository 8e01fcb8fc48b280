import type { Engine } from '../disputes/engine.ts';
import type { Deps } from '../platform/deps.ts';
import { reactions } from './reactions.ts';
import { makeReferenceCache, type ReferenceCache } from './reference.ts';
import { steps } from './steps.ts';

/** Binds the modules together: decisions to the procedure, reactions to events, reference data to everything. */
export function makeEngine(deps: Deps, cache: ReferenceCache): Engine {
  return { ...deps, steps, reactions, reference: () => cache.current() };
}

export async function startEngine(deps: Deps): Promise<{ engine: Engine; cache: ReferenceCache }> {
  const cache = await makeReferenceCache(deps.db);
  return { engine: makeEngine(deps, cache), cache };
}
