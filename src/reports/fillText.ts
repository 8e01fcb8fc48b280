import type { Edit } from '../sheets/filledCell.ts';
import { aroundBlank, blanksIn } from './blanks.ts';
import type { BlankPart, CellRule, TextField } from './mapping.ts';

type Texts = Readonly<Record<TextField, string>>;

/** A text in which some letters gave way to others. */
export const withEdits = (text: string, edits: readonly Edit[]): string =>
  edits
    .toSorted((a, b) => b.at - a.at)
    .reduce((said, { at, length, text: word }) => said.slice(0, at) + word + said.slice(at + length), text);

/** 「填报单位：____」 with its answer behind the label; blanks and underlines that held the place go. */
export function labelEdits(text: string, { parts }: Extract<CellRule, { kind: 'text' }>, texts: Texts): Edit[] {
  return parts.flatMap(({ after, field }): Edit[] => {
    if (after === null) return [{ at: text.length, length: 0, text: texts[field] }];
    const at = text.indexOf(after);
    if (at < 0) return [];
    const from = at + after.length;
    const blank = /^[\s_　]*/.exec(text.slice(from))?.[0] ?? '';
    const gap = from + blank.length < text.length ? '　' : '';
    return [{ at: from, length: blank.length, text: `${texts[field]}${gap}` }];
  });
}

/** Each blank with what goes there; one that has no answer stays as it is. `said` knows the numbers. */
export function blankEdits(
  text: string,
  parts: readonly BlankPart[],
  texts: Texts,
  said: (part: Extract<BlankPart, { put: 'figure' }>) => string | null,
): Edit[] {
  const blanks = blanksIn(text);
  return blanks.flatMap(({ at, length }, index): Edit[] => {
    const part = parts[index];
    if (!part || part.put === 'nothing') return [];
    const word = part.put === 'text' ? texts[part.field] : said(part);
    if (word === null) return [];
    const { after } = aroundBlank(text, blanks, index);
    // What follows a label is another one, or a date: a name does not run into it.
    const apart = /^[^：:\s　]{2,16}[：:]/.test(after) || (after === '' && blanks[index + 1]?.at === at + length);
    return [{ at, length, text: apart ? `${word}　` : word }];
  });
}
