import type { CellRule } from './mapping.ts';

/** What a form's own words propose for a cell, why, and whether they say all of it. */
export type Suggestion = {
  rule: CellRule /** 「婚姻家庭」×「受理」 */;
  because: string /** the form says all of it */;
  sure: boolean;
};
