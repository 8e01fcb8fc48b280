import { type Column, shanghaiOffset } from './column.ts';

/** A cell as a workbook holds it, formulas already replaced by their cached result. */
export type RawCell = string | number | boolean | Date | null;
/** What a file holds in a cell, or the sentence that says why it cannot be read. */
export type CellRead = { raw: RawCell } | { error: string };
export type ReadValue = string | number | boolean | Date | null;
export type Reading = { value: ReadValue } | { error: string };

/** A cell's value by the column's kind: date → '2026-10-16', dateTime → Date, yesNo → boolean. Empty is null. */
export function cellIn(raw: RawCell, kind: Column['kind']): Reading {
  if (raw === null || (typeof raw === 'string' && raw.trim() === '')) return { value: null };
  return readers[kind](raw);
}

const readers: Record<Column['kind'], (raw: Exclude<RawCell, null>) => Reading> = {
  text: textIn,
  number: numberIn,
  date: (raw) => dayIn(raw),
  dateTime: momentIn,
  yesNo: yesNoIn,
};

function textIn(raw: Exclude<RawCell, null>): Reading {
  if (raw instanceof Date) return { value: isoDay(raw) };
  if (typeof raw === 'boolean') return { value: raw ? '是' : '否' };
  // Excel keeps 15 digits of a number: longer codes and ID numbers have already lost their end.
  if (typeof raw === 'number' && Math.abs(raw) >= 1e15) {
    return { error: `${raw} 被 Excel 当成数字，后几位已经丢了；把这一列设成「文本」再填一次` };
  }
  return { value: String(raw).trim() };
}

function numberIn(raw: Exclude<RawCell, null>): Reading {
  if (typeof raw === 'number') return { value: raw };
  const digits = plain(raw).replace(/[,¥元\s]/g, '');
  return /^-?\d+(\.\d+)?$/.test(digits) ? { value: Number(digits) } : { error: `「${shown(raw)}」不是数字` };
}

const yes = ['是', '有', '√', '✓', 'y', 'yes', 'true', '1'];
const no = ['否', '无', '没有', '×', 'x', 'n', 'no', 'false', '0'];

function yesNoIn(raw: Exclude<RawCell, null>): Reading {
  const word = plain(raw).toLowerCase();
  if (yes.includes(word)) return { value: true };
  return no.includes(word) ? { value: false } : { error: `「${shown(raw)}」看不出是「是」还是「否」` };
}

function dayIn(raw: Exclude<RawCell, null>): Reading {
  const clock = wallClockIn(raw);
  return typeof clock === 'string' ? { error: clock } : { value: isoDay(clock) };
}

function momentIn(raw: Exclude<RawCell, null>): Reading {
  const clock = wallClockIn(raw);
  return typeof clock === 'string' ? { error: clock } : { value: new Date(clock.getTime() - shanghaiOffset) };
}

const written =
  /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?(?:[\sT]*(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})秒?|分)?)?$/;

/** The wall clock as a UTC Date, or the sentence that says why it cannot be read. */
function wallClockIn(raw: Exclude<RawCell, null>): Date | string {
  if (raw instanceof Date) return new Date(Math.round(raw.getTime() / 1000) * 1000);
  const text = plain(raw);
  if (/^\d{8}$/.test(text)) return wallClockIn(text.replace(/(\d{4})(\d{2})(\d{2})/, '$1-$2-$3'));
  // A date cell whose format was lost shows its serial: days since 30 December 1899. 20,000 is 1954.
  if (typeof raw === 'number' && raw >= 20_000 && raw < 80_000) return new Date((raw - 25_569) * 86_400_000);
  const parts = written.exec(text);
  if (!parts) {
    const why = /^\d{1,2}月\d{1,2}日?$/.test(text) ? '没有写年份' : '读不出日期';
    return `「${shown(raw)}」${why}；写成 2026-10-16 这样`;
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const real = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return real ? at : `「${shown(raw)}」这一天不存在`;
}

function isoDay(wallClock: Date): string {
  return wallClock.toISOString().slice(0, 10);
}

function plain(raw: Exclude<RawCell, null>): string {
  return (raw instanceof Date ? isoDay(raw) : String(raw)).normalize('NFKC').trim();
}

function shown(raw: Exclude<RawCell, null>): string {
  const text = raw instanceof Date ? isoDay(raw) : String(raw).trim();
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}
