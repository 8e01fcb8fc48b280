import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type IParagraphOptions,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  Paragraph as WordParagraph,
  Table as WordTable,
} from 'docx';
import type { Block, Cell, Paragraph, ParagraphStyle, Run, Signatory, Table } from './paper.ts';

/** A twentieth of a point; A4 less 20 mm on each side. */
export const TEXT_WIDTH = 9638;
const mm = (millimeters: number): number => Math.round(millimeters * 56.7);
type WordBlock = WordParagraph | WordTable;

/** Half a surrogate pair or a control character in somebody's words must not make a file that does not open. */
const printable = (text: string): string => text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, '');

const runOf = ({ text, strong }: Run, more: { bold?: boolean; size?: number } = {}): TextRun =>
  new TextRun({
    text: printable(text),
    bold: strong === true || more.bold === true,
    ...(more.size && { size: more.size }),
  });

const styles: Readonly<Record<ParagraphStyle, IParagraphOptions>> = {
  title: { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 200 }, keepNext: true },
  heading: { spacing: { before: 240, after: 120 }, keepNext: true },
  body: { indent: { firstLine: 480 } },
  plain: {},
  center: { alignment: AlignmentType.CENTER },
  right: { alignment: AlignmentType.RIGHT },
  small: {},
};

function paragraphOf({ style, runs }: Paragraph, bold = false): WordParagraph {
  const size = { title: 34, small: 20 }[style as string];
  const strong = bold || style === 'title' || style === 'heading';
  return new WordParagraph({
    ...styles[style],
    children: runs.map((run) => runOf(run, { bold: strong, ...(size && { size }) })),
  });
}

const line = (text: string, more: IParagraphOptions = {}): WordParagraph =>
  new WordParagraph({ ...more, children: [runOf({ text })] });

function tableOf(widths: readonly number[], rows: TableRow[]): WordTable {
  const sum = widths.reduce((all, width) => all + width, 0);
  return new WordTable({
    rows,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths.map((width) => Math.round((width * TEXT_WIDTH) / sum)),
    layout: TableLayoutType.FIXED,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
  });
}

function cellOf(cell: Cell): TableCell {
  const { span, rowSpan, head = false, paragraphs } = cell;
  const lines: Paragraph[] = paragraphs.length > 0 ? paragraphs : [{ kind: 'paragraph', style: 'plain', runs: [] }];
  return new TableCell({
    ...(span && { columnSpan: span }),
    ...(rowSpan && { rowSpan }),
    verticalAlign: VerticalAlign.CENTER,
    children: lines.map((each) => paragraphOf(head ? { ...each, style: 'center' } : each, head)),
  });
}

function tableBlock({ widths, rows }: Table): WordBlock[] {
  const drawn = rows.map(
    (row, at) =>
      new TableRow({
        cantSplit: true,
        tableHeader: at === 0 && rows.length > 1 && row.every(({ head }) => head === true),
        children: row.map(cellOf),
      }),
  );
  // Two tables in a row would run together, and no document may end with one.
  return [tableOf(widths, drawn), line('')];
}

function signingBlock(people: readonly Signatory[]): WordBlock[] {
  const rows = people.map(({ label, name, note, thumb }) => {
    const who = label === '' || name === '' ? `${label}${name}` : `${label}（${name}）`;
    const cells = [[who, ...(note === '' ? [] : [note])], ['签名：'], [thumb ? '指印：' : '日期：']];
    return new TableRow({
      cantSplit: true,
      height: { value: mm(18), rule: HeightRule.ATLEAST },
      children: cells.map((lines) => new TableCell({ children: lines.map((text) => line(text)) })),
    });
  });
  return rows.length === 0 ? [] : [tableOf([76, 62, 32], rows), line('')];
}

const sealBlock = (body: string, day: string): WordBlock[] => {
  const indent = { left: mm(100) };
  const room = { after: mm(24) };
  return [
    line(body, { indent, spacing: { before: mm(6) }, keepNext: true }),
    line('（盖章）', { indent, spacing: room, keepNext: true }),
    line(day, { indent }),
  ];
};

const ruledLines = (lines: number): WordBlock[] =>
  Array.from({ length: lines }, () =>
    line('', {
      border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 1 } },
      spacing: { before: 240 },
    }),
  );

function wordBlock(block: Block): WordBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraphOf(block)];
    case 'table':
      return tableBlock(block);
    case 'ruled':
      return ruledLines(block.lines);
    case 'break':
      return [new WordParagraph({ pageBreakBefore: true })];
    case 'signing':
      return signingBlock(block.people);
    case 'seal':
      return sealBlock(block.body, block.day);
  }
}

/** The same blocks as paper.typ draws; strokes stay on the paper that was signed, and no seal is drawn here either. */
export const wordBlocks = (blocks: readonly Block[]): WordBlock[] => blocks.flatMap(wordBlock);
