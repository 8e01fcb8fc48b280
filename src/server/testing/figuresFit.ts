import { expect } from 'vitest';
import { endOfDay } from '../../platform/now.ts';
import { differencesIn } from '../../upkeep/checkFigures.sql.ts';
import type { TestApp } from './app.ts';

/** After whatever a test did: the kept sums say of all time, and as of its end, what the lists behind them say. */
export async function expectFiguresToFit({ engine, clock }: TestApp): Promise<void> {
  const now = clock.now;
  const span = { from: new Date('2000-01-01T00:00:00+08:00'), until: endOfDay('2099-12-31'), asOf: now, live: true };
  const { counties } = engine.reference();
  expect(await differencesIn(engine.db, counties, { ...span, end: span.until }, now)).toEqual([]);
}
