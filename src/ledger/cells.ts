import { statusLabels } from '../disputes/procedure.ts';
import { dayOf, dueDay, formatTime } from '../platform/now.ts';
import type { ColumnKey } from './columns.ts';
import type { LedgerRow } from './views.ts';
import { emptyWords, valueWords, visitWords, willingWords } from './words.ts';

type Language = 'zh' | 'en';
type Words = Readonly<Record<string, Readonly<Record<Language, string>>>> | undefined;

type Maybe<T> = T | null | undefined;
const said = (words: Words, value: Maybe<string>, language: Language): string =>
  value ? (words?.[value]?.[language] ?? value) : '';
const day = (iso: Maybe<string>): string => (iso ? dayOf(new Date(iso)) : '');
const count = (value: Maybe<number>): string => String(value ?? '');

const notice = (level: Maybe<number>, language: Language): string => {
  if (!level) return '';
  return language === 'zh' ? `第${level}次督办` : `notice no. ${level}`;
};

const yuan = (cents: Maybe<number>): string => {
  if (typeof cents !== 'number') return '';
  const [whole = '', fraction = '00'] = (cents / 100).toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
};

type Text = (row: LedgerRow, language: Language) => string;
const texts: Record<ColumnKey, Text> = {
  code: (row) => row.codeShort,
  what: (row) => [row.title, row.partiesLine].filter(Boolean).join(' '),
  title: (row) => row.title,
  parties: (row) => row.partiesLine,
  allParties: (row) => row.allParties ?? '',
  category: (row) => row.category,
  place: (row) => row.place,
  community: (row) => row.community ?? '',
  grid: (row) => row.grid ?? '',
  address: (row) => row.address ?? '',
  source: (row, language) => said(valueWords.source, row.source, language),
  status: (row, language) => statusLabels[row.status][language],
  clock: (row, language) => row.clock?.chip ?? emptyWords.clock[language],
  due: (row) => (row.dueAt ? dueDay(new Date(row.dueAt)) : ''),
  unit: (row, language) => row.leadUnit ?? emptyWords.unit[language],
  handler: (row) => row.handler ?? '',
  supporting: (row) => row.supportingUnits?.join('、') ?? '',
  center: (row) => row.center ?? '',
  first: (row) => row.firstContact,
  opened: (row) => day(row.openedAt),
  closed: (row) => day(row.closedAt),
  updated: (row) => (row.updatedAt ? formatTime(new Date(row.updatedAt)) : ''),
  difficulty: (row, language) => said(valueWords.difficulty, row.difficulty, language),
  urgency: (row, language) => said(valueWords.urgency, row.urgency, language),
  gravity: (row, language) => said(valueWords.gravity, row.gravity, language),
  people: (row) => count(row.people),
  amount: (row) => yuan(row.amountCents),
  willing: (row, language) => said(willingWords, row.willing, language),
  occurred: (row) => row.occurredOn ?? '',
  outcome: (row, language) => said(valueWords.outcome, row.outcome, language),
  facts: (row) => row.facts ?? '',
  demands: (row) => row.demands ?? '',
  result: (row) => row.result ?? '',
  oldNumber: (row) => row.oldNumber ?? '',
  reopened: (row) => count(row.reopened),
  contested: (row, language) => (row.contested ? (language === 'zh' ? '是' : 'yes') : ''),
  supervision: (row, language) => notice(row.supervision, language),
  visit: (row, language) => said(visitWords, row.visit, language),
  rating: (row) => count(row.rating),
  phone: (row) => row.phone ?? '',
  idNumber: (row) => row.idNumber ?? '',
};

/** What stands in a cell, as words. */
export const cellText = (key: ColumnKey, row: LedgerRow, language: Language): string => texts[key](row, language);

/** What a workbook stores: numbers and dates stay numbers and dates, the rest are words. */
export function cellValue(key: ColumnKey, row: LedgerRow): string | number | boolean | Date | null {
  if (key === 'code') return row.code;
  if (key === 'people' || key === 'reopened' || key === 'rating') return row[key] ?? null;
  if (key === 'amount') return typeof row.amountCents === 'number' ? row.amountCents / 100 : null;
  if (key === 'contested') return row.contested ?? null;
  if (key === 'updated') return row.updatedAt ? new Date(row.updatedAt) : null;
  if (key === 'due') return row.dueAt ? dueDay(new Date(row.dueAt)) : null;
  if (key === 'clock') return row.clock === null ? null : `${row.clock.word} ${row.clock.chip}`;
  return texts[key](row, 'zh') || null;
}
