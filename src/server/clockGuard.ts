import { uptime } from 'node:os';
import { watchClock } from '../platform/clockWatch.ts';
import { plainly } from '../platform/db.ts';
import { type ClockJump, listOpenJumps, recordJump } from '../upkeep/clockJumps.sql.ts';
import type { ServerEngine } from './engine.ts';

/** What the machine has been up, sleep included, so that a lid that was closed is no jump. */
export const steadyTime = (): number => uptime() * 1000;

const WAITS = '按日子做的等系统管理员确认 The clock was moved; dated work waits for the administrator';

const hoursOf = (seconds: number): string => (Math.abs(seconds) / 3600).toFixed(1);

/** Whether what follows from dates must wait: a jump is kept in the database, for every server and after a restart. */
export function guardClock(engine: ServerEngine, log: (line: string) => void, steady = steadyTime) {
  const look = watchClock(() => engine.now().getTime(), steady);
  const unwritten: ClockJump[] = [];
  let writing: Promise<void> = Promise.resolve();
  const write = async () => {
    for (let jump = unwritten[0]; jump; jump = unwritten[0]) {
      await recordJump(engine.db, jump);
      unwritten.shift();
    }
  };
  return async (): Promise<boolean> => {
    const jump = look();
    if (jump !== undefined) {
      const seconds = Math.round(jump / 1000);
      unwritten.push({ noticedAt: engine.now(), seconds });
      log(`时钟被拨${seconds > 0 ? '快' : '慢'}了 ${hoursOf(seconds)} 小时；${WAITS}`);
    }
    // One after the other, and whoever asks waits for it: no line runs between the jump and its record.
    writing = writing.catch(() => {}).then(write);
    await writing;
    return (await plainly(engine.db, listOpenJumps)).length > 0;
  };
}
