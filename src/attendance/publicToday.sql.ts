import { reading } from '../platform/db.ts';
import { dayOf } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import type { AttendanceEngine } from './attendanceEngine.ts';
import { readCenterDay } from './centerDay.sql.ts';
import { publicLines } from './publicToday.ts';
import type { PublicToday } from './views.ts';

/** For the hall's display and residents: nobody is named, and nobody has to log in. */
export async function readPublicToday(engine: AttendanceEngine, centerId: string): Promise<PublicToday> {
  const { network, book } = engine.reference();
  const unit = network.unit(centerId);
  if (unit?.kind !== 'center' || !unit.active) refuse('notFound', 'noSuchCenter', '没有这个中心。');
  const place = { centerId, countyCode: unit.countyCode };
  const now = engine.now();
  const scope = { counties: [unit.countyCode], viewers: ['system'] };
  const day = await reading(engine.db, scope, (queries) => readCenterDay(engine, queries, place, dayOf(now)));
  return {
    asOf: now.toISOString(),
    center: {
      id: centerId,
      name: unit.name,
      phone: unit.phone,
      address: book.centers.get(centerId)?.address ?? null,
    },
    day: day.day,
    open: day.open,
    lines: day.open ? publicLines(day.lines, (unitId) => network.unit(unitId)?.name ?? '') : [],
  };
}
