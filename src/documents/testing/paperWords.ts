import type { Block, Paper, Paragraph } from '../paper.ts';

const textOf = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('/');

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [textOf([block])];
    case 'table':
      return block.rows.map((row) => row.map(({ paragraphs }) => textOf(paragraphs)).join('|'));
    case 'signing':
      return block.people.map(({ label, name, note }) => `${label}（${name}）${note}`);
    case 'seal':
      return [`${block.body}（盖章）${block.day}`];
    default:
      return [`[${block.kind}]`];
  }
}

/** What a paper says, line by line; cells of a row are parted by |. */
export const paperWords = ({ blocks }: Pick<Paper, 'blocks'>): string[] => blocks.flatMap(linesOf);
