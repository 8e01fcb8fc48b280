import { readRef } from './formGrid.ts';

/** Each cell of a sheet: prefix, attributes, what it holds. */
const cells = /<(\w+:)?c((?:\s[^>]*?)?)(?:\/>|>([\s\S]*?)<\/\1?c>)/g;
const formula = /<(?:\w+:)?f(?:\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?f>)/;
const result = /<(\w+:)?(v|is)(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/\1?\2>)/g;
const known = /"[^"]*"|\$?[A-Z]{1,3}\$?\d+|\b(?!INDIRECT|OFFSET|TODAY|NOW)[A-Z][A-Z0-9.]*(?=\()|\b(?:TRUE|FALSE)\b/gi;

/** Whether a sheet counts with what stands elsewhere: another sheet, a name, the day. */
export const reachesOut = (xml: string): boolean =>
  [...xml.matchAll(new RegExp(formula, 'g'))].some(([, text = '']) =>
    /[\p{L}!]/u.test(text.replace(/&\w+;/g, ' ').replace(known, '')),
  );

/** Where one formula fills several cells: 「B4:D6」 of a formula for a whole range. */
function areasIn(xml: string): ((ref: string) => boolean)[] {
  const tags = xml.matchAll(/<(?:\w+:)?f\s[^>]*\bt="(?:array|dataTable)"[^>]*>/g);
  return [...tags].flatMap(([tag]) => {
    const [, first = '', last = first] = /\bref="([A-Z]+\d+)(?::([A-Z]+\d+))?"/.exec(tag) ?? [];
    const [from, to] = [readRef(first), readRef(last)];
    if (!from || !to) return [];
    return [
      (ref: string) => {
        const at = readRef(ref);
        return !!at && at.row >= from.row && at.row <= to.row && at.column >= from.column && at.column <= to.column;
      },
    ];
  });
}

/**
 * Beside each formula stands what it counts to now, or nothing: a program that does not count itself must not show what the
 * blank once counted.
 */
export function withResults(xml: string, counted: ReadonlyMap<string, number>): string {
  const areas = areasIn(xml);
  return xml.replace(cells, (whole, prefix: string | undefined, attributes: string, inside: string | undefined) => {
    const ref = /\sr="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? '';
    const own = inside !== undefined && formula.test(inside);
    if (!own && !(inside !== undefined && areas.some((within) => within(ref)))) return whole;
    const value = own ? counted.get(ref) : undefined;
    const tag = prefix ?? '';
    const said = value === undefined ? '' : `<${tag}v>${value}</${tag}v>`;
    return `<${tag}c${attributes.replace(/\st="[^"]*"/, '')}>${inside.replace(result, '')}${said}</${tag}c>`;
  });
}
