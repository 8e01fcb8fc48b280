import type { BriefingEngine } from '../briefing/briefingEngine.ts';
import { missedAt, spokenTime } from '../briefing/edition.ts';
import { dueCenters, listEditions, listMissed } from '../briefing/editions.sql.ts';
import type { Unit } from '../network/lookup.ts';
import { systemActor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import { dayOf } from '../platform/now.ts';
import { bad, type Check, type Found, ok, warn } from './finding.ts';

export type BriefingMeans = Pick<BriefingEngine, 'db' | 'now'> & {
  reference(): Pick<ReturnType<BriefingEngine['reference']>, 'network' | 'directory' | 'calendarFor' | 'counties'>;
};

const FEW = 5;
const named = (units: readonly Unit[]): string =>
  units
    .slice(0, FEW)
    .map(({ short }) => short)
    .join('、') + (units.length > FEW ? `等 ${units.length} 个` : '');

async function look(means: BriefingMeans): Promise<Found> {
  const now = means.now();
  const day = dayOf(now);
  const due = dueCenters(means, day);
  if (now < missedAt(day) || due.length === 0) return ok('今天现在没有该出还没出的');
  const made = await reading(means.db, systemActor(means.reference().counties), (queries) =>
    listEditions(queries, due, day),
  );
  const absent = due.filter(({ id }) => !made.some(({ centerId }) => centerId === id));
  if (absent.length > 0)
    return bad(
      `7:45 过了还没有出来：${named(absent)}`,
      '看「自己做的事」里「主任晨报」怎么说；时钟跳过的、刚恢复的，先确认。',
    );
  const late = await listMissed(means, now);
  const last = made
    .map(({ madeAt }) => madeAt)
    .toSorted()
    .at(-1);
  if (late.length > 0 && last)
    return warn(`${named(late)}的晨报晚了，${spokenTime(new Date(last))} 才出`, '看看 7:30 那时服务是不是停着。');
  return ok(`${made.length} 个中心的都出来了`);
}

/** Whether today's mornings are there, late, or missing. */
export const briefingCheck = (means: BriefingMeans): Check => ({
  id: 'briefing',
  name: '主任晨报',
  look: () => look(means),
});
