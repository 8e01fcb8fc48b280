import { isDay } from '../platform/now.ts';
import { spokenNumber } from '../platform/spokenNumber.ts';
import type { RawCell } from '../sheets/cellIn.ts';

/** A day, with the time of day where one was written. */
export type DayRead = { day: string; time: string | null } | { error: string };

const pad = (text: string | number): string => String(text).padStart(2, '0');
const EPOCH_1900 = 25_569;
const DAY_MS = 86_400_000;

const long =
  /^(\d{4}|\d{2})[-/.年、](\d{1,2})[-/.月、](\d{1,2})[日号.]?(?:\s*T?\s*(?:上午|下午)?\s*(\d{1,2})[:时点](\d{1,2})?(?:[:分][\d:.]*)?分?Z?)?$/;
const short = /^(\d{1,2})[-/.月](\d{1,2})[日号]?$/;

/** 98 is 1998, 25 is 2025: no ledger of a center is older than 1950 or younger than 2049. */
const wholeYear = (year: string): string => (year.length === 4 ? year : `${Number(year) < 50 ? '20' : '19'}${year}`);

function dayFrom(year: string | number, month: string, date: string, shown: string): DayRead {
  const day = `${year}-${pad(month)}-${pad(date)}`;
  return isDay(day) && /^(19|20)/.test(day) ? { day, time: null } : { error: `「${shown}」这一天不存在` };
}

/** In figures, without the spaces, line breaks and weekdays that people put in: 二〇二五年 四月一日 → 2025年4月1日. */
const inFigures = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/^['‘’]+|\(?(星期|周)[一二三四五六日天]\)?/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([-/.年月日号、]) ?/g, '$1')
    .replace(/(?<=[日号])(?=\d)/, ' ')
    .replace(/[〇○零一二三四五六七八九十]+(?=[年月日号])/g, (figures) => String(spokenNumber(figures) ?? figures))
    .trim();

function fromText(text: string, year: number | null): DayRead {
  const plain = inFigures(text);
  const shown = text.replace(/\s+/g, ' ').slice(0, 30);
  const [, yy = '', mm = '', dd = ''] = /^((?:19|20)\d\d|\d\d)(\d\d)(\d\d)$/.exec(plain) ?? [];
  if (yy !== '') return dayFrom(wholeYear(yy), mm, dd, shown);
  if (/^\d{5}(\.\d+)?$/.test(plain)) return fromNumber(Number(plain), shown, year);
  const found = long.exec(plain);
  if (found) {
    const [, y = '', m = '', d = '', hour, minute = '0'] = found;
    const read = dayFrom(wholeYear(y), m, d, shown);
    if ('error' in read || hour === undefined || Number(hour) > 23 || Number(minute) > 59) return read;
    const afternoon = plain.includes('下午') && Number(hour) < 12 ? 12 : 0;
    return { ...read, time: `${pad(Number(hour) + afternoon)}:${pad(minute)}` };
  }
  const part = short.exec(plain);
  if (part && year !== null) return dayFrom(year, part[1] ?? '', part[2] ?? '', shown);
  if (part) return { error: `「${shown}」没有写年份，表上面的标题里也没有；在「表在哪里」填上没写年份的算哪一年` };
  return { error: `「${shown}」读不出日期；写成 2026-10-16 这样` };
}

/** 45000 is a day counted from 1900 whose date format was lost; 20260305 is a day written without marks. */
function fromNumber(value: number, shown: string, year: number | null): DayRead {
  if (Number.isInteger(value) && value >= 100_000) return fromText(String(value), year);
  if (value >= 20_000 && value < 80_000) {
    const at = new Date(Math.round((value - EPOCH_1900) * DAY_MS));
    const time = Number.isInteger(value) ? null : at.toISOString().slice(11, 16);
    return { day: at.toISOString().slice(0, 10), time };
  }
  // 3.5 typed for 3月5日 became a number; typed for 3月10日, 3.10 lost its end and is 3.1.
  const [, month = '', date = ''] = /^(\d{1,2})\.([123])$/.exec(String(value)) ?? [];
  if (year !== null && isDay(`${year}-${pad(month)}-${date}0`))
    return {
      error: `「${shown}」可能是${month}月${date}日，也可能是${month}月${date}0日（Excel 去掉了末尾的 0）；写成 ${year}-${pad(month)}-${pad(date)} 这样`,
    };
  return fromText(shown, year);
}

/** A date as ledgers have it: 2026/3/5, 2026年3月5日, 3月5日 with the year of the title, 20260305, 45000, a real date. */
export function ledgerDay(raw: Exclude<RawCell, null>, year: number | null): DayRead {
  if (raw instanceof Date) {
    const text = new Date(Math.round(raw.getTime() / 1000) * 1000).toISOString();
    const time = text.slice(11, 16);
    return { day: text.slice(0, 10), time: time === '00:00' ? null : time };
  }
  if (typeof raw === 'number') return fromNumber(raw, String(raw), year);
  return fromText(String(raw).trim(), year);
}
