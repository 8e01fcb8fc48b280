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

type State = { child: ChildProcess; turn: number; began: number; stopping: boolean; starting?: Promise<void> };

async function startAgain(state: State, kept: Kept): Promise<void> {
  for (let problem: unknown; !state.stopping; state.turn += 1) {
    if (state.turn === PAUSES_MS.length) return kept.onLost(problem);
    await pause(PAUSES_MS[state.turn]);
    if (state.stopping) return;
    kept.log('数据库意外停了，正在重新启动… The database ended by itself; starting it again …');
    try {
      state.began = performance.now();
      watch(state, kept, await kept.start());
      state.turn += 1;
      return kept.log('数据库又能用了。The database is back.');
    } catch (error) {
      problem = error;
      kept.log(`数据库没有启动起来。It did not start: ${(error as Error).message}`);
    }
  }
}

function watch(state: State, kept: Kept, child: ChildProcess): void {
  state.child = child;
  child.unref();
  const ended = () => {
    if (state.stopping) return;
    if (performance.now() - state.began >= CALM_MS) state.turn = 0;
    state.starting = startAgain(state, kept);
  };
  if (child.exitCode !== null || child.signalCode !== null) ended();
  else child.once('exit', ended);
}

/** Starts a database again that ended unasked, a few times; then it is lost, and whoever uses it must end. */
export function keepUp(child: ChildProcess, kept: Kept) {
  const state: State = { child, turn: 0, began: performance.now(), stopping: false };
  watch(state, kept, child);
  return {
    /** From now on it may end; answers the process that runs, after any start under way. */
    async letGo(): Promise<ChildProcess> {
      state.stopping = true;
      await state.starting;
      return state.child;
    },
  };
}
