import { afterEach, expect, test } from 'vitest';
import { openPressApart } from '../documents/pressApart.ts';
import { markEverySheet } from '../documents/sheetMark.ts';
import { readLayout } from './columns.ts';
import { bandsOf, listSheet } from './listPrint.ts';
import type { LedgerRow } from './views.ts';

afterEach(() => markEverySheet(''));

const frame = {
  scope: '本中心',
  sentence: '全部',
  total: 1000,
  asOf: new Date('2026-01-05T02:00:00Z'),
  printedBy: '测试',
};
const row = (n: number) =>
  ({
    ...{
      code: `14010626${n}`,
      codeShort: `#${n}`,
      title: `${n}号楼漏水赔偿，卫生间和天花板都泡坏了`,
      partiesLine: '郭某｜任某',
    },
    ...{ category: '邻里', place: '迎泽街道', leadUnit: '住建局', status: 'closed', clock: null, firstContact: '' },
    openedAt: '2025-03-01T01:00:00Z',
  }) as LedgerRow;
const part = (n: number) =>
  listSheet(
    Array.from({ length: 1000 }, (_, index) => row(n * 1000 + index)),
    readLayout('code,what,category,place,unit,clock,status,opened,first'),
    { ...frame, part: n + 1, parts: 4 },
  );
const printed = async (form: ReturnType<typeof part>) => {
  const press = openPressApart();
  const pdf = await press.render(form);
  await press.close();
  return pdf;
};

test('a long print gives its memory back: four thousand rows leave the server as small as it was', async () => {
  await printed(part(0));
  const before = process.memoryUsage().rss;
  for (const n of [0, 1, 2, 3]) expect((await printed(part(n))).length).toBeGreaterThan(10_000);
  expect((process.memoryUsage().rss - before) / 1_048_576).toBeLessThan(150);
}, 60_000);

test('a long print of the practice house is marked as such on every sheet, as a short one is', async () => {
  const plain = await printed(part(0));
  markEverySheet('练习');
  expect((await printed(part(0))).length).toBeGreaterThan(plain.length + 500);
}, 60_000);

test('a printed ledger with more columns than a sheet is wide goes onto several sheets, each with the code; none is squeezed', () => {
  const wide = readLayout(
    'code,what,category,place,address,status,unit,handler,opened,closed,facts,demands,result,oldNumber,allParties',
  );
  const bands = bandsOf(wide);
  expect(bands.length).toBeGreaterThan(1);
  expect(bands.every(([first]) => first?.key === 'code')).toBe(true);
  expect(bands.flatMap((band) => band.slice(1).map(({ key }) => key))).toEqual(wide.slice(1).map(({ key }) => key));
  for (const band of bands) expect(band.reduce((sum, { width }) => sum + width, 45)).toBeLessThanOrEqual(1320);
  expect(bandsOf(readLayout('code,what,category,place,unit,clock,status,opened,first'))).toHaveLength(1);
  expect(listSheet([row(1)], wide, { ...frame, part: 1, parts: 1 }).data.sentence).toContain(`分成 ${bands.length} 幅`);
});
