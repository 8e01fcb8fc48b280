import type { CellRule } from './mapping.ts';

export type Gives = 'what' | 'categories' | 'sources' | 'regions' | 'services' | 'period' | 'unit' | 'total' | 'text';

/** Which words of which heading gave what: 「成功」 of 「调解成功（件）」 → 数什么：调解成功. */
export type Reason = { heading: string; words: string; gives: Gives; value: string };

/**
 * Why a proposal is not sure: words that nobody understood, another figure of the same name, a word that may mean
 * something beside it, two headings that say different things, a unit that does not fit or is not said, part of a row that
 * we do not see, a total of rows that may not be all, or a title that narrows the whole form.
 */
export type Doubt = {
  kind: 'unread' | 'rival' | 'perhaps' | 'differ' | 'unit' | 'partOf' | 'total' | 'title' | 'noMeasure';
  words: string;
};

/** What a form's own words propose for a cell, and why. Sure only where no word is left over and nothing else is meant. */
export type Suggestion = {
  rule: CellRule;
  /** 「婚姻家庭」×「受理」 */
  because: string;
  reasons: Reason[];
  doubts: Doubt[];
  sure: boolean;
};
