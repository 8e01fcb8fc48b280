import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { StartupProblem } from '../src/platform/startup-problem.ts';

/**
 * Runs one of our programs to its end, in a process of its own: building and seeding need much memory once, and only a
 * process that ends gives all of it back.
 */
export function startErrand(script: string, what: string): { done: Promise<void>; stop(): Promise<unknown> } {
  const flags = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, script)];
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  const done = ended.then(([code, signal]) => {
    if (code === 0) return;
    throw new StartupProblem(
      `${what}没有做完（${signal ?? code}），原因见上。处理好再启动，会接着做。`,
      `${script} did not finish (${signal ?? code}), see above. Start again once that is put right.`,
    );
  });
  // Whoever only stops it does not wait for how it ended.
  done.catch(() => {});
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { done, stop };
}
