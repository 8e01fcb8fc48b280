import { type CountyShortNames, digitsOf } from '../platform/disputeCode.ts';
import { piecesOf } from './fold.ts';
import { isTooShort, termsIn } from './terms.ts';

/** One way to understand what was typed: all words must stand in what the post may read. */
export type Way = { kind: 'code' | 'name' | 'text'; words: string[]; terms: number[] };

export type FoundId = { countyCode: string; id: string; way: Way['kind'] | 'number' };
/** What watching a region lets one find by: what its lists show. */
export type RegionSight = 'ledger' | 'place';

export type Asked = {
  text: string;
  pieces: string[];
  /** Nothing when there is too little to ask for. */
  ways: Way[];
  /** 2231, 002X: perhaps the end of a paper or a phone. */
  lastFour: string | null;
};

const way = (kind: Way['kind'], words: string[]): Way => ({
  kind,
  words,
  terms: [...new Set(words.flatMap(termsIn))],
});

/** 「漏水」「gxl」「郭」「3812」「三八一二」「迎泽 26-003812-6」「2231」: what it may mean, at most three ways and a number. */
export function readAsked(text: string, counties: CountyShortNames = {}): Asked {
  const pieces = piecesOf(text);
  const digits = digitsOf(text, counties);
  const ways: Way[] = [];
  if (digits !== undefined && digits.length >= 2 && digits.length <= 15) ways.push(way('code', [`#${digits}|`]));
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined && !isTooShort(only)) ways.push(way('name', [`|^${only}`]));
  const words = pieces.map((piece) => (Array.from(piece).length === 1 ? `|^${piece}` : piece));
  const whole = pieces.length > 0 && !pieces.some(isTooShort);
  if (whole && (pieces.length > 1 || Array.from(only ?? '').length > 1)) ways.push(way('text', words));
  const plain = text.normalize('NFKC').trim().toUpperCase();
  const four = digits?.length === 4 ? digits : /^\d{3}X$/.test(plain) ? plain : null;
  return { text: text.trim(), pieces, ways, lastFour: four };
}
