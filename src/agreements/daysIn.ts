import { narrow } from '../platform/amountsIn.ts';
import { type Day, isDay } from '../platform/now.ts';
import { spokenNumber } from '../platform/spokenNumber.ts';

/** A day as it stands in a sentence; `day` is null where no calendar has it, `year` where none is named. */
export type SaidDay = { day: Day | null; year: number | null; from: number; to: number };

const figure = '[〇○零一二三四五六七八九十\\d]';
const said = new RegExp(`(?:(${figure}{4})\\s?年\\s?)?(${figure}{1,3})\\s?月\\s?(${figure}{1,3})\\s?[日号]`, 'g');
const dashed = /(?<![\d-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d-])/g;

const number = (text: string | undefined): number | null =>
  text === undefined ? null : /^\d+$/.test(text) ? Number(text) : spokenNumber(text);

function dayOf(match: RegExpMatchArray): SaidDay {
  const [all, yearText, monthText, dateText] = match;
  const [year, month, date] = [number(yearText), number(monthText), number(dateText)];
  const pad = (part: number | null): string => String(part ?? 0).padStart(2, '0');
  // Without a year every day of the month counts that some year has.
  const day = `${year ?? 2028}-${pad(month)}-${pad(date)}`;
  const from = match.index ?? 0;
  return { day: isDay(day) ? day : null, year, from, to: from + all.length };
}

/** The days that a sentence names: 2026年10月30日, 二〇二六年十月三十日, 2026-10-30, 10月30日. */
export function daysIn(text: string): SaidDay[] {
  const plain = narrow(text);
  return [...plain.matchAll(said), ...plain.matchAll(dashed)].map(dayOf).toSorted((a, b) => a.from - b.from);
}
