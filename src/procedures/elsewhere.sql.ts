import { foretell } from '../delivery/pending.sql.ts';
import type { Telling } from '../matters/decision.ts';
import { type MatterKey, readAsSystem, recordNotices } from '../matters/record.sql.ts';
import type { Tx } from '../platform/db.ts';
import type { Outcome } from './decideStep.ts';
import type { Bound, Elsewhere, Engine } from './engine.ts';
import type { Head, StepContext } from './head.ts';
import { type Kind, pageOf } from './kind.ts';
import { outwardTells, tellsOf } from './outlook.ts';
import type { Outlook } from './views.ts';

/** Tells people of another matter, without a step on it, that something happened to one that hangs together with it. */
export function tellBeside<R>(
  engine: Engine<R>,
  tx: Tx,
  { kind }: { kind: Kind },
  { code, ...key }: MatterKey & { code: string },
  tell: readonly Telling[],
  { now, newId }: Pick<StepContext<Head>, 'now' | 'newId'>,
): void {
  recordNotices(tx, key, { code, page: pageOf({ kind }, code) }, { tell }, now, newId);
  engine.elsewhere?.({ kind, tell, matter: null, event: '' });
}

/**
 * What a step will say in other matters: its reactions run and are listened to, in a transaction of which nothing is kept.
 * Their people are not named unless they are of the house. Words that name such a matter, or go out to its people together
 * with what they were told before, are shown to those only who may see it.
 */
export async function foretellElsewhere<T extends Head, R, S extends string>(
  engine: Engine<R>,
  tx: Tx,
  { kind, reactions }: Pick<Bound<T, R, S>, 'kind' | 'reactions'>,
  { step, after, decision }: Outcome<T, S>,
  context: StepContext<T, R>,
): Promise<Outlook['tells']> {
  const heard: Elsewhere[] = [];
  const listening = { ...engine, elsewhere: (each: Elsewhere) => heard.push(each) } as unknown as Engine;
  for (const react of reactions[step] ?? []) await react(tx, after, decision, context, listening);
  if (heard.length === 0) return [];
  await readAsSystem(tx);
  const lines: Outlook['tells'] = [];
  for (const { kind: its, matter, tell, event } of heard) {
    const ofKind = its.name === kind.name;
    const seen = matter?.seenBy.some((key) => context.actor.viewers.includes(key)) === true;
    // Of another kind the words say themselves what they are about.
    if (matter && !seen && !ofKind) continue;
    const text = tell.flatMap(({ owner, text }) => (owner === 'resident' ? [text] : [])).join('');
    const planned = matter && seen && text !== '' ? await foretell(engine, tx, matter, [{ event, text }]) : [];
    const theirs = [...tellsOf(tell, context), ...outwardTells(planned, () => '当事人', context.now)];
    lines.push(...theirs.map((line) => (ofKind ? { ...line, who: `另一件的${line.who}` } : line)));
  }
  return lines;
}
