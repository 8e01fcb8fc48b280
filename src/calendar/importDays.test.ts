import { expect, test } from 'vitest';
import { readSheet } from '../sheets/readSheet.ts';
import { dayColumns, importDays } from './importDays.ts';

const read = async (csv: string | Buffer) => {
  const { rows } = await readSheet(Buffer.from(csv), { columns: dayColumns, csv: true });
  return importDays(rows, 2026);
};

test('a text file gives days, each bad row its sentence, and keeps none of the others from being taken', async () => {
  const rows = await read(
    '日期,放假或上班,名称\n2026-10-01,放假,国庆节\n2026/10/10,补班,国庆节调休上班\n2027-10-01,放假,国庆节\n2026-10-01,放假,国庆节\n2026-10-02,半天,国庆节\n明天,放假,国庆节\n',
  );
  expect(rows.flatMap(({ day }) => day ?? [])).toEqual([
    { day: '2026-10-01', kind: 'holiday', name: '国庆节' },
    { day: '2026-10-10', kind: 'workday', name: '国庆节调休上班' },
  ]);
  expect(rows.flatMap(({ problems }) => problems)).toEqual([
    '第4行「日期」：不是2026年的日子。',
    '第5行「日期」：和第2行是同一天。',
    '第6行「放假或上班」：「半天」看不懂，请写“放假”或“上班”。',
    expect.stringContaining('第7行「日期」'),
  ]);
});

test('Excel’s own Chinese text files, quoted cells and tabs', async () => {
  const gb = Buffer.from(
    'c8d5c6da2cb7c5bcd9bbf2c9cfb0e02cc3fbb3c60a323032362d31302d30312cb7c5bcd92c22b9facec7c02ca1a222',
    'hex',
  );
  expect((await read(gb))[0]?.day?.day).toBe('2026-10-01');
  expect((await read('日期\t放假或上班\t名称\r\n2026-10-01\t放假\t"国庆节"\r\n'))[0]?.day?.name).toBe('国庆节');
});
