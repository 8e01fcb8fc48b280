import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Config, repositoryRoot } from '../platform/config.ts';
import type { Ended, Told } from './outcome.ts';

export type Errand = { readonly verb: 'backup' | 'rehearse' } | { readonly verb: 'ship'; readonly since: Date };
/** Does the heavy work in processes that end, so that the one which serves people stays small. */
export type Keeper = {
  /** Answers how it ended, whatever happened to the process; `signal` ends it. */
  run(errand: Errand, told: Told, signal?: AbortSignal): Promise<Ended>;
  /** What is under way now, besides sending the log away. */
  readonly busy: () => string | undefined;
  stop(): Promise<void>;
};

type Message = { told?: { done: number; total: number; now: string }; ended?: Ended };

const flagsOf = (errand: Errand): string[] => {
  if (errand.verb === 'ship') return ['--ship', errand.since.toISOString()];
  return errand.verb === 'rehearse' ? ['--rehearse'] : [];
};

const LOST: Ended = { outcome: 'failed', said: '没有做完：做它的进程被结束了。会再试。' };

function start(config: Config, errand: Errand): ChildProcess {
  const script = join(repositoryRoot, 'bin/backup.ts');
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, '--beside', ...flagsOf(errand)], {
    env: { ...process.env, DATA_DIR: config.dataDir },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

export function makeKeeper(config: Config): Keeper {
  const running = new Map<ChildProcess, Errand>();
  const run = (errand: Errand, told: Told, signal?: AbortSignal): Promise<Ended> =>
    new Promise((resolve) => {
      const child = start(config, errand);
      running.set(child, errand);
      const end = () => child.kill('SIGTERM');
      signal?.addEventListener('abort', end);
      let ended = LOST;
      child.on('message', (message: Message) => {
        if (message.told) told(message.told.done, message.told.total, message.told.now);
        ended = message.ended ?? ended;
      });
      child.on('error', () => {});
      child.on('close', () => {
        running.delete(child);
        signal?.removeEventListener('abort', end);
        resolve(ended);
      });
    });
  return {
    run,
    busy: () => [...running.values()].find(({ verb }) => verb !== 'ship')?.verb,
    async stop() {
      const all = [...running.keys()];
      await Promise.all(
        all.map((child) => {
          const closed = new Promise((resolve) => child.once('close', resolve));
          child.kill('SIGTERM');
          return closed;
        }),
      );
    },
  };
}
