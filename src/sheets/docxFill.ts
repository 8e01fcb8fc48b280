import type { DocxPiece, DocxText, Place } from './docxText.ts';
import { type Edit, placeIn } from './filledCell.ts';
import { escapeXml, unescapeXml } from './formGrid.ts';

/** Some letters of the file that give way to others. */
export type Change = Place & { text: string };

const lettersOf = (text: string): string => `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`;
const drawn = /<(?:w:drawing|w:pict|w:object|w:sdt|w:sectPr|mc:AlternateContent|w:bookmarkStart|w:commentRangeStart)\b/;

/** The looks of the text that stands there; in an empty paragraph those of its mark. */
function looksOf(paragraph: string): string {
  const run = /<w:r(?:\s[^>]*)?>\s*(<w:rPr>[\s\S]*?<\/w:rPr>)/.exec(paragraph)?.[1];
  const mark = /<w:pPr>[\s\S]*?(<w:rPr>[\s\S]*?<\/w:rPr>)[\s\S]*?<\/w:pPr>/.exec(paragraph)?.[1];
  return run ?? mark ?? '';
}

/** A paragraph in which nothing stands yet. */
function spoken(xml: string, { start, end }: Place, value: string): Change {
  const paragraph = xml.slice(start, end);
  const run = `<w:r>${looksOf(paragraph)}${lettersOf(value)}</w:r>`;
  if (paragraph.endsWith('/>')) return { start: end - 2, end, text: `>${run}</w:p>` };
  const at = start + paragraph.lastIndexOf('</w:p>');
  return { start: at, end: at, text: run };
}

/** The letters of a piece; blanks at their ends are kept only where the tag says so. */
function letters(xml: string, { start, end }: Place, text: string): Change {
  const from = xml.lastIndexOf('<', start - 1);
  const keeps = /\sxml:space="preserve"/.test(xml.slice(from, start)) || text.trim() === text;
  return keeps
    ? { start, end, text: escapeXml(text) }
    : { start: from, end: end + '</w:t>'.length, text: lettersOf(text) };
}

/** What a control said until somebody wrote is gone with the mark and the grey looks of it. */
function unheld(xml: string, piece: DocxPiece): Change[] {
  if (!piece.placeholder) return [];
  const run = Math.max(xml.lastIndexOf('<w:r>', piece.start), xml.lastIndexOf('<w:r ', piece.start));
  const style = /<w:rStyle\s[^>]*\/>/.exec(xml.slice(run, piece.start));
  const grey = style ? [{ start: run + style.index, end: run + style.index + style[0].length, text: '' }] : [];
  return [{ ...piece.placeholder, text: '' }, ...grey];
}

/** The whole text gives way: the first piece says the new one, and paragraphs that said the rest go. */
function whole(xml: string, { pieces, paragraphs }: DocxText, value: string): Change[] {
  const first = pieces.find(({ kind }) => kind === 'letters');
  const [paragraph] = paragraphs;
  if (!first) return paragraph ? [spoken(xml, paragraph, value)] : [];
  const own = paragraphs.find(({ start, end }) => start <= first.start && first.end <= end);
  const gone = paragraphs.filter(
    ({ start, end }) =>
      start !== own?.start &&
      pieces.some((piece) => start <= piece.start && piece.end <= end) &&
      !drawn.test(xml.slice(start, end)),
  );
  const left = pieces.filter(
    (piece) => piece !== first && !gone.some(({ start, end }) => start <= piece.start && piece.end <= end),
  );
  return [
    letters(xml, first, value),
    ...unheld(xml, first),
    ...left.map(({ start, end }) => ({ start, end, text: '' })),
    ...gone.map(({ start, end }) => ({ start, end, text: '' })),
  ];
}

/** Only some letters give way; what stands around them keeps its runs and looks. */
function within(xml: string, { pieces, text }: DocxText, edits: readonly Edit[]): Change[] {
  const wanted = edits.map((edit) => ({ ...placeIn(text, edit), said: edit.text }));
  const said = new Map<DocxPiece, { from: number; to: number; said: string }[]>();
  for (const edit of wanted) {
    const touched = pieces.filter(({ at, length }) => at < edit.to && edit.from < at + length);
    const nextTo = pieces.find(
      ({ kind, at, length }) => kind === 'letters' && at <= edit.from && edit.from <= at + length,
    );
    const all = touched.length > 0 ? touched : nextTo ? [nextTo] : [];
    const speaks = all.find(({ kind }) => kind === 'letters') ?? all[0];
    for (const piece of all)
      said.set(piece, [...(said.get(piece) ?? []), { ...edit, said: piece === speaks ? edit.said : '' }]);
  }
  return [...said].map(([piece, own]) => {
    if (piece.kind !== 'letters')
      return {
        start: piece.start,
        end: piece.end,
        text: own.map((each) => (each.said === '' ? '' : lettersOf(each.said))).join(''),
      };
    const old = unescapeXml(xml.slice(piece.start, piece.end));
    const now = own
      .toSorted((a, b) => b.from - a.from)
      .reduce((text, { from, to, said: word }) => {
        const [start, end] = [Math.max(0, from - piece.at), Math.min(piece.length, to - piece.at)];
        return text.slice(0, start) + word + text.slice(Math.max(start, end));
      }, old);
    return letters(xml, piece, now);
  });
}

/** What changes in the file so that a cell or a line says this. */
export const changesFor = (
  xml: string,
  place: DocxText,
  { value, edits }: { value: string | number; edits?: readonly Edit[] | undefined },
): Change[] => (edits ? within(xml, place, edits) : whole(xml, place, String(value)));
