import { buildTerms } from '../disputes/buildTerms.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import { systemActor } from '../platform/actor.ts';
import { Stopping } from '../platform/db.ts';

/** Once, beside everything else: what has no search terms yet, or those of an earlier version, gets them. */
export function startBuilding(engine: Engine, log: (line: string) => void): () => Promise<void> {
  const under = buildTerms(engine, systemActor(engine.reference().counties)).catch((error: unknown) => {
    if (!(error instanceof Stopping)) log(`补建查找用的词: ${(error as Error).message}`);
  });
  return async () => {
    await under;
  };
}
