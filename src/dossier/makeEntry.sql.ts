import type { Printable } from '../documents/printable.ts';
import type { PaperEntry } from '../papers/catalogue.ts';
import { makePaper } from '../papers/makePaper.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import type { SittingEngine } from '../sittings/sittingEngine.ts';
import { getForDossier } from './readDossier.sql.ts';

type Asked = { code: string; entry: PaperEntry; largePrint: boolean };

/** One paper of the file; sight is asked for each anew, for binding takes its time. */
export function makeEntry(engine: SittingEngine, actor: Actor, { code, entry, largePrint }: Asked): Promise<Printable> {
  return reading(engine.db, actor, async (queries) => {
    const dispute = await getForDossier(queries, actor, code);
    return makePaper(engine, queries, actor, dispute, entry, { largePrint });
  });
}
