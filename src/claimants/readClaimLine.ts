import { amountsIn } from '../platform/amountsIn.ts';
import { readYuan } from '../platform/yuan.ts';
import { cellIn } from '../sheets/cellIn.ts';
import { textOf } from '../sheets/findTable.ts';
import type { RawRow } from '../sheets/xlsxRows.ts';
import { bareAccount, type ClaimantInput, emptyClaimant } from './claimant.ts';
import { type ClaimColumn, fieldTitle, isItem } from './claimColumns.ts';
import type { EvidenceKind } from './data/claimItems.ts';

/** A row as it was read; `stated`: the sum that the row itself gives. */
export type ClaimLine = {
  rowNumber: number;
  claimant: ClaimantInput;
  stated: number | null;
  problems: Record<string, string>;
};
export type LineKind = 'row' | 'total' | 'foot' | 'header' | 'empty';

const totals = /^(合计|总计|共计|小计|总额|合\s*计)/;
const feet = /^(制表|填表|审核|复核|说明|注[:：]|备注[:：]|单位[:：]|日期[:：])/;

/** Sums, signatures and headings that are printed again are nobody's row. */
export function lineKind(row: RawRow, columns: readonly ClaimColumn[]): LineKind {
  const texts = row.cells.map((_cell, column) => textOf(row, column)).filter((text) => text !== '');
  if (texts.length === 0) return 'empty';
  const nameColumn = columns.find(({ field }) => field === 'name')?.column;
  const idColumn = columns.find(({ field }) => field === 'idNumber')?.column;
  const person = idColumn !== undefined && textOf(row, idColumn) !== '';
  const start = texts.slice(0, 2).map((text) => text.replace(/\s/g, ''));
  if (!person && start.some((text) => totals.test(text))) return 'total';
  if (!person && start.some((text) => feet.test(text))) return 'foot';
  if (
    nameColumn !== undefined &&
    columns.some(
      ({ column, title }) => column === nameColumn && textOf(row, column) === (title.split(' ').at(-1) ?? ''),
    )
  )
    return 'header';
  // A serial number alone is a row prepared for later.
  const mapped = columns.filter(({ field, column }) => field && field !== 'skip' && textOf(row, column) !== '');
  return mapped.length === 0 ? 'empty' : 'row';
}

type AmountRead = { cents: number | null } | { error: string };

/** 8000, 「8,000元」, 「捌仟元整」, and in ten thousand where the heading says so; what says two things is asked. */
export function amountIn(row: RawRow, { column, title }: Pick<ClaimColumn, 'column' | 'title'>): AmountRead {
  const cell = row.cells[column];
  if (cell && 'error' in cell) return cell;
  const text = textOf(row, column);
  if (text === '' || /^[-—–/无]+$/.test(text)) return { cents: null };
  const times = /万/.test(title) ? 10_000 : 1;
  if (typeof cell?.raw === 'number') return whole(cell.raw * 100 * times, text);
  const read = readYuan(text);
  if (read.ok && read.cents !== null) return whole(read.cents * (/万/.test(text) ? 1 : times), text);
  const said = amountsIn(/[元圆块]/.test(text) ? text : `${text}元`);
  const [only] = said;
  const rest = only ? text.slice(0, only.from) + text.slice(only.to) : text;
  if (only && said.length === 1 && /^[人民币¥￥整正共计约：:\s]*$/.test(rest) && !/约/.test(rest))
    return { cents: only.cents };
  return { error: `「${text.slice(0, 20)}」读不出金额，写成 8000 这样` };
}

function whole(cents: number, text: string): AmountRead {
  const rounded = Math.round(cents);
  if (rounded < 0 || rounded > 1e13) return { error: `「${text.slice(0, 20)}」不是应付的金额` };
  return { cents: rounded };
}

const evidenceWords: readonly (readonly [EvidenceKind, RegExp])[] = [
  ['contract', /合同/],
  ['attendance', /考勤|打卡|出勤/],
  ['payslip', /工资条|工资表|工资单/],
  ['transfer', /转账|流水|银行明细/],
  ['iou', /欠条|欠据|结算单/],
  ['messages', /微信|聊天|短信|录音/],
  ['witness', /证人|证言/],
  ['medical', /病历|鉴定|诊断/],
];
const evidenceIn = (text: string): EvidenceKind[] => {
  const found = evidenceWords.filter(([, rule]) => rule.test(text)).map(([kind]) => kind);
  return found.length === 0 && text !== '' && !/^(无|没有)$/.test(text) ? ['other'] : found;
};
/** Longest text that a field takes; a longer one is told. */
const longest: Readonly<Record<string, number>> = {
  name: 80,
  idNumber: 50,
  phone: 40,
  address: 200,
  period: 100,
  bank: 80,
  note: 300,
};

function readText(line: ClaimLine, row: RawRow, { column, field }: ClaimColumn): void {
  const cell = row.cells[column];
  if (!cell || !field) return;
  const read = 'error' in cell ? cell : cellIn(cell.raw, 'text');
  if ('error' in read) {
    line.problems[field] = `${read.error}。`;
    return;
  }
  const text = read.value === null ? '' : String(read.value).normalize('NFC').trim();
  if (field === 'evidence') {
    line.claimant.evidence = evidenceIn(text);
    line.claimant.evidenceNote = text.slice(0, 300);
    return;
  }
  if (field === 'account') line.claimant.account = bareAccount(text).slice(0, 40);
  const most = longest[field];
  if (most === undefined) return;
  if (text.length > most) line.problems[field] = `「${fieldTitle(field)}」太长，最多 ${most} 个字。`;
  const put = line.claimant as unknown as Record<string, string>;
  put[field] = text.replace(/\s+/g, field === 'idNumber' || field === 'phone' ? '' : ' ').slice(0, most);
}

export function readClaimLine(row: RawRow, columns: readonly ClaimColumn[]): ClaimLine {
  const line: ClaimLine = {
    ...{ rowNumber: row.rowNumber, stated: null, problems: {} },
    claimant: { ...emptyClaimant, items: [], evidence: [] },
  };
  for (const each of columns) {
    const { field } = each;
    if (field === null || field === 'skip') continue;
    if (field !== 'total' && !isItem(field)) {
      readText(line, row, each);
      continue;
    }
    const read = amountIn(row, each);
    if ('error' in read) line.problems.items = `${read.error}。`;
    else if (read.cents !== null && field === 'total') line.stated = read.cents;
    else if (read.cents !== null && read.cents > 0 && isItem(field))
      line.claimant.items.push({ kind: field, cents: read.cents });
  }
  return line;
}
