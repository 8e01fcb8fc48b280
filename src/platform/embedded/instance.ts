import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartupProblem } from '../startup-problem.ts';

export type Running = { readonly pid: number; readonly port: number };
type Owner = { readonly pid: number; readonly birth: string };

/** What the kernel tells of a process after its name: state, parent, …; nothing where there is no /proc. */
function kernelFields(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function nameOf(pid: number): string {
  return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  // In a container without an init, a dead process may stay listed for ever.
  return kernelFields(pid)[0] !== 'Z';
}

function commandLine(pid: number): string {
  const file = `/proc/${pid}/cmdline`;
  if (existsSync(file)) return readFileSync(file, 'utf8').replaceAll('\0', ' ');
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}

/** Process numbers are given out again; the moment of birth tells two holders of one number apart. */
function birth(pid: number): string {
  return kernelFields(pid)[19] ?? '';
}

/** The server that runs on this cluster now, whoever started it. A pid file left by a crash is not one. */
export function runningOn(data: string): Running | undefined {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number);
  if (!pid) return undefined;
  if (alive(pid) && (process.platform === 'win32' || commandLine(pid).includes(data))) return { pid, port: port ?? 0 };
  // PostgreSQL refuses to start beside whoever has this number: after a restart of the machine another program, and in a
  // container without an init the dead server itself, which nobody buries.
  rmSync(file, { force: true });
  return undefined;
}

export async function gone(pid: number, seconds: number): Promise<boolean> {
  for (let turn = 0; turn < seconds * 20; turn++) {
    if (!alive(pid)) return true;
    await pause(50);
  }
  return !alive(pid);
}

/** What a killed server leaves: its backends work in its folder until they next look up, and hold its memory till then. */
function leftovers(data: string): number[] {
  if (!existsSync('/proc/self/cwd')) return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data) && nameOf(pid) === 'postgres' && alive(pid);
      } catch {
        // Not a number, somebody else's, or gone meanwhile.
        return false;
      }
    });
}

function end(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Only while no server runs on this cluster. They may be killed: what was committed is in the log, the rest never was. */
export async function endLeftovers(data: string): Promise<void> {
  if (!existsSync(data)) return;
  for (const [signal, seconds] of [
    ['SIGQUIT', 3],
    ['SIGKILL', 10],
  ] as const) {
    const left = leftovers(data);
    for (const pid of left) end(pid, signal);
    await Promise.all(left.map((pid) => gone(pid, seconds)));
  }
}

export function takeOwnership(file: string): void {
  const owner: Owner = { pid: process.pid, birth: birth(process.pid) };
  writeFileSync(file, JSON.stringify(owner));
}

export function ownerOf(file: string): number | undefined {
  try {
    const { pid, birth: born } = JSON.parse(readFileSync(file, 'utf8')) as Owner;
    return alive(pid) && birth(pid) === born ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Refuses when another process uses this cluster; ends a server whose process died without stopping it. */
export async function claim(data: string, ownerFile: string): Promise<void> {
  const owner = ownerOf(ownerFile);
  const running = runningOn(data);
  if (owner !== undefined && (owner !== process.pid || running))
    throw new StartupProblem(
      `枫桥台已经在用这份数据（进程 ${owner}）。请先在那个窗口按 Ctrl-C 停止，或用 DATA_DIR 指定另一份数据。`,
      `This data is in use by process ${owner}. Stop it there with Ctrl-C, or name another folder in DATA_DIR.`,
    );
  if (running) {
    end(running.pid, 'SIGINT');
    // At once where it cannot end in peace, on a full disk for one: the next start reads its log.
    if (!(await gone(running.pid, 30))) end(running.pid, 'SIGQUIT');
    if (!(await gone(running.pid, 30)))
      throw new StartupProblem(
        `上次没有正常停止的数据库（进程 ${running.pid}）还没停下来，请稍后再试。`,
        `The database left over from the last run (process ${running.pid}) has not stopped yet. Try again later.`,
      );
  }
  await endLeftovers(data);
  takeOwnership(ownerFile);
}
