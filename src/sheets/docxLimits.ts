import { refuse } from '../platform/refusal.ts';
import { Broken } from './bookSentences.ts';

/** As many as a blank workbook may have: a form is looked at by a person. */
export const MOST_ROWS = 400;
export const MOST_COLUMNS = 63;

export const tooLarge = (): never =>
  refuse(
    'invalid',
    'formTooLarge',
    `这个文件里有一张表超过 ${MOST_ROWS} 行或 ${MOST_COLUMNS} 列，太大，不像一张要填的表。删掉多余的行和列再传。`,
  );

/** How many columns a cell or a gap reaches over, as it says itself. */
export function columnsIn(attributes: Attributes, otherwise: number): number {
  const count = Number(attributes['w:val'] ?? otherwise);
  if (!Number.isInteger(count) || count < 0) throw new Broken('a width that is no number');
  return count > MOST_COLUMNS ? tooLarge() : count;
}

export type Attributes = Readonly<Record<string, string>>;
