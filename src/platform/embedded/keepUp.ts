import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/** Before each turn; a full disk or a damaged file is not better after a minute. */
const PAUSES_MS = [0, 1_000, 2_000, 4_000];
/** A database that stood so long begins its turns anew. */
const CALM_MS = 300_000;

export type Kept = {
  readonly start: () => Promise<ChildProcess>;
  log(line: string): void;
  onLost(error: unknown): void;
};

/** Starts a database again that ended unasked, a few times; then it is lost, and whoever uses it must end. */
export function keepUp(first: ChildProcess, { start, log, onLost }: Kept) {
  let stopping = false;
  let child = first;
  let turn = 0;
  let began = performance.now();
  let starting: Promise<void> | undefined;

  const startAgain = async () => {
    for (let problem: unknown; !stopping; turn += 1) {
      if (turn === PAUSES_MS.length) return onLost(problem);
      await pause(PAUSES_MS[turn]);
      log('数据库意外停了，正在重新启动… The database ended by itself; starting it again …');
      try {
        if (stopping) return;
        began = performance.now();
        watch(await start());
        turn += 1;
        return log('数据库又能用了。The database is back.');
      } catch (error) {
        problem = error;
        log(`数据库没有启动起来。It did not start: ${(error as Error).message}`);
      }
    }
  };
  const watch = (one: ChildProcess) => {
    child = one;
    one.unref();
    const ended = () => {
      if (stopping) return;
      if (performance.now() - began >= CALM_MS) turn = 0;
      starting = startAgain();
    };
    if (one.exitCode !== null || one.signalCode !== null) ended();
    else one.once('exit', ended);
  };
  watch(first);
  return {
    /** From now on it may end; answers the process that runs, after any start under way. */
    async letGo(): Promise<ChildProcess> {
      stopping = true;
      await starting;
      return child;
    },
  };
}
