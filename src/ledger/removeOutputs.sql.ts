import type { Engine } from '../disputes/engine.ts';
import type { Actor } from '../platform/actor.ts';
import { command, reading } from '../platform/db.ts';
import { listOutdated, recordRemoved } from './outputs.sql.ts';

/** Files of exports and prints whose days are over leave the store; who made and fetched them is still known. */
export async function removeOutdated(engine: Engine, system: Actor, countyCode: string): Promise<number> {
  const outdated = await reading(engine.db, system, (queries) => listOutdated(queries, countyCode, engine.now()));
  for (const output of outdated) {
    for (const { sha256 } of output.files) await engine.files.remove(sha256);
    await command(engine.db, system, async (tx) => recordRemoved(tx, output, engine.now()));
  }
  return outdated.length;
}
