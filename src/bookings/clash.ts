import { formatCode } from '../platform/disputeCode.ts';
import { dayOf, formatClock, formatDay } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import { type Span, spanText } from './booking.ts';

/** Whose time it is, and for what; `holder` and `about` are null where the asker may not know. */
export type Clash = Span & { readonly name: string; readonly holder: string | null; readonly about: string | null };

const code15 = /^\d{15}$/;
/** What a booking is for, as it is called: the code as people read it, and the title. */
export const aboutText = (code: string, title: string | undefined): string =>
  [code15.test(code) ? formatCode(code) : code, title].filter(Boolean).join(' ');

export function clashText({ name, holder, about, ...span }: Clash): string {
  if (holder === null) return `${name} ${spanText(span)}已被占用。`;
  if (about === null) return `${name} ${spanText(span)}由${holder}订了。`;
  return `${name} ${spanText(span)}由${holder}订了，办 ${about}。`;
}

/** 10月16日（周五）08:30—10:00、10:00—11:30: a day is said once. */
export function freeText(times: readonly Span[]): string {
  let said = '';
  const parts = times.map(({ from, to }) => {
    const day = formatDay(dayOf(from));
    const words = `${day === said ? '' : day}${formatClock(from)}—${formatClock(to)}`;
    said = day;
    return words;
  });
  return parts.length === 0
    ? '两周内没有都空着的同样长的一段，换一间或者少请一位再看。'
    : `接下来都空着的：${parts.join('、')}。`;
}

/** Nothing is booked when one thing of it is taken; who asked can choose at once. */
export function refuseClash(clashes: readonly Clash[], times: readonly Span[]): void {
  if (clashes.length === 0) return;
  throw new Refusal('conflict', 'alreadyBooked', [...clashes.map(clashText), freeText(times)].join(''));
}
