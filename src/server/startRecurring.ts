import type { Ended } from '../backups/outcome.ts';
import { plainly } from '../platform/db.ts';
import { Refusal } from '../platform/refusal.ts';
import { listOpenRestorations } from '../upkeep/restorations.sql.ts';
import { guardClock, steadyTime } from './clockGuard.ts';
import type { ServerEngine } from './engine.ts';
import type { Recurring } from './recurring.ts';
import { claimRun, endRun } from './recurringRuns.sql.ts';

const TICK_MS = 15_000;
const LONGEST = 200;

type Log = (line: string) => void;
type House = { readonly engine: ServerEngine; readonly log: Log; isHeld(): Promise<boolean> };
/** For tests: another beat, another steady clock. */
type Beat = { readonly everyMs?: number; readonly steady?: () => number };

/** The rest of a database error (detail, where, parameters) can hold personal values, and so can a refusal's sentence. */
function saidOf(error: unknown): string {
  if (error instanceof Refusal) return error.code;
  const { message, code } = error as Error & { code?: string };
  return `${code ?? ''} ${message}`.trim().slice(0, LONGEST);
}

const AHEAD = '上次的时间在将来，照样再做 its last run lay in the future, it runs';
const RESTORED: Ended = { outcome: 'unchecked', said: '刚从备份恢复，等系统管理员核对' };
const HELD: Ended = { outcome: 'unchecked', said: '时钟跳过，等系统管理员确认' };
const CUT_OFF: Ended = { outcome: 'unchecked', said: '服务停下了，下次接着做' };

/** What was told and issued between the moment a copy stands at and now is not known to it. */
const cameBack = async ({ db }: ServerEngine): Promise<boolean> => (await plainly(db, listOpenRestorations)).length > 0;

/** One turn of one line, to its end: done, failed, or could not check; never silent. */
async function turn({ engine, log, isHeld }: House, work: Recurring): Promise<Ended> {
  const { ending } = engine.db;
  try {
    if ((await isHeld()) && work.dated) return HELD;
    if ((work.dated || work.tells) && (await cameBack(engine))) return RESTORED;
    const result = await work.run(engine);
    if (typeof result === 'object') return ending.soon && result.outcome === 'failed' ? CUT_OFF : result;
    return { outcome: 'done', said: typeof result === 'number' ? `${result} 件` : '' };
  } catch (error) {
    if (ending.soon) return CUT_OFF;
    log(`${work.name}: ${saidOf(error)}`);
    return { outcome: 'failed', said: saidOf(error) };
  }
}

async function runIfDue(house: House, work: Recurring): Promise<void> {
  const { engine, log } = house;
  const claimed = await claimRun(engine.db, work, engine.now());
  if (claimed === undefined) return;
  if (claimed.ahead) log(`${work.name}: ${AHEAD}`);
  const ended = await turn(house, work);
  await endRun({ ...engine.db, behind: false }, work.name, ended, engine.now());
}

/**
 * Each line by itself, one turn of it at a time: a backlog in one holds no other. What they share is the few connections of
 * work behind the scenes, which they take in turn, transaction by transaction. The returned function stops them and waits
 * for what is under way.
 */
export function startRecurring(
  engine: ServerEngine,
  log: Log,
  lines: readonly Recurring[],
  { everyMs = TICK_MS, steady = steadyTime }: Beat = {},
): () => Promise<void> {
  const house = { engine, log, isHeld: guardClock(engine, log, steady) };
  const under = new Map<string, Promise<void>>();
  let stopped = false;
  const tick = () => {
    for (const work of lines) {
      if (stopped || under.has(work.name)) continue;
      // The database is away: the next tick asks again.
      const running = runIfDue(house, work).catch(() => {});
      under.set(
        work.name,
        running.finally(() => under.delete(work.name)),
      );
    }
  };
  const timer = setInterval(tick, everyMs);
  tick();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await Promise.all(under.values());
  };
}
