import { codeParts } from '../platform/disputeCode.ts';
import { fold, isHan, piecesOf } from './fold.ts';
import { readingsOfName, readingsOfWords } from './readings.ts';

/** What a matter can be found by, kept apart by who may find it so. */
export type Words = {
  /** Every code it goes by: those merged into it keep theirs. */
  codes: readonly string[];
  /** Category and place: whoever may know of it at all. */
  place: readonly string[];
  /** What a list shows to those who watch. */
  title: string;
  /** Names of parties and who speaks for them. */
  names: readonly string[];
  /** Address, facts, demands. */
  facts: readonly string[];
  /** Keyed indexes of the last four characters of papers and phones; never the characters. */
  numbers: readonly string[];
};

/** What is kept. Texts are `|piece|piece|`, names begin with ^ and codes with #; terms are pairs of neighbors. */
export type Entry = {
  codes: string;
  place: string;
  ledger: string;
  facts: string;
  terms: number[];
  openTerms: number[];
  numbers: number[];
};

/** Raised when the same words would give another entry: what was kept before is then built anew at start-up. */
export const TERMS_VERSION = 2;

/** 26-003812-6 is asked for as 3812, 38126, 003812, 26 3812, or the last four. */
function spokenForms(code: string): string[] {
  if (!/^\d{15}$/.test(code)) return [];
  const { serial } = codeParts(code);
  const [year, padded, check] = [code.slice(6, 8), code.slice(8, 14), code.slice(14)];
  const short = String(serial);
  const forms = [short, padded, short.slice(-4), padded.slice(-4)];
  return [
    code,
    ...forms,
    ...forms.map((form) => form + check),
    ...[short, padded].flatMap((f) => [year + f, year + f + check]),
  ];
}

const codePieces = (codes: readonly string[]): string[] => codes.flatMap(spokenForms).map((form) => `#${form}`);

function namePieces(names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const folded = fold(name).replace(/[\s|^#]+/g, '');
    return folded === '' ? [] : [folded, ...readingsOfName(folded)].map((piece) => `^${piece}`);
  });
}

/** Pieces in a text that begins and ends with the mark between them, so that a whole piece can be asked for. */
const joined = (pieces: readonly string[]): string =>
  pieces.length === 0 ? '' : `|${[...new Set(pieces)].join('|')}|`;

const START = 0x811c9dc5;
const mix = (hash: number, codePoint: number): number => Math.imul(hash ^ codePoint, 0x01000193);

/** 32 bits, signed as the database keeps them. Two pairs may share a number: the text decides. */
export function termOf(text: string): number {
  let hash = START;
  for (const character of text) hash = mix(hash, character.codePointAt(0) ?? 0);
  return hash | 0;
}

/** All pairs of neighboring characters, the first two of each name, and each form of a code as a whole. */
export function termsIn(text: string): number[] {
  const terms = new Set<number>();
  let before: number | undefined;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (before !== undefined) terms.add(mix(mix(START, before), codePoint) | 0);
    before = codePoint;
  }
  for (const whole of text.match(/\^[^|^]{2}|#\d+\|/gu) ?? []) terms.add(termOf(whole));
  return [...terms];
}

export function entryOf({ codes, place, title, names, facts, numbers }: Words): Entry {
  const spoken = (pieces: readonly string[]) => pieces.flatMap((piece) => [piece, ...readingsOfWords(piece)]);
  const texts = {
    codes: joined(codePieces(codes)),
    place: joined(spoken(place.flatMap(piecesOf))),
    ledger: joined(spoken(piecesOf(title))),
    facts: joined([...namePieces(names), ...facts.flatMap(piecesOf)]),
  };
  const open = [texts.codes, texts.place, texts.ledger].flatMap(termsIn);
  const terms = [...new Set([...open, ...termsIn(texts.facts)])];
  return { ...texts, terms, openTerms: [...new Set(open)], numbers: [...new Set(numbers.map(termOf))] };
}

/** A single character is asked of names only. */
export const isTooShort = (word: string): boolean => Array.from(word).length < 2 && !isHan(word);
