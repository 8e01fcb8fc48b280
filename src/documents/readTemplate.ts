import { Broken, MOST_INFLATED_SMALL } from '../sheets/bookSentences.ts';
import { readXml, type XmlReader } from '../sheets/readXml.ts';
import { openZip } from '../sheets/zipFile.ts';
import type { TemplateBlock } from './paper.ts';
import { closes, newReading, opens, type Reading } from './wordMarks.ts';

/** What was read of a form that somebody changed in Word, and what could not be carried over, in words. */
export type ReadTemplate = { blocks: TemplateBlock[]; left: string[] };

const DOCUMENT = 'word/document.xml';
const MOST_LETTERS = 60_000;

const notCarried: Readonly<Record<string, string>> = {
  drawing: '图片、图形',
  pict: '图片、图形',
  object: '嵌入的对象',
  txbxContent: '文本框里的字',
  footnoteReference: '脚注',
  endnoteReference: '尾注',
  commentReference: '批注',
  numPr: '自动编号（把编号打成字）',
  del: '修订里删掉的字',
};
const skipped = new Set(['txbxContent', 'del', 'drawing', 'pict', 'object']);

/** What stands in a text box, a picture or in words struck out is not read. */
function readerInto(reading: Reading): XmlReader {
  let within = 0;
  let letters = 0;
  return {
    open(name, attributes) {
      const lost = notCarried[name];
      if (lost) reading.left.add(lost);
      if (skipped.has(name)) within += 1;
      if (within === 0) opens[name]?.(reading, attributes);
    },
    close(name) {
      if (within === 0) closes[name]?.(reading);
      if (skipped.has(name)) within -= 1;
    },
    text(said) {
      if (!reading.inText || !reading.piece || within > 0) return;
      letters += said.length;
      if (letters > MOST_LETTERS) throw new Broken('too long for a form');
      reading.piece.text += said;
    },
  };
}

/** The blocks of a Word file. Throws on what is no Word file, or one that is no form. */
export async function readTemplate(file: Buffer): Promise<ReadTemplate> {
  const zip = await openZip(file, MOST_INFLATED_SMALL);
  const entry = zip.find(DOCUMENT);
  if (!entry) throw new Broken('no document');
  const reading = newReading();
  await readXml(zip.stream(entry), readerInto(reading));
  return { blocks: reading.blocks, left: [...reading.left] };
}
