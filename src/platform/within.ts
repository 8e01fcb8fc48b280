import { setTimeout as pause } from 'node:timers/promises';

/** Waits for the work, but no longer than that; how it ended matters to nobody any more. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const bound = new AbortController();
  const over = pause(ms, undefined, { signal: bound.signal }).catch(() => {});
  await Promise.race([work.catch(() => {}), over]);
  bound.abort();
}
