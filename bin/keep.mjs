// Plain JavaScript for any Node from 20 on, like node24.mjs, whose process this is: small, so that it outlives what it keeps.
import { constants } from 'node:os';

/** It refused to start and said why: started again it would say the same. */
export const REFUSED = 78;
/** It ended by itself again and again. */
export const GAVE_UP = 70;

const numbers = { firstMs: 1000, mostMs: 60_000, tries: 7, calmMs: 300_000, stopMs: 10_000 };

const endOf = (code, signal) => code ?? 128 + (constants.signals[signal] ?? 1);

function sayAgain(code, signal, ms, turn) {
  console.error(
    `\n枫桥台意外停了（${signal ?? code}），${ms / 1000} 秒后自动再启动，第 ${turn} 次。` +
      `\nFengqiao ended by itself (${signal ?? code}); starting it again in ${ms / 1000} s, turn ${turn}.`,
  );
}

function sayNoMore(turns) {
  console.error(
    `\n枫桥台一再意外停止，已自动启动 ${turns} 次，不再试了。请看上面的记录和数据目录里的 postgres.log，处理好再启动。` +
      `\nFengqiao ended ${turns + 1} times by itself; it is not started again. See the lines above and postgres.log.`,
  );
}

/**
 * Runs what `launch` starts and ends as it ends. With `again`, what ends unasked is started again after a pause that grows;
 * a program that then stays up for some minutes begins anew. Asked to stop, it gets `stopMs`, then it is killed.
 */
export function keep(launch, { again = false, ...chosen } = {}) {
  const { firstMs, mostMs, tries, calmMs, stopMs } = { ...numbers, ...chosen };
  let child;
  let stopping = false;
  let turns = 0;

  const ended = (code, signal, ranMs) => {
    child = undefined;
    if (stopping || !again || code === 0 || code === REFUSED) process.exit(endOf(code, signal));
    if (ranMs >= calmMs) turns = 0;
    if (turns === tries) {
      sayNoMore(turns);
      process.exit(GAVE_UP);
    }
    const ms = Math.min(firstMs * 2 ** turns, mostMs);
    turns += 1;
    sayAgain(code, signal, ms, turns);
    setTimeout(start, ms);
  };
  const start = () => {
    const began = performance.now();
    child = launch();
    child.once('error', (error) => {
      console.error(error.message);
      process.exit(1);
    });
    child.once('exit', (code, signal) => ended(code, signal, performance.now() - began));
  };
  start();
  return (signal) => {
    if (child === undefined) process.exit(0);
    child.kill(signal);
    if (again && !stopping) setTimeout(() => child?.kill('SIGKILL'), stopMs).unref();
    stopping = true;
  };
}
