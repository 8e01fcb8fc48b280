import type { Engine } from '../disputes/engine.ts';
import { searchMatters } from '../finding/searchMatters.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { type Asked, ask } from './ask.ts';
import type { LedgerSearch } from './search.ts';

const LOT = 500;
const LOTS = 4;

/** What an address asks, with the matters that its words are found in: by the search of the whole house, in the own sight. */
export async function askWords(engine: Engine, actor: Actor, search: LedgerSearch): Promise<Asked> {
  const asked = ask(search, actor, engine.reference());
  const text = search.text?.trim();
  if (!text) return asked;
  const matters: string[] = [];
  let before: string | undefined;
  let cut = true;
  for (let lot = 0; lot < LOTS && cut; lot += 1) {
    const found = await searchMatters(engine, actor, { text, before, limit: LOT, best: 0 });
    matters.push(...found.found.map(({ row }) => row.id));
    before = found.last;
    cut = found.cut && found.numbers === 'notAsked';
  }
  const many = cut ? [`写着「${text}」的太多，只看了最新的一部分。多写一两个字。`] : [];
  return { ...asked, filter: { ...asked.filter, matters }, dropped: [...asked.dropped, ...many] };
}
