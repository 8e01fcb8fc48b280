import { addressOf, type FormCell, type FormGrid, type FormSheet } from '../sheets/formGrid.ts';
import { blanksIn } from './blanks.ts';
import { type Heads, headReader, openCells } from './headings.ts';
import { type Heading, headingReader, piecesOf } from './readHeading.ts';
import { suggestBlanks } from './suggestBlanks.ts';
import { figureOf, type Surroundings } from './suggestFigure.ts';
import type { Suggestion } from './suggestion.ts';
import { suggestText, unitsNoted } from './suggestText.ts';

/** What this place calls things: categories, sources, places, services. */
export type Lexicon = {
  categories: readonly { code: string; name: string }[];
  sources: readonly { words: readonly string[]; sources: readonly string[] }[];
  regions: readonly { code: string; names: readonly string[] }[];
  services: readonly { service: string; name: string }[];
};

/** What a form's own words propose; and of cells for which they propose nothing, the words that stand in the way. */
export type Proposals = { suggestions: Record<string, Suggestion>; unread: Record<string, string[]> };

type Reader = (text: string) => Heading;

/** Read once, though a hundred cells stand below it. */
function remembering(read: Reader): Reader {
  const known = new Map<string, Heading>();
  return (text) => {
    const found = known.get(text) ?? read(text);
    known.set(text, found);
    return found;
  };
}

/** What a row and a column heading say together: 「婚姻家庭」×「受理」. */
export function suggestFigure(heads: Partial<Heads>, lexicon: Lexicon, around: Partial<Surroundings> = {}) {
  const read = headingReader(lexicon);
  return figureOf(
    [...(heads.sections ?? []), ...(heads.left ?? []), ...(heads.above ?? [])].map(read),
    (heads.titles ?? []).map(read),
    { kind: 'xlsx', units: [], listsRest: false, ...around },
  );
}

const isRest = ({ text }: FormCell): boolean => /^其[他它](?:纠纷|类)?$/.test(piecesOf(text)[0] ?? '');

function ofSheet(sheet: FormSheet, kind: FormGrid['kind'], read: Reader, over: readonly string[]) {
  const headsOf = headReader(sheet);
  const around = { kind, units: unitsNoted(sheet.cells.map(({ text }) => text)), listsRest: sheet.cells.some(isRest) };
  return openCells(sheet).map((cell) => {
    const { sections, left, above, titles } = headsOf(cell);
    const found = figureOf([...sections, ...left, ...above].map(read), [...over, ...titles].map(read), around, cell);
    return { ref: cell.ref, found };
  });
}

/** Everything that a blank form's own words let us propose; people look at each before it counts. */
export function suggestAll(grid: FormGrid, lexicon: Lexicon): Proposals {
  const read = remembering(headingReader(lexicon));
  const all: Proposals = { suggestions: {}, unread: {} };
  // The first line of a document is its title.
  const over = grid.sheets.flatMap(({ lines, cells }) =>
    lines ? cells.filter(({ text }) => text !== '').slice(0, 1) : [],
  );
  for (const [index, sheet] of grid.sheets.entries()) {
    const figure = (heading: string) =>
      figureOf(
        [read(heading)],
        over.map(({ text }) => read(text)),
        { kind: grid.kind, units: [], listsRest: false },
      );
    for (const { ref, text } of sheet.cells) {
      const said = suggestBlanks(text, figure) ?? suggestText(text);
      if (said) all.suggestions[addressOf(index, ref)] = said;
    }
    for (const { ref, found } of ofSheet(
      sheet,
      grid.kind,
      read,
      over.map(({ text }) => text),
    ))
      if ('unread' in found) all.unread[addressOf(index, ref)] = found.unread;
      else all.suggestions[addressOf(index, ref)] = found;
  }
  return all;
}

/** Cells that wait for a value or have blanks to fill, whether anything is proposed for them or not. */
export const openAddresses = (grid: FormGrid): string[] =>
  grid.sheets.flatMap((sheet, index) => {
    const blank = sheet.cells.filter(({ text, formula }) => formula === null && blanksIn(text).length > 0);
    return [...openCells(sheet), ...blank].map(({ ref }) => addressOf(index, ref));
  });
