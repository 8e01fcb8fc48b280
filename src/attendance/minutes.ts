export const MINUTE_MS = 60_000;

/** Whole minutes from one moment to another; a part of a minute counts as begun, since that is how one waits. */
export const minutesUp = (from: Date, to: Date): number => Math.ceil((to.getTime() - from.getTime()) / MINUTE_MS);
