import type { Paragraph, ParagraphStyle, Run } from './paper.ts';

/** Letters of one look in a paragraph of a Word file; `size` in half points, 0 where nothing is said. */
export type Piece = { text: string; bold: boolean; size: number };
export type Line = {
  named: string;
  align: string;
  indented: boolean;
  keeps: boolean;
  ruled: boolean;
  breaks: boolean;
  pieces: Piece[];
};

export const newLine = (): Line => ({
  ...{ named: '', align: '', indented: false, keeps: false, ruled: false, breaks: false },
  pieces: [],
});

const LARGE = 30;
const SMALL = 20;

/** Word parts a field wherever somebody went on typing; here its letters come together again, and wide braces count as braces. */
export function joinFields(pieces: readonly Piece[]): Run[] {
  const runs: Run[] = [];
  let open = false;
  for (const { text, bold } of pieces) {
    for (const letter of text.replaceAll('｛', '{').replaceAll('｝', '}')) {
      const last = runs.at(-1);
      const same = last && (last.strong === true) === bold;
      if (last && (open || same)) last.text += letter;
      else runs.push(bold ? { text: letter, strong: true } : { text: letter });
      if (letter === '{') open = true;
      if (letter === '}') open = false;
    }
  }
  return runs;
}

function styleOf({ named, align, indented, keeps, pieces }: Line): ParagraphStyle {
  const said = pieces.filter(({ text }) => text.trim() !== '');
  const bold = said.length > 0 && said.every((piece) => piece.bold);
  const sizes = said.map(({ size }) => size);
  if (/^(title|标题$)/i.test(named) || (align === 'center' && bold && Math.min(...sizes) >= LARGE)) return 'title';
  if (/^(heading|标题)/i.test(named) || (keeps && bold && align !== 'center')) return 'heading';
  if (align === 'center') return 'center';
  if (align === 'right' || align === 'end') return 'right';
  if (sizes.length > 0 && sizes.every((size) => size > 0 && size <= SMALL)) return 'small';
  return indented ? 'body' : 'plain';
}

/** Titles and headings are bold by themselves. */
export function paragraphOf(line: Line): { paragraph: Paragraph; ruled: boolean; breaks: boolean } {
  const style = styleOf(line);
  const runs = joinFields(line.pieces);
  const blank = runs.every(({ text }) => text.trim() === '');
  const own = style === 'title' || style === 'heading' ? runs.map(({ text }) => ({ text })) : runs;
  const { ruled, breaks } = line;
  return {
    paragraph: { kind: 'paragraph', style, runs: blank ? [] : own },
    ruled: ruled && blank,
    breaks,
  };
}
