import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { Refusal, type RefusalKind } from './refusal.ts';

/** Why a program apart did not answer: it took too long, needed too much memory or broke, or its asker had left. */
export class ApartEnded extends Error {
  readonly why: 'time' | 'memory' | 'broken' | 'left';
  constructor(why: ApartEnded['why']) {
    super(`the program apart has ended: ${why}`);
    this.why = why;
  }
}

export type ApartLimits = {
  args?: readonly string[];
  /** Of JavaScript: more ends the process. */
  heapMb: number;
  /** Of everything, buffers and libraries included, where the system tells (Linux): more ends the process. */
  residentMb: number;
  /** Ends the process: whoever asked has gone away. */
  signal?: AbortSignal | undefined;
  /** Somebody stands and waits for it: it does not step back behind the server. */
  urgent?: boolean;
};

/** A process of its own for what may break or grow: one question after the other, and its end gives all memory back. */
export type Apart = {
  /** Not answered in time, the process is ended. A refusal there is one here. */
  ask<T>(what: unknown, seconds: number): Promise<T>;
  end(): Promise<void>;
  readonly ended: boolean;
};

export type ApartAnswer = { result?: unknown; refused?: [RefusalKind, string, string]; problem?: string };

type Asked = { resolve(result: unknown): void; reject(error: Error): void; timer: NodeJS.Timeout };

const BETWEEN_LOOKS_MS = 100;
const PAGE_BYTES = 4096;
/** Somebody at the counter comes before a file that is read in the background. */
const BEHIND_OTHERS = 10;

async function residentMb(pid: number): Promise<number> {
  const pages = (await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')).split(' ')[1];
  return (Number(pages ?? 0) * PAGE_BYTES) / 1_048_576;
}

/** Looks at the memory of the process until it ends. */
function guardMemory(child: ChildProcess, mostMb: number, kill: () => void): void {
  const look = setInterval(async () => {
    if (child.pid !== undefined && (await residentMb(child.pid)) > mostMb) kill();
  }, BETWEEN_LOOKS_MS);
  look.unref();
  child.once('exit', () => clearInterval(look));
}

function stepBack({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, BEHIND_OTHERS);
  } catch {
    // It has ended already, or this system does not let us.
  }
}

function answered(asked: Asked, { result, refused, problem }: ApartAnswer): void {
  if (refused) asked.reject(new Refusal(...refused));
  else if (problem !== undefined) asked.reject(new Error(problem));
  else asked.resolve(result);
}

export function startApart(
  program: string,
  { args = [], heapMb, residentMb: most, signal, urgent }: ApartLimits,
): Apart {
  const execArgv = [`--max-old-space-size=${heapMb}`];
  // What it says when it dies of its memory is no news: the asker is told.
  const child = fork(program, args, {
    serialization: 'advanced',
    execArgv,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let asked: Asked | undefined;
  let why: ApartEnded['why'] | undefined;
  // A process that waits for its next question keeps nobody from stopping.
  const awaited = (is: boolean) => {
    child[is ? 'ref' : 'unref']();
    child.channel?.[is ? 'ref' : 'unref']();
  };
  const settle = (say: (asked: Asked) => void) => {
    const own = asked;
    if (!own) return;
    asked = undefined;
    clearTimeout(own.timer);
    awaited(false);
    say(own);
  };
  const kill = (reason: ApartEnded['why']) => {
    why ??= reason;
    child.kill('SIGKILL');
    settle(({ reject }) => reject(new ApartEnded(reason)));
  };
  const left = () => kill('left');
  if (signal?.aborted) left();
  signal?.addEventListener('abort', left, { once: true });
  child.on('message', (answer: ApartAnswer) => settle((own) => answered(own, answer)));
  child.on('error', () => kill('broken'));
  const over = new Promise<void>((resolve) => {
    child.once('exit', (_code, by) => {
      signal?.removeEventListener('abort', left);
      kill(by === 'SIGABRT' ? 'memory' : 'broken');
      resolve();
    });
  });
  awaited(false);
  if (!urgent) stepBack(child);
  guardMemory(child, most, () => kill('memory'));
  return {
    get ended() {
      return why !== undefined;
    },
    ask: <T>(what: unknown, seconds: number) =>
      new Promise<T>((resolve, reject) => {
        if (why) return reject(new ApartEnded(why));
        const timer = setTimeout(() => kill('time'), seconds * 1000);
        asked = { resolve: resolve as Asked['resolve'], reject, timer };
        awaited(true);
        child.send(what as object, (error) => error && kill('broken'));
      }),
    end: () => {
      kill('left');
      return over;
    },
  };
}
