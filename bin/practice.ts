import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { addDays, atTime, dayOf, now } from '../src/platform/now.ts';

/** Nobody practices at three in the morning. */
const EMPTIED_AT = '03:00';
const env = { ...process.env, FENGQIAO_MODE: 'practice' };
let running: ChildProcess | undefined;
let stopping = false;

function run(script: string, ...args: string[]): ChildProcess {
  const flags = ['--disable-warning=ExperimentalWarning', `${import.meta.dirname}/${script}`, ...args];
  return spawn(process.execPath, flags, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

const ended = async (child: ChildProcess): Promise<number> => {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode ?? 1;
};

function nextEmptying(): number {
  const at = now();
  const today = atTime(dayOf(at), EMPTIED_AT);
  const next = today > at ? today : atTime(addDays(dayOf(at), 1), EMPTIED_AT);
  return next.getTime() - at.getTime();
}

/** Runs the practice server until it ends by itself or the night comes; true when it was the night. */
async function serveUntilNight(): Promise<boolean> {
  let night = false;
  const server = run('serve.ts');
  running = server;
  const timer = setTimeout(() => {
    night = true;
    server.kill('SIGTERM');
  }, nextEmptying());
  await ended(server);
  clearTimeout(timer);
  return night;
}

function stop(): void {
  stopping = true;
  running?.kill('SIGTERM');
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
process.on('disconnect', stop);

// Every morning the practice starts from the same invented city.
while (!stopping && (await serveUntilNight()) && !stopping) {
  running = run('reset.ts', '--yes');
  if ((await ended(running)) !== 0) break;
}
process.exit(0);
