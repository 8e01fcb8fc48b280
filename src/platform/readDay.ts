import { addDays, type Day, isDay, yearOf } from './now.ts';

const words: Readonly<Record<string, number>> = { 今天: 0, jt: 0, 昨天: -1, zt: -1, 前天: -2, qt: -2, 明天: 1, mt: 1 };

/**
 * A day as people type it: 「2026-10-14」「10-14」「10.14」「1014」「20261014」「10月14日」「昨天」. Without a year it is the nearest
 * one that lies in the past (what happened) or in the future (what is due). Null when it names no day.
 */
export function readDay(text: string, today: Day, nearest: 'past' | 'future'): Day | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const word = words[plain];
  if (word !== undefined) return addDays(today, word);
  const long = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (long) return dayFrom(long[1], long[2], long[3]);
  const short = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{2})(\d{2})$/.exec(plain);
  if (!short) return null;
  const year = yearOf(today);
  const years = nearest === 'past' ? [year, year - 1] : [year, year + 1];
  const days = years.map((each) => dayFrom(String(each), short[1], short[2]));
  return days.find((day) => day !== null && (nearest === 'past' ? day <= today : day >= today)) ?? null;
}

function dayFrom(year = '', month = '', date = ''): Day | null {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
