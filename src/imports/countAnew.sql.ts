import { sql } from 'kysely';
import type { Engine } from '../disputes/engine.ts';
import type { Actor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';

/** After so many rows, and each time there are five times as many, the database counts anew. */
const FEW = 200;

/** Tells the database how many rows there are now: what it knew before makes every look-up read them all (migration 0045). */
export function counting(engine: Engine, actor: Actor) {
  let counted = 0;
  return async (done: number): Promise<void> => {
    if (done < counted * 4 + FEW) return;
    counted = done;
    await reading(engine.db, actor, (queries) => sql`select count_anew()`.execute(queries));
  };
}
