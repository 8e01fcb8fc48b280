import type { ExtensionRule } from './clockRule.ts';

/** More time that somebody granted, with the plan 13710 asks for where the rule says so. */
export type Extension = {
  length: number;
  unit: ExtensionRule['unit'];
  reason: string;
  plan: string;
  approvedBy: string;
  at: Date;
};
