import { readFileSync } from 'node:fs';
import type pg from 'pg';

export type Cpu = { node: number; database: number };

/** Clock ticks of a process so far, in milliseconds; 0 where it has ended or there is no /proc. */
export function ticksOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

/** CPU of all of the database's backends that serve somebody. */
export async function databaseNow(admin: pg.Client): Promise<number> {
  const { rows } = await admin.query<{ pid: number }>(
    `select pid from pg_stat_activity where backend_type = 'client backend'`,
  );
  return rows.reduce((sum, { pid }) => sum + ticksOf(pid), 0);
}

/** CPU that this process and all of the database's have used so far: says more than a rate where others work too. */
export async function cpuNow(admin: pg.Client): Promise<Cpu> {
  const { user, system } = process.cpuUsage();
  return { node: (user + system) / 1000, database: await databaseNow(admin) };
}
