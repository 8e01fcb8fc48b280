import { spokenNumber } from './spokenNumber.ts';
import { readYuan } from './yuan.ts';

/** Full-width figures and signs as their narrow twins, each in its own place, so that positions stay. */
export const narrow = (text: string): string =>
  text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

export type Amount = { cents: number; from: number; to: number; capitals: boolean };

const capital = '零壹贰叁肆伍陆柒捌玖拾佰仟万亿〇一二三四五六七八九十百千两';
const written = new RegExp(
  `([${capital}]{1,24})[元圆块](?:(?:整|正|钱)|(?:零?([${capital}])角)?(?:零?([${capital}])分)?)?`,
  'g',
);
const figured = /[¥￥]?\s?(\d[\d,]*(?:\.\d+)?)\s?(万)?(?:余)?[元圆块]|[¥￥]\s?(\d[\d,]*(?:\.\d+)?)(万)?/g;

function spoken(match: RegExpMatchArray): Amount | null {
  const [all, yuan = '', jiao, fen] = match;
  // 贰佰万零叁佰: the zero fills a place that is read already.
  const read = spokenNumber(yuan.replace(/([万亿])[零〇](?=.[佰百仟千])/g, '$1'));
  const parts = [jiao, fen].map((each) => (each === undefined ? 0 : spokenNumber(each)));
  if (read === null || parts.some((each) => each === null || each > 9)) return null;
  const cents = read * 100 + (parts[0] ?? 0) * 10 + (parts[1] ?? 0);
  if (!Number.isSafeInteger(cents)) return null;
  return {
    cents,
    from: match.index ?? 0,
    to: (match.index ?? 0) + all.length,
    capitals: /[壹贰叁肆伍陆柒捌玖拾佰仟]/.test(yuan),
  };
}

function inFigures(match: RegExpMatchArray): Amount | null {
  const [all, one, wan, other, otherWan] = match;
  const read = readYuan(`${one ?? other ?? ''}${wan ?? otherWan ?? ''}`);
  if (!read.ok || read.cents === null) return null;
  return { cents: read.cents, from: match.index ?? 0, to: (match.index ?? 0) + all.length, capitals: false };
}

/** The amounts of a sentence in their order, in figures (8,000元, ¥1.2万) and in words (捌仟元整, 三万元). */
export function amountsIn(text: string): Amount[] {
  const plain = narrow(text);
  const found = [...[...plain.matchAll(written)].map(spoken), ...[...plain.matchAll(figured)].map(inFigures)].filter(
    (each) => each !== null,
  );
  return found.toSorted((a, b) => a.from - b.from);
}
