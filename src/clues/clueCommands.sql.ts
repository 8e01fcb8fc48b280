import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, record, type Tx } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { idFor, newId } from '../platform/ids.ts';
import { refuse } from '../platform/refusal.ts';
import type { ReportClueInput } from './clue.ts';
import { adoptFiles, type ClueRow, listOwnUploads, lockClue, recordClue, recordClueChange } from './clues.sql.ts';
import { answer, take, withdraw } from './reportClue.ts';

type Act = 'clue.reported' | 'clue.taken' | 'clue.answered' | 'clue.withdrawn';

const trace = (tx: Tx, actor: Actor, act: Act, id: string, at: Date): void =>
  recordTrail(tx, { at, act, actor, subject: id });

type Telling = { countyCode: string; id: string };

function tell(tx: Tx, { countyCode, id }: Telling, owner: string, text: string, at: Date): void {
  const page = `/clues/${id}`;
  const row = { county_code: countyCode, id: newId(at), owner, matter_id: null, code: null, page, text, at };
  record(tx, tx.insertInto('notice').values(row));
}

/** The clue's id follows from the command: sent twice over a bad line, it is reported once. */
export function reportClue(deps: Deps, actor: Actor, desk: string, input: ReportClueInput): Promise<string> {
  const at = deps.now();
  const id = idFor(input.commandId, actor.postId);
  return command(deps.db, actor, async (tx) => {
    const known = tx.selectFrom('clue').select('id').where('county_code', '=', actor.countyCode).where('id', '=', id);
    const [first, files] = await Promise.all([known.executeTakeFirst(), listOwnUploads(tx, actor, input.uploads)]);
    if (first) return id;
    recordClue(tx, actor, { id, desk, input, files, at });
    const words = input.urgent ? '网格报来一条急事，先看。' : '网格报来一条，看看要不要登记。';
    tell(tx, { countyCode: actor.countyCode, id }, input.urgent ? desk : `${desk}#dispatcher`, words, at);
    trace(tx, actor, 'clue.reported', id, at);
    return id;
  });
}

const requireDesk = (actor: Actor, clue: ClueRow): void => {
  if (!actor.viewers.includes(clue.desk)) refuse('forbidden', 'notYourDesk', '由收到它的中心来处理。');
};

/** Somebody looks at it: the reporter sees that, and the photos are at hand for registering. */
export function takeClue(deps: Deps, actor: Actor, id: string) {
  const at = deps.now();
  return command(deps.db, actor, async (tx) => {
    const clue = await lockClue(tx, actor, id);
    requireDesk(actor, clue);
    const state = take(clue);
    if (state) {
      recordClueChange(tx, clue, { state, taken_at: at, taken_by_post_id: actor.postId });
      trace(tx, actor, 'clue.taken', id, at);
    }
    const uploads = await adoptFiles(tx, actor, clue, () => newId(at), at);
    const { text, regionCode, place } = clue;
    return { text, regionCode, place, uploads };
  });
}

/** It is no dispute: the reporter reads why, or what was done. */
export function answerClue(deps: Deps, actor: Actor, id: string, text: string): Promise<void> {
  const at = deps.now();
  return command(deps.db, actor, async (tx) => {
    const clue = await lockClue(tx, actor, id);
    requireDesk(actor, clue);
    const change = { state: answer(clue), answer: text.trim(), ended_at: at };
    recordClueChange(tx, clue, {
      ...change,
      ...(clue.takenAt ? {} : { taken_at: at, taken_by_post_id: actor.postId }),
    });
    tell(tx, clue, clue.reporter, `您报的一条，中心答复了：${text.trim()}`, at);
    trace(tx, actor, 'clue.answered', id, at);
  });
}

export function withdrawClue(deps: Deps, actor: Actor, id: string): Promise<void> {
  const at = deps.now();
  return command(deps.db, actor, async (tx) => {
    const clue = await lockClue(tx, actor, id);
    recordClueChange(tx, clue, { state: withdraw(clue, actor), ended_at: at });
    trace(tx, actor, 'clue.withdrawn', id, at);
  });
}
