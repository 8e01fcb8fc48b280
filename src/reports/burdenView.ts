import type { ReportRules } from '../disputes/reportRules.ts';
import type { Twice } from './cellsInCommon.ts';

export type RoleTimes = { role: string; label: string; times: number };
export type BurdenRow = {
  key: string;
  title: string;
  required: number;
  optional: number;
  /** Seconds to fill it in once. */
  seconds: number;
  times: number;
  hours: number;
  byRole: RoleTimes[];
};

export type SuperiorBurden = {
  id: string;
  name: string;
  issuer: string;
  /** Cells that wait for a value, and how many of them the ledger answers. */
  cells: number;
  counted: number;
  times: number;
  /** Cells that people wrote by hand in the year, and what that took. */
  byHand: number;
  hours: number;
  /** What all cells by hand would have taken. */
  hoursWithout: number;
};

export type BurdenView = {
  asOf: string;
  from: string;
  place: string;
  rules: Pick<ReportRules, 'seconds' | 'optionalPercent'>;
  forms: BurdenRow[];
  superiors: SuperiorBurden[];
  twice: Twice[];
  byRole: { role: string; label: string; hours: number }[];
  hours: number;
};
