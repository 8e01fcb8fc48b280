import { readYuan } from '../platform/yuan.ts';
import type { CellRead } from '../sheets/openBook.ts';
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
};

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

function amountIn(text: string, tenThousand: boolean): { cents: number | null } | { error: string } {
  const plain = text.normalize('NFKC').replace(/^约|左右$|人民币|RMB/gi, '');
  const read = readYuan(tenThousand && /^[\d.,\s]+$/.test(plain) ? `${plain}万` : plain.replace(/万元整?$/, '万'));
  if (read.ok) return { cents: read.cents };
  return { error: tenThousand ? '金额写数字，这一列的单位是万元，比如 1.2' : read.sentence };
}

const isDayField = (field: LedgerField): field is keyof Line['days'] =>
  field === 'openedOn' || field === 'closedOn' || field === 'occurredOn';

function readField(line: Line, field: LedgerField, cell: CellRead | undefined, mapping: Mapping): string | null {
  const read = textIn(cell, field);
  if ('error' in read) return read.error;
  const { text } = read;
  if (text === '') return null;
  if (isDayField(field)) {
    const raw = cell && 'raw' in cell ? cell.raw : null;
    const day = ledgerDay(raw === null || typeof raw === 'string' ? text : raw, mapping.year);
    if ('error' in day) return day.error;
    line.days[field] = day;
  } else if (field === 'amount') {
    const amount = amountIn(text, mapping.tenThousand);
    if ('error' in amount) return amount.error;
    line.amountCents = amount.cents;
  } else if (field === 'people') {
    const people = Number(/^\d{1,6}(?=\s*人?$)/.exec(text.normalize('NFKC'))?.[0]);
    if (!Number.isInteger(people) || people < 1) return `「${text.slice(0, 20)}」不是人数；写整数`;
    line.people = people;
  } else line.texts[field] = text;
  return null;
}

/** The mapped cells of a row; what cannot be read is said at its cell, the rest is read all the same. */
export function readLine(row: RawRow, mapping: Mapping): { line: Line; problems: Problem[] } {
  const line: Line = { rowNumber: row.rowNumber, texts: {}, days: {}, amountCents: null, people: null };
  const problems: Problem[] = [];
  for (const [place, field] of Object.entries(mapping.columns)) {
    const column = Number(place);
    const error = readField(line, field, row.cells[column], mapping);
    if (error) problems.push({ column, sentence: error });
  }
  return { line, problems };
}

export type RowKind = 'row' | 'empty' | 'total' | 'header' | 'foot';

const totals = /^(合计|总计|小计|共计|累计|本页(小计|合计))/;
const feet = /^(制表|填表|填报|审核|审批|单位负责人|负责人|联系电话|备注|说明|注)[^，。]{0,6}[:：]/;

/** Empty rows, the header printed again on each page, sums and signatures at the end are no disputes. */
export function rowKind(row: RawRow, mapping: Mapping, titles: ReadonlyMap<number, string>): RowKind {
  const texts = row.cells.flatMap((cell, column) => {
    const raw = cell && 'raw' in cell ? cell.raw : cell ? cell.error : null;
    return raw === null || String(raw).trim() === '' ? [] : [{ column, text: String(raw).normalize('NFKC').trim() }];
  });
  if (texts.length === 0) return 'empty';
  const start = texts.slice(0, 3).map(({ text }) => text.replace(/\s/g, ''));
  if (start.some((text) => totals.test(text))) return 'total';
  if (start.some((text) => feet.test(text))) return 'foot';
  const repeated = texts.filter(({ column, text }) => titles.get(column) === text);
  if (repeated.length >= Math.max(2, texts.length / 2)) return 'header';
  // A serial number alone is a row prepared for later.
  const mapped = texts.filter(({ column }) => mapping.columns[column] && mapping.columns[column] !== 'oldNumber');
  return mapped.length === 0 ? 'empty' : 'row';
}
