import { expect, test } from 'vitest';
import { testDatabase } from '../platform/testing/database.ts';
import { fuzz, spoken, summary } from './testing/fuzz/fuzz.ts';
import { openHouse } from './testing/fuzz/house.ts';

test('whatever is sent to whatever address by whomever, it is answered and never a bug', async () => {
  const database = await testDatabase();
  const house = await openHouse(database.appUrl, {}, true);
  const report = await fuzz(house, { seed: 20_261_130, requests: 3_000 });
  await house.close();
  await database.drop();
  expect(report.broken.map(spoken).join('\n'), summary(report)).toBe('');
  // It reaches what it asks for: a fuzz that is refused everywhere finds nothing.
  expect((report.byStatus[200] ?? 0) + (report.byStatus[201] ?? 0)).toBeGreaterThan(report.asked / 8);
});
