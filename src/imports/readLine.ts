import { spokenNumber } from '../platform/spokenNumber.ts';
import { readYuan } from '../platform/yuan.ts';
import type { CellRead } from '../sheets/cellIn.ts';
import type { RawRow } from '../sheets/xlsxRows.ts';
import { ledgerDay } from './ledgerDay.ts';
import { type LedgerField, ledgerFields } from './ledgerFields.ts';
import type { Mapping } from './mapping.ts';

/** One row as the old ledger says it: texts, days and cents, nothing matched to our own words yet. */
export type Line = {
  rowNumber: number;
  texts: Partial<Record<LedgerField, string>>;
  days: Partial<Record<'openedOn' | 'closedOn' | 'occurredOn', { day: string; time: string | null }>>;
  amountCents: number | null;
  people: number | null;
  /** What no field of ours holds, under the title of its column: it stays with the dispute in these words. */
  kept: { title: string; text: string }[];
};

/** The titles of a table by column; of two rows the lower one is said last. */
export type Titles = ReadonlyMap<number, string>;

/** What is wrong in which column (from 0), as a sentence. */
export type Problem = { column: number | null; sentence: string };

/** What people write where they know nothing. */
const blanks = /^(无|没有|不详|不清楚|未知|暂无|空|[-—–/\\.*]+)$/;
const lostDigits = (title: string): string =>
  `${title}被 Excel 当成了数字，后几位已经丢了；把这一列设成「文本」，对照原件再填一次`;

function textIn(cell: CellRead | undefined, field: LedgerField): { text: string } | { error: string } {
  if (!cell) return { text: '' };
  if ('error' in cell) return cell;
  const { raw } = cell;
  if (raw === null) return { text: '' };
  if (raw instanceof Date) return { text: raw.toISOString().slice(0, 10) };
  const { title, personal } = ledgerFields[field];
  // Excel keeps 15 digits of a number: an ID number typed as one has lost its end.
  if (typeof raw === 'number' && Math.abs(raw) >= 1e15) return { error: lostDigits(title) };
  const text = String(raw).trim();
  if (personal && /^\d(\.\d+)?E\+\d+$/i.test(text.normalize('NFKC'))) return { error: lostDigits(title) };
  return { text: blanks.test(text.normalize('NFKC')) ? '' : text };
}

/** Null: not one sum, such as a range. Words before and behind it are not the sum, and are kept beside it. */
function amountIn(text: string, tenThousand: boolean): { cents: number | null; whole: boolean } | null {
  const plain = text.normalize('NFKC').replace(/\s|人民币|RMB|\(大写\)/gi, '');
  const bare = plain.replace(/^约|左右$/g, '');
  const whole = bare === plain;
  const spoken = /^(.+?)[元圆块]?(钱|整|正)?$/.exec(bare)?.[1] ?? '';
  const said = spokenNumber(spoken);
  if (said !== null) return tenThousand && !/[元圆块]|万/.test(bare) ? null : { cents: said * 100, whole };
  const read = readYuan(tenThousand && /^[\d.,\s]+$/.test(bare) ? `${bare}万` : bare.replace(/万元整?$/, '万'));
  return read.ok ? { cents: read.cents, whole } : null;
}

function readAmount(line: Line, text: string, title: string, tenThousand: boolean): void {
  const amount = amountIn(text, tenThousand);
  line.amountCents = amount?.cents ?? null;
  if (!amount?.whole) line.kept.push({ title, text });
}

function readPeople(line: Line, text: string, title: string): void {
  const [, count = ''] = /^(.+?)\s*(人|名|户)?$/.exec(text.normalize('NFKC')) ?? [];
  const people = /^\d{1,6}$/.test(count) ? Number(count) : spokenNumber(count);
  if (people !== null && people >= 1 && people <= 999_999) line.people = people;
  else line.kept.push({ title, text });
}

const isDayField = (field: LedgerField): field is keyof Line['days'] =>
  field === 'openedOn' || field === 'closedOn' || field === 'occurredOn';

/** The year of days that name none: the row's own column says it, else the title above. */
function yearOf({ cells }: RawRow, { columns, year }: Mapping): number | null {
  const [column] = Object.entries(columns).find(([, field]) => field === 'year') ?? [];
  const cell = column === undefined ? undefined : cells[Number(column)];
  const said = cell && 'raw' in cell ? /(?:19|20)\d\d/.exec(String(cell.raw ?? '')) : null;
  return said ? Number(said[0]) : year;
}

type Place = { field: LedgerField; title: string; mapping: Mapping };

function readField(line: Line, { field, title, mapping }: Place, cell: CellRead | undefined): string | null {
  const read = textIn(cell, field);
  if ('error' in read) return read.error;
  const { text } = read;
  if (text === '') return null;
  if (isDayField(field)) {
    const raw = cell && 'raw' in cell ? cell.raw : null;
    const day = ledgerDay(raw === null || typeof raw === 'string' ? text : raw, mapping.year);
    if (!('error' in day)) line.days[field] = day;
    // When it happened is often told in words: 「去年春节前」 stays as such.
    else if (field === 'occurredOn') line.kept.push({ title, text });
    else return day.error;
  } else if (field === 'amount') readAmount(line, text, title, mapping.tenThousand);
  else if (field === 'people') readPeople(line, text, title);
  else if (field === 'remark') line.kept.push({ title, text });
  else line.texts[field] = text;
  return null;
}

/** The mapped cells of a row; what cannot be read is said at its cell, the rest is read all the same. */
export function readLine(row: RawRow, mapping: Mapping, titles: Titles): { line: Line; problems: Problem[] } {
  const { rowNumber, cells } = row;
  const line: Line = { rowNumber, texts: {}, days: {}, amountCents: null, people: null, kept: [] };
  const problems: Problem[] = [];
  const year = yearOf(row, mapping);
  for (const [place, field] of Object.entries(mapping.columns)) {
    const column = Number(place);
    const title = titles.get(column) ?? ledgerFields[field].title;
    const error = readField(line, { field, title, mapping: { ...mapping, year } }, cells[column]);
    if (error) problems.push({ column, sentence: error });
  }
  return { line, problems };
}

export type RowKind = 'row' | 'empty' | 'total' | 'header' | 'foot';

const totals = /^(合计|总计|小计|共计|累计|本页(小计|合计))/;
const feet = /^(制表|填表|填报|审核|审批|单位负责人|负责人|联系电话|备注|说明|注)[^，。]{0,6}[:：]/;

/** 「共计欠款三万元」 among somebody's words is no sum of a page: such a row has its day and its people. */
const isDispute = (texts: readonly { column: number }[], { columns }: Mapping): boolean =>
  ['openedOn', 'applicants'].every((field) => texts.some(({ column }) => columns[String(column)] === field));

/** Empty rows, the header printed again on each page, sums and signatures at the end are no disputes. */
export function rowKind(row: RawRow, mapping: Mapping, titles: Titles): RowKind {
  const texts = row.cells.flatMap((cell, column) => {
    const raw = cell && 'raw' in cell ? cell.raw : cell ? cell.error : null;
    return raw === null || String(raw).trim() === '' ? [] : [{ column, text: String(raw).normalize('NFKC').trim() }];
  });
  if (texts.length === 0) return 'empty';
  const start = texts.slice(0, 3).map(({ text }) => text.replace(/\s/g, ''));
  if (start.some((text) => totals.test(text)) && !isDispute(texts, mapping)) return 'total';
  if (start.some((text) => feet.test(text)) && !isDispute(texts, mapping)) return 'foot';
  const repeated = texts.filter(({ column, text }) => titles.get(column) === text);
  if (repeated.length >= Math.max(2, texts.length / 2)) return 'header';
  // A serial number alone is a row prepared for later.
  const mapped = texts.filter(({ column }) => mapping.columns[column] && mapping.columns[column] !== 'oldNumber');
  return mapped.length === 0 ? 'empty' : 'row';
}
