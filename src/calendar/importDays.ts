import { isDay } from '../platform/now.ts';
import type { Column } from '../sheets/column.ts';
import type { SpecialDay } from './calendar.ts';

export const dayColumns: readonly Column[] = [
  { key: 'day', title: '日期', kind: 'date', width: 12, required: true, alsoCalled: ['日子', 'date', 'day'] },
  {
    key: 'kind',
    title: '放假或上班',
    kind: 'text',
    width: 12,
    required: true,
    alsoCalled: ['类型', '安排', '放假/上班', 'kind', 'type'],
  },
  { key: 'name', title: '名称', kind: 'text', width: 20, alsoCalled: ['节日', '节假日', '说明', 'name'] },
];

export type DayRow = { rowNumber: number; day: SpecialDay | null; problems: string[] };
type Row = {
  rowNumber: number;
  values: Readonly<Record<string, unknown>>;
  errors: readonly { sentence: string }[];
};

const kinds: readonly [RegExp, SpecialDay['kind']][] = [
  [/^(放假|休息|休|节假日|假日|holiday)$/i, 'holiday'],
  [/^(上班|调休上班|补班|调休|班|工作日|workday)$/i, 'workday'],
];

function readRow({ rowNumber, values, errors }: Row, year: number, seen: Map<string, number>): DayRow {
  const problems = errors.map(({ sentence }) => sentence);
  const say = (title: string, sentence: string) => problems.push(`第${rowNumber}行「${title}」：${sentence}。`);
  if (problems.length > 0) return { rowNumber, day: null, problems };
  const [day, word, name] = ['day', 'kind', 'name'].map((key) => String(values[key] ?? '').trim());
  const kind = kinds.find(([pattern]) => pattern.test(word ?? ''))?.[1];
  if (!day || !isDay(day)) say('日期', '不是日期');
  else if (!day.startsWith(`${year}-`)) say('日期', `不是${year}年的日子`);
  else if (seen.has(day)) say('日期', `和第${seen.get(day)}行是同一天`);
  if (!kind) say('放假或上班', `「${word}」看不懂，请写“放假”或“上班”`);
  if ((name ?? '').length > 40) say('名称', '超过 40 个字');
  if (problems.length > 0 || !day || !kind) return { rowNumber, day: null, problems };
  seen.set(day, rowNumber);
  return { rowNumber, day: { day, kind, name: name || (kind === 'holiday' ? '放假' : '调休上班') }, problems };
}

/** The rows of a workbook as days of a year; a bad row keeps none of the others from being taken. */
export function importDays(rows: readonly Row[], year: number): DayRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => readRow(row, year, seen));
}
