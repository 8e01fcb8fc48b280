/** How background work ended. `unchecked`: nothing is known, which is neither good nor bad and is said as that. */
export type Outcome = 'done' | 'failed' | 'unchecked';
export type Ended = { readonly outcome: Outcome; readonly said: string };

/** Somebody must do something: `message` is the sentence. */
export class UpkeepFailed extends Error {}
/** It could not be found out: a place that is not there, a key kept elsewhere. */
export class UpkeepUnchecked extends Error {}

const full = new Set(['ENOSPC', 'EDQUOT']);

/** What is said of an error. A fault of our own is told by its kind; its stack goes to the log. */
export function endedBy(error: unknown): Ended {
  if (error instanceof UpkeepUnchecked) return { outcome: 'unchecked', said: error.message };
  if (error instanceof UpkeepFailed) return { outcome: 'failed', said: error.message };
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== undefined && full.has(code))
    return { outcome: 'failed', said: '磁盘满了，没有做完。请腾出地方再来一次。' };
  return { outcome: 'failed', said: `没有做完：${message?.split('\n')[0] ?? '不明原因'}` };
}

/** How far long work is: bytes or pieces done of all (0: not known yet), and what is being done now. */
export type Told = (done: number, total: number, now: string) => void;
