import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Broken, MOST_IN_CELL, tooBig } from './bookSentences.ts';
import { attribute, readXml, throughXml, type XmlReader } from './readXml.ts';
import type { SpilledTexts } from './spilledTexts.ts';
import type { ZipFile } from './zipFile.ts';

/** A ledger of 200,000 rows with ten words of its own in each has two million. */
const MOST_TEXTS = 3_000_000;

/** Excel keeps line ends and control characters as _x000D_. */
export const spoken = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** The words of one string item: all its runs, without the reading aids of Japanese files. */
export function runs() {
  let all = '';
  let within = false;
  let aids = 0;
  return {
    begin(): void {
      all = '';
    },
    open(name: string): void {
      if (name === 't') within = true;
      if (name === 'rPh') aids += 1;
    },
    close(name: string): void {
      if (name === 't') within = false;
      if (name === 'rPh') aids -= 1;
    },
    /** What is longer than a cell can be is cut just beyond: whoever reads the cell says so. */
    text(text: string): void {
      if (within && aids === 0 && all.length <= MOST_IN_CELL) all += text.slice(0, MOST_IN_CELL + 1);
    },
    said: () => spoken(all),
  };
}

export async function partText(zip: ZipFile, name: string): Promise<string> {
  const entry = zip.find(name);
  return entry ? text(Readable.from(zip.stream(entry))) : '';
}

export async function readPart(zip: ZipFile, name: string, reader: XmlReader): Promise<void> {
  const entry = zip.find(name);
  if (entry) await readXml(zip.stream(entry), reader);
}

export async function readTexts(zip: ZipFile, into: SpilledTexts): Promise<void> {
  const entry = zip.find('xl/sharedStrings.xml');
  if (!entry) return;
  const item = runs();
  let inItem = false;
  let count = 0;
  const texts = throughXml<string>(zip.stream(entry), (give) => ({
    open(name) {
      if (name !== 'si') return item.open(name);
      if (inItem) throw new Broken('a text within a text');
      inItem = true;
      item.begin();
    },
    close(name) {
      if (name !== 'si') return item.close(name);
      inItem = false;
      give(item.said());
    },
    text: item.text,
  }));
  for await (const text of texts) {
    if (++count > MOST_TEXTS) tooBig();
    into.add(text);
  }
}

export type SheetPart = { name: string; path: string; hidden: boolean };

/** The sheets in the order of their tabs, with the part of the archive each lies in. */
export async function readSheets(zip: ZipFile): Promise<{ sheets: SheetPart[]; from1904: boolean }> {
  const targets = new Map<string, string>();
  await readPart(zip, 'xl/_rels/workbook.xml.rels', {
    open(name, its) {
      if (name === 'Relationship') targets.set(its.Id ?? '', (its.Target ?? '').replace(/^\/?(xl\/)?/, 'xl/'));
    },
    close() {},
  });
  const sheets: SheetPart[] = [];
  let from1904 = false;
  await readPart(zip, 'xl/workbook.xml', {
    open(name, its) {
      if (name === 'workbookPr') from1904 ||= /^(1|true)$/.test(attribute(its, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const path = targets.get(Object.entries(its).find(([key]) => key.endsWith(':id'))?.[1] ?? '');
      const hidden = (its.state ?? 'visible') !== 'visible';
      if (path && zip.find(path)) sheets.push({ name: its.name ?? '', path, hidden });
    },
    close() {},
  });
  return { sheets, from1904 };
}

// Numbers of built-in formats that show a date or a time, those of Chinese Excel (27–36, 50–58) included.
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
const spellsDate = (code: string): boolean =>
  /[ymdhs年月日时分秒]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').replace(/General|G\/通用格式|E[+-]/gi, ''));

/** '0.0%' → 1; nothing for what shows no share. */
function percentOf(code: string): number | undefined {
  const [shown = ''] = code.replace(/"[^"]*"|\\./g, '').split(';');
  return shown.includes('%') ? (/\.([0#?]+)/.exec(shown)?.[1]?.length ?? 0) : undefined;
}

/** How a style shows a number: as a date, or as a share with so many decimals. */
export type CellFormat = { date: boolean; percent?: number };

const BUILT_IN_PERCENT: Readonly<Record<number, number>> = { 9: 0, 10: 2 };

function formatOf(id: number, code: string | undefined): CellFormat {
  const percent = code === undefined ? BUILT_IN_PERCENT[id] : percentOf(code);
  const date = code === undefined ? builtIn(id) : percent === undefined && spellsDate(code);
  return { date, ...(percent !== undefined && { percent }) };
}

/** Style number → what it makes of a number. */
export async function cellFormats(zip: ZipFile): Promise<CellFormat[]> {
  const own = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  await readPart(zip, 'xl/styles.xml', {
    open(name, its) {
      if (name === 'numFmt') own.set(Number(its.numFmtId), its.formatCode ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) ids.push(Number(its.numFmtId ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return ids.map((id) => formatOf(id, own.get(id)));
}
