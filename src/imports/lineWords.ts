import type { LineMeans, WordMatch } from './checkLine.ts';
import type { EndingName } from './endings.ts';
import { ledgerFields, type WordField } from './ledgerFields.ts';
import { endingOf, type Found, standingWord, UNSAID, UNSAID_CLOSED } from './lineStanding.ts';
import { chosenFor, matchWord } from './matchWords.ts';
import type { Line } from './readLine.ts';

/** What was made of each word of the row; a word that means nothing to us is said at its cell. */
export function wordsOf(line: Line, means: LineMeans, matches: WordMatch[], found: Found[]) {
  const of = (field: WordField, word = line.texts[field]): string | null => {
    if (!word) return null;
    const matched = matchWord(field, word, means);
    matches.push({ field, word, ...matched });
    if (matched.ours === null)
      found.push({ at: field, sentence: `「${word.slice(0, 20)}」没有对应的${ledgerFields[field].title}` });
    return matched.ours;
  };
  return {
    category: of('category'),
    source: of('source'),
    region: line.texts.region ? of('region') : placeUnsaid(means, matches),
    unit: of('unit'),
    restriction: of('restriction'),
  };
}

/** A row without a place stands at that of the center, until somebody says better. */
function placeUnsaid(means: LineMeans, matches: WordMatch[]): string {
  const chosen = chosenFor('region', UNSAID, means);
  const ours = chosen ?? means.homeRegion;
  matches.push({ field: 'region', word: UNSAID, ours, how: chosen === null ? 'loose' : 'chosen' });
  return ours;
}

export function endingIn(line: Line, means: LineMeans, matches: WordMatch[], found: Found[]): EndingName {
  const mapped = Object.values(means.mapping.columns).includes('status');
  const { word, ours, how } = standingWord(line, mapped, means);
  matches.push({ field: 'status', word, ours, how });
  const unsaid = word === UNSAID || word === UNSAID_CLOSED;
  if (ours === null)
    found.push({
      at: 'status',
      sentence: unsaid
        ? `没有写办到哪一步${word === UNSAID ? '' : '，只有办结日期'}`
        : `「${word.slice(0, 20)}」看不出办到哪一步`,
    });
  return endingOf(ours, word, line, found);
}

/** A colleague of this name; the name alone stays where there is none, or two. */
export function personOf(
  field: 'handler' | 'registrar',
  line: Line,
  unit: string | null,
  means: LineMeans,
  matches: WordMatch[],
) {
  const word = line.texts[field];
  if (!word) return null;
  const chosen = chosenFor(field, word, means) !== null;
  const roles = field === 'handler' ? (['handler', 'mediator'] as const) : [];
  const ours = chosen ? null : means.names.person(word, unit, ...roles);
  matches.push({ field, word, ours, how: chosen ? 'chosen' : ours === null ? 'none' : 'loose' });
  return ours;
}
