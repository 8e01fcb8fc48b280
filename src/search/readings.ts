import { pinyin } from 'pinyin-pro';
import { isHan } from './fold.ts';

/** More ways to say a name than this nobody tries: four characters with two readings each. */
const MOST = 16;

const latin = (syllable: string): string => syllable.replace(/ü/g, 'v').toLowerCase();
const said = (name: string, surname: 'head' | 'off'): string[] =>
  pinyin(name, { surname, toneType: 'none', type: 'array', v: true }).map(latin);

function others(character: string): string[] {
  return pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true }).map(latin);
}

/** Each syllable with the readings it may have: as a surname, as in ordinary words, and any other of the character. */
function syllables(name: string): string[][] {
  const [asName, asWord] = [said(name, 'head'), said(name, 'off')];
  return Array.from(name, (character, at) => {
    const readings = [asName[at], asWord[at], ...others(character)];
    return [...new Set(readings.filter((reading): reading is string => /^[a-z]+$/.test(reading ?? '')))];
  });
}

function spelled(parts: readonly (readonly string[])[]): string[] {
  let found = [''];
  for (const part of parts) {
    found = found.flatMap((begun) => part.map((each) => begun + each)).slice(0, MOST);
    if (found.length === 0) return [];
  }
  return [...new Set(found)];
}

const heads = (parts: readonly (readonly string[])[]): string[][] =>
  parts.map((part) => [...new Set(part.map((reading) => reading.charAt(0)))]);

/** The same names and words are asked for at each key; reading one costs a tenth of a millisecond. */
export function kept<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text) ?? read(text);
    if (known.size > 20_000) known.clear();
    known.set(text, found);
    return found;
  };
}

/** 单田芳: stf, dtf, shantianfang, dantianfang. Nothing for what is not written in characters. */
export const readingsOfName = kept((name) => {
  if (!isHan(name)) return [];
  const parts = syllables(name);
  return [...spelled(heads(parts)), ...spelled(parts)];
});

/** 楼上漏水赔偿: lslspc, loushangloushuipeichang; of a sentence only the reading that its words have. */
export const readingsOfWords = kept((piece) => {
  if (!isHan(piece) || piece.length < 2) return [];
  const parts = said(piece, 'off');
  return [parts.map((part) => part.charAt(0)).join(''), parts.join('')];
});
