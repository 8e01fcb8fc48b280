import type { TextField } from './mapping.ts';
import { labelBefore, unitsIn } from './suggestText.ts';

/**
 * A place within a text that waits for a number or a word: 「共____件」, 「　年　月」, and right before a bare 「年」, of no
 * length. `says`: what its words ask for, a figure, or nothing that we could know.
 */
export type Blank = { at: number; length: number; says: TextField | 'figure' | 'unknown' };

/** Runs of blanks and lines; and where one could stand between a mark and the letters that follow. */
const gaps = /[ \u00a0\u3000\t_＿]+|(?<![ \u00a0\u3000\t_＿])(?=[年月日])|(?<=[：:])(?![ \u00a0\u3000\t_＿])/g;
const gap = '[ \\u00a0\\u3000\\t_＿]*';
const wholeDate = new RegExp(`^年${gap}月${gap}日`);
const yearAndMonth = new RegExp(`^年${gap}月`);
const span = new RegExp(`日${gap}(?:至|到|[-—~])`);
const line = /[_＿]{2}|[_＿][ \u3000]+[_＿]/;
// 「负 责 人」 is a word spread out: before a blank there stand two letters of a word, or one that counts.
const counting = /(?:[一-鿿]{2}|[共计有为约])$/;
const unit = /^(?:件|起|人次|人|批|份|万元|元|%|％|次)(?![一-鿿：:])/;

type Looked = { before: string; after: string; run: string; filling: boolean };

const dateFields = ({ filling }: Looked): Record<'year' | 'month', TextField> =>
  filling ? { year: 'dateYear', month: 'dateMonth' } : { year: 'year', month: 'month' };

/** 年, 月 and 日 that wait for their numbers; 「本年」 and 「10月」 do not. */
function dateAt(looked: Looked): TextField | undefined {
  const { before, after, run } = looked;
  if (/\d$/.test(before)) return undefined;
  const begins = run !== '' || !/[一-鿿]$/.test(before);
  if (after.startsWith('年'))
    return begins && (yearAndMonth.test(after) || line.test(run)) ? dateFields(looked).year : undefined;
  if (after.startsWith('月')) {
    const follows = before.endsWith('年') || line.test(run) || (run.length > 1 && /(?:^|[（(：:])$/.test(before));
    return follows ? dateFields(looked).month : undefined;
  }
  return after.startsWith('日') && before.endsWith('月') ? 'dateDay' : undefined;
}

function blankAt(looked: Looked, at: number, text: string): Blank[] {
  const { before, after, run } = looked;
  const { length } = run;
  const date = dateAt(looked);
  const label = labelBefore(before);
  if (date && span.test(text)) return [{ at, length, says: 'unknown' }];
  if (date && label && label !== 'date' && label !== 'period' && length > 1) {
    // 「填报单位：　　年　月」: one run of blanks is room for two.
    const half = Math.ceil(length / 2);
    return [
      { at, length: half, says: label },
      { at: at + half, length: length - half, says: date },
    ];
  }
  if (date) return [{ at, length, says: date }];
  if (label && (line.test(run) || after === '' || /^[^：:]{2,16}[：:]/.test(after)))
    return [{ at, length, says: label }];
  const asks = line.test(run) || (length > 0 && unit.test(after) && counting.test(before));
  return asks ? [{ at, length, says: 'figure' }] : [];
}

/** The blanks of a text from left to right; labels alone, 「填报单位：　　填表人：」, are kept by their words and are none. */
export function blanksIn(text: string): Blank[] {
  if (unitsIn(text).length > 0) return [];
  let filling = false;
  const found = [...text.matchAll(gaps)].flatMap(({ index: at, 0: run }) => {
    const [before, after] = [text.slice(0, at), text.slice(at + run.length)];
    // A date with a day is the day of filling in, and so is what stands behind 「填报日期：」.
    if (after.startsWith('年')) filling = wholeDate.test(after) || labelBefore(before) === 'date';
    return blankAt({ before, after, run, filling }, at, text);
  });
  return found.every(({ at }) => labelBefore(text.slice(0, at)) !== undefined) &&
    !found.some(({ says }) => says === 'dateYear' || says === 'year')
    ? []
    : found;
}

/** What stands around each blank: 「受理____件」. */
export function aroundBlank(text: string, blanks: readonly Blank[], index: number): { before: string; after: string } {
  const [from, to] = [blanks[index - 1], blanks[index + 1]];
  const { at, length } = blanks[index] ?? { at: 0, length: 0 };
  return { before: text.slice(from ? from.at + from.length : 0, at), after: text.slice(at + length, to?.at) };
}
