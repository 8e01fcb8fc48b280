import type { BoardState } from './boardInput.ts';
import type { Definition } from './boardView.ts';
import { boardWords } from './data/terms.ts';

export type BoardTerm = keyof typeof boardWords;
export const boardTerms = Object.keys(boardWords) as BoardTerm[];

/** By which of them each figure is counted: a state without its words does not compile. */
export const termOfState: Readonly<Record<BoardState, BoardTerm>> = {
  ...{ open: 'open', late: 'late', soon: 'soon', dueToday: 'dueToday', threeDays: 'soon', paused: 'paused' },
  ...{ tookOver: 'tookOver', party: 'others', other: 'others', struckOff: 'struckOff', noticed: 'noticed' },
  ...{ planned: 'planned', inTime: 'planned', doneLate: 'planned', notDone: 'planned' },
};

/** `smallNumber`: as the county set it. */
export const boardDefinition = (of: BoardTerm, smallNumber?: number): Definition => {
  const { term, text } = boardWords[of];
  const known = of === 'small' && smallNumber !== undefined;
  return { term, text: known ? `在办少于${smallNumber}件的不按逾期率排名（本地设置，不是规定）。` : text };
};

export const definitions = (smallNumber: number): Definition[] =>
  boardTerms.filter((of) => of !== 'planned').map((of) => boardDefinition(of, smallNumber));

/** The board's own words, and those that the sheet says otherwise. */
const onTheBoardOnly: readonly BoardTerm[] = ['struckOff', 'weeks', 'noticed', 'planned', 'dueToday'];

export const sheetDefinitions = (smallNumber: number): Definition[] => [
  ...boardTerms.filter((of) => !onTheBoardOnly.includes(of)).map((of) => boardDefinition(of, smallNumber)),
  { term: '销号', text: '这一周销号的事，算给牵头单位。' },
  { term: '往回数', text: '过去的一周按现在的到期时刻和停钟记录倒推；延期改过的，按改后的算。' },
];
