import type { Dispute } from '../disputes/dispute.ts';
import type { Status } from '../disputes/procedure.ts';
import { seesFacts, sightOf } from '../disputes/sight.ts';
import { placeWords } from '../disputes/termsOf.ts';
import type { Sight } from '../disputes/views.ts';
import type { Network } from '../network/lookup.ts';
import type { Actor } from '../platform/actor.ts';
import type { Asked, FoundId } from '../search/asked.ts';
import { fold, piecesOf } from '../search/fold.ts';
import { readingsOfName, readingsOfWords } from '../search/readings.ts';
import { entryOf } from '../search/terms.ts';

type FoundParty = { name: string; contact: string; address: string; idIndex: string | null; phoneIndex: string | null };

export type FoundRow = Pick<
  Dispute,
  | 'countyCode'
  | 'id'
  | 'code'
  | 'title'
  | 'categoryCode'
  | 'regionCode'
  | 'leadUnitId'
  | 'receivingCenterId'
  | 'handlerPostId'
  | 'firstContactPostId'
  | 'namedPostIds'
  | 'formerUnitIds'
  | 'mediators'
  | 'supportingUnits'
  | 'openedAt'
  | 'restricted'
  | 'contactPostId'
  | 'formerPostIds'
  | 'handingPostIds'
> & {
  status: Status;
  partiesLine: string;
  address: string;
  facts: string;
  demands: string;
  parties: FoundParty[];
};

export type Reason =
  | { by: 'code' | 'title' | 'place' }
  | { by: 'name' | 'idNumber' | 'phone'; name: string }
  | { by: 'address' | 'facts'; words: string };

/** A matter that this post may find by what it typed; `score` puts the likeliest first. */
export type FoundMatter = { row: FoundRow; sight: Sight; reason: Reason; score: number };

export type Ways = ReadonlySet<FoundId['way']>;

const stands = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word));

/** What a list shows to those who watch, and what place and category alone say: the words must stand there. */
function mayFindByWords(row: FoundRow, sight: Sight, words: readonly string[], network: Network): boolean {
  if (seesFacts(sight)) return true;
  if (sight === 'former') return false;
  const entry = entryOf({
    codes: [],
    place: placeWords(network, row),
    title: row.title,
    names: [],
    facts: [],
    numbers: [],
  });
  return stands(sight === 'place' ? entry.place : entry.place + entry.ledger, words);
}

const isSpelled = (word: string): boolean => /^[a-z]+$/.test(word);

const WIDTH = 12;

/** Some characters around the place; folding keeps lengths, or else the beginning must do. */
function around(text: string, word: string): string {
  const [characters, folded] = [Array.from(text), fold(text)];
  const at =
    Array.from(folded).length === characters.length ? Array.from(folded.slice(0, folded.indexOf(word))).length : 0;
  const from = Math.max(0, at - 4);
  const part = characters.slice(from, from + WIDTH + Array.from(word).length);
  return `${from > 0 ? '…' : ''}${part.join('')}${from + part.length < characters.length ? '…' : ''}`;
}

const score = {
  code: 100,
  exact: 90,
  number: 85,
  begins: 80,
  titleBegins: 66,
  title: 62,
  name: 60,
  place: 30,
  address: 50,
  facts: 40,
};

function byName(row: FoundRow, word: string): { reason: Reason; score: number } | undefined {
  let best: { reason: Reason; score: number } | undefined;
  for (const name of row.parties.flatMap((party) => [party.name, party.contact]).filter(Boolean)) {
    const folded = fold(name).replace(/\s+/g, '');
    const forms = isSpelled(word) ? [folded, ...readingsOfName(folded)] : [folded];
    const points = forms.includes(word)
      ? score.exact
      : forms.some((form) => form.startsWith(word))
        ? score.begins
        : forms.some((form) => form.includes(word))
          ? score.name
          : 0;
    if (points > (best?.score ?? 0)) best = { reason: { by: 'name', name }, score: points };
  }
  return best;
}

function byTitle({ title }: FoundRow, word: string): number {
  const folded = fold(title);
  const forms = isSpelled(word) ? [folded, ...piecesOf(title).flatMap(readingsOfWords)] : [folded];
  if (forms.some((form) => form.startsWith(word))) return score.titleBegins;
  return forms.some((form) => form.includes(word)) ? score.title : 0;
}

type Judged = { reason: Reason; score: number };

/** The best reason for one word, of what this sight shows. */
function byWord(row: FoundRow, word: string, sight: Sight, network: Network): Judged {
  const facts = seesFacts(sight);
  const name = facts ? byName(row, word) : undefined;
  const title = sight === 'place' ? 0 : byTitle(row, word);
  if (name && name.score >= title) return name;
  if (title > 0) return { reason: { by: 'title' }, score: title };
  const addresses = facts ? [row.address, ...row.parties.map((party) => party.address)] : [];
  const address = addresses.find((each) => fold(each).includes(word));
  if (address !== undefined) return { reason: { by: 'address', words: address }, score: score.address };
  const place = placeWords(network, row).map(fold);
  if (place.some((each) => each.includes(word))) return { reason: { by: 'place' }, score: score.place };
  const told = facts ? [row.facts, row.demands].find((each) => fold(each).includes(word)) : undefined;
  if (told !== undefined) return { reason: { by: 'facts', words: around(told, word) }, score: score.facts };
  return { reason: { by: 'place' }, score: score.place };
}

function byNumber(row: FoundRow, indexes: readonly string[]): Judged | undefined {
  for (const { name, idIndex, phoneIndex } of row.parties) {
    if (idIndex && indexes.includes(idIndex)) return { reason: { by: 'idNumber', name }, score: score.number };
    if (phoneIndex && indexes.includes(phoneIndex)) return { reason: { by: 'phone', name }, score: score.number };
  }
  return undefined;
}

const bare = (words: readonly string[]): string[] => words.map((word) => word.replace(/^\|?\^/, ''));

function judged(row: FoundRow, sight: Sight, ways: Ways, asked: Asked, indexes: readonly string[], network: Network) {
  const found: Judged[] = [];
  if (ways.has('code')) found.push({ reason: { by: 'code' }, score: score.code });
  const number = ways.has('number') && sight === 'full' ? byNumber(row, indexes) : undefined;
  if (number) found.push(number);
  for (const { kind, words } of asked.ways)
    if (kind !== 'code' && ways.has(kind) && mayFindByWords(row, sight, words, network)) {
      const each = bare(words).map((word) => byWord(row, word, sight, network));
      const best = each.toSorted((a, b) => b.score - a.score)[0];
      if (best) found.push(best);
    }
  return found.toSorted((a, b) => b.score - a.score)[0];
}

/** Over and left to history: behind what is still being worked on, among equals. */
const isOver = (status: Status): boolean => ['archived', 'struckOff', 'declined', 'withdrawn'].includes(status);

export type Look = { actor: Actor; asked: Asked; indexes: readonly string[]; network: Network };

/** access.md for search: what the post's sight of a matter does not show does not find it either. */
export function mayFind(row: FoundRow, ways: Ways, { actor, asked, indexes, network }: Look): FoundMatter | undefined {
  const sight = sightOf(actor, row);
  const best = judged(row, sight, ways, asked, indexes, network);
  return best && { row, sight, reason: best.reason, score: best.score + (isOver(row.status) ? 0 : 3) };
}

/** The likeliest first; among equals the newest. */
export const inOrder = (found: readonly FoundMatter[]): FoundMatter[] =>
  found.toSorted((a, b) => b.score - a.score || (a.row.id < b.row.id ? 1 : -1));
