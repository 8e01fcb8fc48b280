import { atTime, dayOf } from '../platform/now.ts';
import { type EndingName, endings, guessEnding, isEnding, isOpenEnding } from './endings.ts';
import type { LedgerField } from './ledgerFields.ts';
import { chosenFor, type Matched, matchWord } from './matchWords.ts';
import type { Line } from './readLine.ts';

/** A sentence about a field of the row. */
export type Found = { at: LedgerField | null; sentence: string };

/** A date without a time: the office opens at nine. Nothing is shown of it. */
const UNKNOWN_TIME = '09:00';

/** When it was opened and closed; what cannot be is said at its cell. */
export function times(line: Line, now: Date, found: Found[]) {
  const { openedOn, closedOn, occurredOn } = line.days;
  const today = dayOf(now);
  for (const [at, day] of Object.entries(line.days))
    if (day.day > today) found.push({ at: at as LedgerField, sentence: `${day.day} 还没有到` });
  if (!openedOn) return { openedAt: null, closedAt: null };
  if (closedOn && closedOn.day < openedOn.day)
    found.push({ at: 'closedOn', sentence: `办结 ${closedOn.day} 早于登记 ${openedOn.day}` });
  if (occurredOn && occurredOn.day > openedOn.day)
    found.push({ at: 'occurredOn', sentence: `发生 ${occurredOn.day} 晚于登记 ${openedOn.day}` });
  const openedAt = atTime(openedOn.day, openedOn.time ?? UNKNOWN_TIME);
  const closedAt = closedOn
    ? atTime(
        closedOn.day,
        closedOn.time ?? (closedOn.day === openedOn.day ? (openedOn.time ?? UNKNOWN_TIME) : UNKNOWN_TIME),
      )
    : null;
  return { openedAt, closedAt: closedAt && closedAt < openedAt ? openedAt : closedAt };
}

/** Stands for a cell in which nothing is written; what such rows are taken for is listed and can be chosen like any word. */
export const UNSAID = '（没写）';
export const UNSAID_CLOSED = '（没写，只有办结日期）';
/** A longer result is a story, not a word; a very short one that means nothing to us is asked about. */
const SHORT = 20;
const WORD = 8;

type Means = Parameters<typeof matchWord>[2];
type Standing = Matched & { word: string };

/** How it ended may stand in the column of results: 「已办结」 beside 「达成协议」. */
function withResult(word: string, status: Matched, line: Line, means: Means): Standing {
  const result = line.texts.result ?? '';
  if (status.how === 'chosen' || status.ours !== 'closed.unknown' || result === '' || result.length > SHORT)
    return { word, ...status };
  const both = `${word}／${result}`;
  const chosen = chosenFor('status', both, means);
  if (chosen !== null) return { word: both, ours: chosen, how: 'chosen' };
  const heard = guessEnding(result);
  return heard?.ours.startsWith('closed.')
    ? { word: both, ours: heard.ours, how: heard.sure ? 'exact' : 'loose' }
    : { word, ...status };
}

/** What the row says of how it stands. A day of closing alone says that it is over and not how. */
export function standingWord(line: Line, mapped: boolean, means: Means): Standing {
  const { status, result = '' } = line.texts;
  if (status) return withResult(status, matchWord('status', status, means), line, means);
  const told = result !== '' && result.length <= SHORT ? matchWord('status', result, means) : null;
  if (told && (told.ours !== null || result.length <= WORD))
    return { word: result, ...told, how: told.how === 'exact' ? 'loose' : told.how };
  const word = line.days.closedOn ? UNSAID_CLOSED : UNSAID;
  const chosen = chosenFor('status', word, means);
  if (chosen !== null) return { word, ours: chosen, how: 'chosen' };
  // A ledger without such a column and without a day of closing lists what came in.
  return mapped || line.days.closedOn ? { word, ours: null, how: 'none' } : { word, ours: 'registered', how: 'loose' };
}

/** Its ending, with what is missing for it. */
export function endingOf(ours: string | null, word: string, line: Line, found: Found[]): EndingName {
  if (ours === null || !isEnding(ours)) return 'registered';
  if (!isOpenEnding(endings[ours]) && ours !== 'declined' && !line.days.closedOn)
    found.push({ at: 'closedOn', sentence: `写的是「${word}」，没有办结日期` });
  return ours;
}
