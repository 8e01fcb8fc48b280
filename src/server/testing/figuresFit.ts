import { expect } from 'vitest';
import { counting } from '../../platform/db.ts';
import { endOfDay } from '../../platform/now.ts';
import { listWronglyKept } from '../../rollups/boardClocks.sql.ts';
import { foldChanges } from '../../rollups/foldChanges.sql.ts';
import { differencesIn } from '../../upkeep/checkFigures.sql.ts';
import { listWronglyListed } from '../../upkeep/checkLists.sql.ts';
import type { TestApp } from './app.ts';

/**
 * After whatever a test did: the kept sums say of all time, and as of its end, what the lists behind them say,
 * the board's kept clocks are the clocks, and the rows of the lists are the disputes.
 */
export async function expectFiguresToFit({ engine, clock }: TestApp): Promise<void> {
  const now = clock.now;
  const span = { from: new Date('2000-01-01T00:00:00+08:00'), until: endOfDay('2099-12-31'), asOf: now, live: true };
  const { counties } = engine.reference();
  for (const county of counties) await foldChanges(engine.db, county, now);
  expect(await differencesIn(engine.db, counties, { ...span, end: span.until }, now)).toEqual([]);
  for (const county of counties) {
    const house = { counties: [county], viewers: ['system'] };
    expect(await counting(engine.db, house, (queries) => listWronglyKept(queries, county, now))).toEqual([]);
    expect(await counting(engine.db, house, (queries) => listWronglyListed(queries, county))).toEqual([]);
  }
}
