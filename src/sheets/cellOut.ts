import { type CellValue, type Column, shanghaiOffset } from './column.ts';

/** Excel's own limit for one cell. */
const longest = 32_767;
const cut = '……（太长，全文在系统里）';

export const formatOf: Record<Column['kind'], string> = {
  // '@' keeps =1+1, +86…, -x and @x text even after somebody edits the cell, and keeps 18 digits whole.
  text: '@',
  number: 'General',
  date: 'yyyy-mm-dd',
  dateTime: 'yyyy-mm-dd hh:mm',
  yesNo: '@',
};

/** What is stored in the cell: only text, numbers and dates ever come out, so data can never become a formula. */
export function cellOut(value: CellValue, kind: Column['kind']): string | number | Date | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (kind === 'number' && typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (kind === 'date' || kind === 'dateTime') return dateOut(value, kind);
  if (value instanceof Date) return wallClock(value).toISOString().slice(0, 16).replace('T', ' ');
  return textOut(String(value));
}

function dateOut(value: string | number | Date, kind: 'date' | 'dateTime'): string | Date {
  if (value instanceof Date) {
    const shown = wallClock(value);
    if (kind === 'date') shown.setUTCHours(0, 0, 0, 0);
    return shown;
  }
  return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? new Date(`${value}T00:00:00Z`) : textOut(String(value));
}

function wallClock(at: Date): Date {
  return new Date(at.getTime() + shanghaiOffset);
}

function textOut(text: string): string {
  const safe = text.toWellFormed();
  return safe.length <= longest ? safe : safe.slice(0, longest - cut.length).toWellFormed() + cut;
}
