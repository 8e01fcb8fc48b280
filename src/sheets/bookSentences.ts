import type { ApartEnded } from '../apart/startApart.ts';
import { Refusal, refuse } from '../platform/refusal.ts';

const MEBIBYTE = 1024 * 1024;
/** What a part may hold once it is inflated: a ledger of 200,000 rows, or a table of 20,000. Counted, never believed. */
export const MOST_INFLATED = 512 * MEBIBYTE;
export const MOST_INFLATED_SMALL = 96 * MEBIBYTE;
/** Excel itself lets no more stand in a cell. */
export const MOST_IN_CELL = 32_767;
export const MOST_IN_ROW = 65_536;
/** All that is handed on of one file: the same long text in a million cells is small only as long as it is packed. */
export const MOST_LETTERS = 400_000_000;
export const MOST_ROWS_OF_EXCEL = 1_048_576;
export const MOST_MERGES = 100_000;

/** Something in the file is not as such a file is; each door says in its own words what to do. */
export class Broken extends Error {}

export const tooBig = (): never =>
  refuse('invalid', 'sheetTooBig', '这个文件展开后太大。删掉图片、空行和用不着的表，或者分成几个文件再传。');

export const tooLongCell = (rowNumber: number): never =>
  refuse(
    'invalid',
    'sheetCellTooLong',
    `第${rowNumber}行有一格超过 ${MOST_IN_CELL} 个字，Excel 也放不下。看看这一格是不是少了一个引号，或者贴进了整篇文件，改短再传。`,
  );

export const tooLongRow = (rowNumber: number): never =>
  refuse(
    'invalid',
    'sheetRowTooLong',
    `第${rowNumber}行超过 ${MOST_IN_ROW} 个字，太长。看看这一行是不是少了引号或换行，改短再传。`,
  );

export const tooManyMerges = (): never =>
  refuse('invalid', 'sheetTooManyMerges', '合并的单元格太多。取消合并，或者把内容复制到新表里再传。');

export const locked = (): never =>
  refuse('invalid', 'sheetLocked', '这个文件加了密码。打开它，点「文件」—「信息」—「保护工作簿」去掉密码，存好再传。');

export const brokenBook = (): Refusal =>
  new Refusal('invalid', 'sheetBroken', '这个文件打不开，可能没有传完整。在 Excel 里打开，另存一次再传。');

const ends: Readonly<Record<ApartEnded['why'], readonly [code: string, sentence: string]>> = {
  time: ['fileTooSlow', '读这个文件用的时间太长，已经停下。打开它，只留要用的表和行，另存一份再传。'],
  memory: ['fileTooBig', '这个文件展开后太大，读不下。打开它，只留要用的表和行，另存一份再传。'],
  broken: ['fileStopsReader', '读这个文件时中断了，文件可能坏了。打开它，只留要用的表和行，另存一份再传。'],
  left: ['fileLeft', '页面已经离开，文件没有再读下去。再传一次。'],
};

/** An ended reader is a sentence at the file. */
export function refusalOf({ why }: ApartEnded): Refusal {
  const [code, sentence] = ends[why];
  return new Refusal(why === 'left' ? 'unavailable' : 'invalid', code, sentence);
}
