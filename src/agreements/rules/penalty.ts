import { amountsIn } from '../../platform/amountsIn.ts';
import { spokenNumber } from '../../platform/spokenNumber.ts';
import type { Draft, Hit, Rule } from '../lint.ts';
import { type Place, standsAt } from '../places.ts';

/** Above three tenths of the sum, by the year where it grows by the day. Our own figure; the law names none. [G] */
const MOST = 0.3;
const word = /违约金|滞纳金|赔偿金|罚款|罚金/;
const share =
  /(?:每|按)?(日|天|月|年)?[^，。；\d百千万]{0,6}(?:(\d+(?:\.\d+)?)\s?(%|％|‰)|(百分|千分|万分)之([一二三四五六七八九十百\d.]+))/g;
const doubled = /(?:双倍|翻倍|加倍|[两二三四五六七八九十\d]+倍)(?:支付|赔偿|返还|偿还|付款|违约)/g;
const perYear: Readonly<Record<string, number>> = { 日: 365, 天: 365, 月: 12 };
const parts: Readonly<Record<string, number>> = { '%': 100, '％': 100, '‰': 1000, 百分: 100, 千分: 1000, 万分: 10_000 };

const interest =
  /(?:年|月|日)?(?:利率|利息|息)[^，。；]{0,8}?(?:\d+(?:\.\d+)?\s?[%‰]|(?:百|千)分之[一二三四五六七八九十\d.]+|[一二三四五六七八九\d.]+(?:分|厘))|[一二三四五六七八九\d.]+(?:分|厘)(?:的)?(?:利|息)|利滚利|复利/g;

function rateOf([, by = '', figures, mark, spokenMark, spoken]: RegExpMatchArray): number {
  const number = figures
    ? Number(figures)
    : /^[\d.]+$/.test(spoken ?? '')
      ? Number(spoken)
      : (spokenNumber(spoken ?? '') ?? 0);
  return (number / (parts[mark ?? spokenMark ?? ''] ?? 100)) * (perYear[by] ?? 1);
}

const clauseAround = (plain: string, from: number): string =>
  `${
    plain
      .slice(0, from)
      .split(/[。；]/)
      .at(-1) ?? ''
  }${plain.slice(from).split(/[。；]/)[0] ?? ''}`;

function shares(place: Place): Hit[] {
  return [...place.plain.matchAll(share)].flatMap((match) => {
    const [all] = match;
    if (!word.test(clauseAround(place.plain, match.index)) || rateOf(match) <= MOST) return [];
    const to = match.index + all.length;
    return [
      {
        id: 'penaltyHigh',
        field: place.field,
        from: match.index,
        to,
        parts: { what: place.text.slice(match.index, to) },
      },
    ];
  });
}

/** 违约金5000元 against what the term, or all of them, are about. */
function fixed({ agreement: { terms, totalCents } }: Draft, place: Place): Hit[] {
  const own = place.term === null ? null : (terms[place.term]?.amountCents ?? null);
  const about = own ?? totalCents;
  if (about === null || about === 0) return [];
  return amountsIn(place.text).flatMap(({ cents, from, to }) => {
    const said =
      place.plain
        .slice(0, from)
        .split(/[，。；]/)
        .at(-1) ?? '';
    if (!word.test(said) || cents <= about * MOST) return [];
    return [{ id: 'penaltyHigh', field: place.field, from, to, parts: { what: place.text.slice(from, to) } }];
  });
}

/** What follows a breach, and what a loan costs: said to be looked at, never counted for anybody. */
export const penalty: Rule = (draft) => [
  ...draft.places.flatMap((place) => [...shares(place), ...fixed(draft, place)]),
  ...standsAt(draft.places, doubled, 'penaltyHigh'),
  ...standsAt(draft.places, interest, 'interest'),
];
