import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { Refusal, type RefusalKind } from '../platform/refusal.ts';

/** Why a program apart did not answer: it took too long, needed too much memory or broke, or its asker had left. */
export class ApartEnded extends Error {
  readonly why: 'time' | 'memory' | 'broken' | 'left';
  constructor(why: ApartEnded['why']) {
    super(`the program apart has ended: ${why}`);
    this.why = why;
  }
}

export type ApartLimits = {
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
type Running = { child: ChildProcess; asked?: Asked | undefined; why?: ApartEnded['why'] };

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

/** A process that waits for its next question keeps nobody from stopping. */
function awaited({ child }: Running, is: boolean): void {
  child[is ? 'ref' : 'unref']();
  child.channel?.[is ? 'ref' : 'unref']();
}

function settle(running: Running, say: (asked: Asked) => void): void {
  const { asked } = running;
  if (!asked) return;
  running.asked = undefined;
  clearTimeout(asked.timer);
  awaited(running, false);
  say(asked);
}

function kill(running: Running, why: ApartEnded['why']): void {
  running.why ??= why;
  running.child.kill('SIGKILL');
  settle(running, ({ reject }) => reject(new ApartEnded(why)));
}

function ask<T>(running: Running, what: unknown, seconds: number): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (running.why) return reject(new ApartEnded(running.why));
    const timer = setTimeout(() => kill(running, 'time'), seconds * 1000);
    running.asked = { resolve: resolve as Asked['resolve'], reject, timer };
    awaited(running, true);
    running.child.send(what as object, (error) => error && kill(running, 'broken'));
  });
}

/** Resolves when the process is gone; V8 ends with SIGABRT when its heap is full. */
function gone(running: Running, signal: AbortSignal | undefined): Promise<void> {
  const { child } = running;
  const left = () => kill(running, 'left');
  if (signal?.aborted) left();
  signal?.addEventListener('abort', left, { once: true });
  return new Promise((resolve) => {
    child.once('exit', (_code, by) => {
      signal?.removeEventListener('abort', left);
      kill(running, by === 'SIGABRT' ? 'memory' : 'broken');
      resolve();
    });
  });
}

export function startApart(program: string, { heapMb, residentMb: most, signal, urgent }: ApartLimits): Apart {
  const execArgv = [`--max-old-space-size=${heapMb}`];
  // What it says when it dies of its memory is no news: the asker is told.
  const child = fork(program, { serialization: 'advanced', execArgv, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const running: Running = { child };
  child.on('message', (answer: ApartAnswer) => settle(running, (asked) => answered(asked, answer)));
  child.on('error', () => kill(running, 'broken'));
  const over = gone(running, signal);
  awaited(running, false);
  if (!urgent) stepBack(child);
  guardMemory(child, most, () => kill(running, 'memory'));
  return {
    get ended() {
      return running.why !== undefined;
    },
    ask: (what, seconds) => ask(running, what, seconds),
    end: () => {
      kill(running, 'left');
      return over;
    },
  };
}
