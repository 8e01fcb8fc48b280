import type { ClockRule } from '../../deadlines/clockRule.ts';

/** Of all that a county chooses, what an errand is decided by. */
export type ErrandRules = { clocks: Readonly<Record<string, ClockRule>> };
