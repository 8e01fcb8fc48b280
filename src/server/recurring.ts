import { sql } from 'kysely';
import { listLate } from '../deadlines/lateMatters.sql.ts';
import { isSupervisable } from '../deadlines/supervise.ts';
import { recordNotice } from '../deadlines/supervision.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import { listOverduePauses } from '../disputes/materials.sql.ts';
import { takeStep } from '../disputes/takeStep.sql.ts';
import { nextNoticeCode } from '../intake/codes.sql.ts';
import * as matters from '../matters/record.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, plainly, reading } from '../platform/db.ts';
import { failSilentJobs } from '../platform/jobs.sql.ts';

export const systemActor = (counties: readonly string[]): Actor => ({
  userId: '',
  postId: '',
  name: '系统',
  role: 'system',
  unitId: '',
  centerId: null,
  regionCode: '',
  countyCode: '',
  counties,
  viewers: ['system'],
});

const BATCH = 20;

/** Every clock that is late beyond the county's days of grace gets its notice, once. */
export async function superviseLate(engine: Engine): Promise<number> {
  const { counties, calendar, rulesFor } = engine.reference();
  let sent = 0;
  for (const countyCode of counties) {
    const { rules } = rulesFor(countyCode);
    const replyRule = rules.clocks.supervisionReply;
    if (!replyRule) continue;
    for (;;) {
      const now = engine.now();
      const since = new Date(now.getTime() - rules.handling.superviseAfterDays * 86_400_000);
      const actor = systemActor([countyCode]);
      const count = await command(engine.db, actor, async (tx) => {
        const late = (await listLate(tx, countyCode, since, BATCH)).filter((each) =>
          isSupervisable(each.clock, now, rules.handling.superviseAfterDays),
        );
        // Two late clocks of one matter: the second waits for the next round, so that its event follows the first.
        const first = [...new Map(late.map((each) => [each.id, each])).values()];
        matters.recordAsSystem(tx);
        for (const each of first)
          recordNotice(tx, each, {
            actor,
            now,
            calendar,
            replyRule,
            code: await nextNoticeCode(engine.db, countyCode, now),
          });
        return first.length;
      });
      sent += count;
      if (count === 0) break;
    }
  }
  return sent;
}

/** A pause that reached its limit ends by itself. */
export async function expireMaterials(engine: Engine): Promise<number> {
  let ended = 0;
  for (const countyCode of engine.reference().counties) {
    const actor = systemActor([countyCode]);
    const codes = await reading(engine.db, actor, (queries) => listOverduePauses(queries, countyCode, engine.now()));
    for (const code of codes) await takeStep(engine, actor, code, 'expireMaterial', {});
    ended += codes.length;
  }
  return ended;
}

/** A job beats twice a second; a silent minute means that its server is gone. */
const failSilent = (engine: Engine): Promise<void> =>
  failSilentJobs(engine.db, new Date(engine.now().getTime() - 60_000), engine.now());

type Recurring = { name: string; everySeconds: number; run(engine: Engine): Promise<unknown> };

/** Everything that happens by itself, to be read aloud. */
export const recurring: readonly Recurring[] = [
  { name: '补材料到期，钟继续走', everySeconds: 60, run: expireMaterials },
  { name: '没有回音的后台工作记为没做完', everySeconds: 60, run: failSilent },
  { name: '逾期自动发督办单', everySeconds: 60, run: superviseLate },
];

/** One server at a time: whoever stamps the row first runs, the others see that it was done. */
async function claim(engine: Engine, { name, everySeconds }: Recurring): Promise<boolean> {
  const now = engine.now();
  const before = new Date(now.getTime() - everySeconds * 1000);
  const { rows } = await plainly(engine.db, (queries) =>
    sql<{ name: string }>`
      insert into recurring_run (name, last_run_at) values (${name}, ${now})
      on conflict (name) do update set last_run_at = excluded.last_run_at
      where recurring_run.last_run_at <= ${before} returning name`.execute(queries),
  );
  return rows.length > 0;
}

/** Starts the table; the returned function stops it and waits for what is under way. */
export function startRecurring(engine: Engine, log: (line: string) => void): () => Promise<void> {
  let under: Promise<unknown> = Promise.resolve();
  const tick = async () => {
    for (const work of recurring)
      if (await claim(engine, work).catch(() => false))
        await work.run(engine).catch((error: unknown) => log(`${work.name}: ${(error as Error).message}`));
  };
  const timer = setInterval(() => {
    under = under.then(tick);
  }, 15_000);
  under = tick();
  return async () => {
    clearInterval(timer);
    await under;
  };
}
