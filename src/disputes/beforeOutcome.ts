import { type Status, stepOf } from './procedure.ts';

/** Statuses in which nothing is decided yet about how a dispute ends. */
export const beforeOutcome: readonly Status[] = stepOf('merge').from;
