import { PassThrough, type Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import excel from 'exceljs';
import { cellOut, formatOf } from './cellOut.ts';
import type { Column, SheetRow } from './column.ts';

export type SheetToWrite = {
  name: string;
  /** a line above the header: what is counted, for which region, 截至 when */
  caption?: string;
  columns: readonly Column[];
  rows: Iterable<SheetRow> | AsyncIterable<SheetRow>;
  /** A second sheet of labels and what they say, asked for once the last row is written. */
  about?: () => { name: string; lines: readonly (readonly [label: string, text: string])[] };
};

/** An .xlsx as a stream; rows are taken only as fast as the reader drinks. Fails the stream when the rows fail. */
export function writeSheet(sheet: SheetToWrite): Readable {
  const out = new PassThrough();
  pump(sheet, out).catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return out;
}

async function pump({ name, caption, columns, rows, about }: SheetToWrite, out: PassThrough): Promise<void> {
  const book = new excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  keepFontsInSchemaOrder(book);
  const headRows = caption === undefined ? 1 : 2;
  const page = book.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: headRows }] });
  page.columns = columns.map(({ key, kind, width, title }) => ({
    key,
    width: width ?? Math.max(10, title.length * 2 + 4),
    style: { numFmt: formatOf[kind] },
  }));
  if (caption !== undefined) writeCaption(page, caption, columns.length);
  const header = page.addRow(columns.map(({ title }) => title));
  header.font = { bold: true };
  header.commit();
  page.autoFilter = { from: { row: headRows, column: 1 }, to: { row: headRows, column: columns.length } };
  let written = 0;
  for await (const row of rows) {
    page.addRow(columns.map(({ key, kind }) => cellOut(row[key], kind))).commit();
    if (++written % 50 === 0) await readerKeepsUp(out);
    if (out.destroyed) return;
  }
  page.commit();
  if (about) writeAbout(book, about());
  await book.commit();
}

function writeAbout(
  book: excel.stream.xlsx.WorkbookWriter,
  about: ReturnType<NonNullable<SheetToWrite['about']>>,
): void {
  const page = book.addWorksheet(sheetName(about.name));
  page.columns = [20, 90].map((width) => ({ width, style: { numFmt: formatOf.text } }));
  for (const [label, text] of about.lines) page.addRow([cellOut(label, 'text'), cellOut(text, 'text')]).commit();
  page.commit();
}

function writeCaption(page: excel.Worksheet, caption: string, columns: number): void {
  const row = page.addRow([cellOut(caption, 'text')]);
  row.font = { bold: true };
  if (columns > 1) page.mergeCells(1, 1, 1, columns);
  row.commit();
}

async function readerKeepsUp(out: PassThrough): Promise<void> {
  await setImmediate();
  if (!out.writableNeedDrain || out.destroyed) return;
  await new Promise<void>((resolve) => {
    out.once('drain', resolve);
    out.once('close', resolve);
  });
}

/** Excel allows 31 characters and none of these in a sheet's name. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:']/g, ' ').slice(0, 31);
}

const fontParts = ['b', 'i', 'strike', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];

/** exceljs 4.4.0 writes a font's parts in an order that the OOXML schema forbids; strict readers refuse the file. */
function keepFontsInSchemaOrder(book: excel.stream.xlsx.WorkbookWriter): void {
  const inside = book as unknown as {
    styles: { xml: string };
    zip: { append: (text: string, file: { name: string }) => void };
    addStyles: () => Promise<void>;
  };
  inside.addStyles = async () => inside.zip.append(fontsInSchemaOrder(inside.styles.xml), { name: 'xl/styles.xml' });
}

function fontsInSchemaOrder(stylesXml: string): string {
  return stylesXml.replace(/(?<=<font>).*?(?=<\/font>)/gs, (font) => {
    const parts = font.match(/<[^>]+\/>/g) ?? [];
    const rank = (part: string) => fontParts.indexOf(/^<(\w+)/.exec(part)?.[1] ?? '');
    return parts.sort((a, b) => rank(a) - rank(b)).join('');
  });
}
