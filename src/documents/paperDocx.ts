import {
  AlignmentType,
  Document,
  Footer,
  Header,
  ImageRun,
  NumberFormat,
  Packer,
  PageNumber,
  Paragraph,
  TabStopPosition,
  TabStopType,
  TextRun,
} from 'docx';
import { qrPng } from '../platform/qrPng.ts';
import type { Paper } from './paper.ts';
import type { SheetFrame } from './printable.ts';
import { wordBlocks } from './wordBlocks.ts';

/** Names of fonts that offices in China have; whoever has not gets what their program puts in their place. */
const body = { ascii: '仿宋', hAnsi: '仿宋', eastAsia: '仿宋' };
const around = { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体' };

export type WordFrame = Pick<SheetFrame, 'centerName' | 'codeGrouped' | 'largePrint'> & {
  /** What the QR in the head says. Word turns its own pages, so the same one stands on all of them. */
  qrText: string;
};

function headOf({ title, number }: Paper, { centerName, codeGrouped, qrText }: WordFrame): Header {
  const line = (text: string, more: { bold?: boolean; size?: number } = {}) =>
    new TextRun({ text, font: around, size: 24, ...more });
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new ImageRun({
            ...{ type: 'png', data: qrPng(qrText), transformation: { width: 106, height: 106 } },
            altText: { title: '二维码', name: '二维码', description: `这件事的二维码，编号 ${codeGrouped}` },
            floating: {
              horizontalPosition: { relative: 'margin', align: 'right' },
              verticalPosition: { relative: 'page', offset: 250_000 },
              wrap: { type: 0 },
            },
          }),
        ],
      }),
      new Paragraph({ children: [line(centerName, { bold: true })] }),
      new Paragraph({ children: [line(number === '' ? title : `${title}　${number}`, { bold: true, size: 32 })] }),
      new Paragraph({ spacing: { after: 240 }, children: [line('编号 '), line(codeGrouped, { bold: true })] }),
    ],
  });
}

function footOf(digest: string): Footer {
  const words = [
    new TextRun({ font: around, children: ['第', PageNumber.CURRENT, '页，共', PageNumber.TOTAL_PAGES, '页'] }),
  ];
  const lines = [
    new Paragraph({ tabStops: [{ type: TabStopType.RIGHT, position: TabStopPosition.MAX }], children: words }),
  ];
  if (digest !== '') {
    const run = new TextRun({ text: `协议文字的摘要（SM3） ${digest}`, font: around, size: 16 });
    lines.push(new Paragraph({ alignment: AlignmentType.CENTER, children: [run] }));
  }
  return new Footer({ children: lines });
}

/** A filled form, or a template with its fields in braces, as a Word file: the blocks that the PDF has. */
export async function paperDocx(frame: WordFrame, paper: Paper): Promise<Buffer> {
  const size = frame.largePrint ? 36 : 24;
  const first = [paper.across === '' ? '' : `【${paper.across}】`, paper.warning].join('');
  const warning = first === '' ? [] : [new Paragraph({ children: [new TextRun({ text: first, bold: true })] })];
  const file = new Document({
    creator: frame.centerName,
    title: paper.title,
    styles: {
      default: {
        document: {
          run: { font: body, size, language: { eastAsia: 'zh-CN', value: 'zh-CN' } },
          paragraph: { spacing: { line: 340 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 2700, bottom: 1134, left: 1134, right: 1134, header: 567, footer: 567 },
            pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
          },
        },
        headers: { default: headOf(paper, frame) },
        footers: { default: footOf(paper.digest) },
        children: [...warning, ...wordBlocks(paper.blocks)],
      },
    ],
  });
  return Packer.toBuffer(file);
}
