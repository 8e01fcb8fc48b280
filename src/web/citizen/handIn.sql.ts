import type { Engine } from '../../disputes/engine.ts';
import { recordUpload, storeUpload } from '../../matters/uploads.sql.ts';
import type { Actor } from '../../platform/actor.ts';
import { command } from '../../platform/db.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { SentFile } from './form.ts';

/** Enough for any dispute we know; a phone in a child's hand must not fill the disk. */
const MOST_FILES = 200;

/** Saves one file for the party, or says why not: the other files of the form are not lost for it. */
export async function keepFile(
  engine: Engine,
  actor: Actor,
  file: SentFile,
): Promise<{ id: string; name: string } | Refusal> {
  const owner = actor.viewers[0] ?? '';
  try {
    if (file.cut) throw new Refusal('invalid', 'fileTooLarge', '超过 20 MB。');
    const stored = await storeUpload(engine, file);
    return await command(engine.db, actor, async (tx) => {
      const { count } = await tx
        .selectFrom('upload')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('county_code', '=', actor.countyCode)
        .where('owner', '=', owner)
        .executeTakeFirstOrThrow();
      if (count >= MOST_FILES)
        throw new Refusal('tooMany', 'tooManyFiles', '这件事交来的文件太多了，其余的请交到窗口。');
      return recordUpload(engine, tx, actor, owner, stored);
    });
  } catch (error) {
    if (error instanceof Refusal && error.kind !== 'unavailable') return error;
    throw error;
  }
}
