import { narrow } from '../platform/amountsIn.ts';
import type { Agreement } from './agreement.ts';
import type { FindingId } from './data/findings.ts';
import type { Hit } from './lint.ts';

/** A field with words in it; `term` is the place of its term. `plain`: with narrow figures, letter for letter. */
export type Place = { field: string; text: string; plain: string; term: number | null };

const inTerm = ['text', 'condition', 'howNote', 'where', 'ifNot'] as const;

/** All that binds: the terms and who bears the costs. Facts and points tell what was, in whatever words. */
export function placesOf({ terms, costs }: Agreement): Place[] {
  const place = (field: string, text: string, term: number | null): Place => ({
    field,
    text,
    plain: narrow(text),
    term,
  });
  return [
    ...terms.flatMap((term, index) => inTerm.map((name) => place(`terms.${index}.${name}`, term[name], index))),
    place('costs', costs, null),
  ].filter(({ text }) => text !== '');
}

/** Every place where these words stand; what is found is named in the sentence, as it was typed. */
export function standsAt(places: readonly Place[], words: RegExp, id: FindingId): Hit[] {
  return places.flatMap((place) =>
    [...place.plain.matchAll(words)].map((match) => {
      const to = match.index + match[0].length;
      return { id, field: place.field, from: match.index, to, parts: { what: place.text.slice(match.index, to) } };
    }),
  );
}

/** Of a term as a whole, or of another field. */
export const at = (id: FindingId, field: string, parts: Readonly<Record<string, string>> = {}): Hit => ({
  ...{ id, field, from: 0, to: 0, parts },
});
