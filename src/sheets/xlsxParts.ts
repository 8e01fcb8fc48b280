import type { Readable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import type { SpilledTexts } from './spilledTexts.ts';
import type { ZipFile } from './zipFile.ts';

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text of XML as people wrote it; Excel keeps line ends and control characters as _x000D_. */
export function unescaped(xml: string): string {
  if (!xml.includes('&') && !xml.includes('_x')) return xml;
  const plain = xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, number, name) => {
    if (name) return entities[name] ?? whole;
    const point = hex ? Number.parseInt(hex, 16) : Number(number);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
  return plain.replace(/_x([0-9A-F]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

export const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*"([^"]*)"`).exec(tag);
  return found ? unescaped(found[1] ?? '') : undefined;
};

/** The words of one string item: all its runs, without the reading aids of Japanese files. */
export function runsOf(xml: string): string {
  const spoken = xml.includes('rPh') ? xml.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '') : xml;
  let all = '';
  for (const found of spoken.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g)) all += found[1];
  return unescaped(all);
}

/** Pieces of a stream, each from one opening tag to its closing one; what lies between them is dropped. */
export async function* elements(stream: Readable, name: string): AsyncGenerator<string> {
  const open = new RegExp(`<(\\w+:)?${name}(?=[\\s>/])`);
  let held = '';
  const decoder = new TextDecoder();
  for await (const part of stream) {
    held += decoder.decode(part as Buffer, { stream: true });
    for (;;) {
      const from = open.exec(held);
      if (!from) {
        held = held.slice(-64);
        break;
      }
      const head = held.indexOf('>', from.index);
      if (head < 0) break;
      const alone = held[head - 1] === '/';
      const close = `</${from[1] ?? ''}${name}>`;
      const end = alone ? head + 1 : held.indexOf(close, head);
      if (end < 0) break;
      const until = alone ? end : end + close.length;
      yield held.slice(from.index, until);
      held = held.slice(until);
    }
  }
}

export async function partText(zip: ZipFile, name: string): Promise<string> {
  const entry = zip.find(name);
  return entry ? textOf(zip.stream(entry)) : '';
}

export async function readTexts(zip: ZipFile, into: SpilledTexts): Promise<void> {
  const entry = zip.find('xl/sharedStrings.xml');
  if (entry) for await (const item of elements(zip.stream(entry), 'si')) into.add(runsOf(item));
}

export type SheetPart = { name: string; path: string; hidden: boolean };

/** The sheets in the order of their tabs, with the part of the archive each lies in. */
export async function readSheets(zip: ZipFile): Promise<{ sheets: SheetPart[]; from1904: boolean }> {
  const [book, links] = [await partText(zip, 'xl/workbook.xml'), await partText(zip, 'xl/_rels/workbook.xml.rels')];
  const targets = new Map(
    [...links.matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/g)].map(([, tag = '']) => [
      attribute(tag, 'Id') ?? '',
      (attribute(tag, 'Target') ?? '').replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  );
  const sheets = [...book.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].flatMap(([, tag = '']) => {
    const path = targets.get(/r:id="([^"]*)"|:id="([^"]*)"/.exec(tag)?.slice(1).find(Boolean) ?? '');
    const name = attribute(tag, 'name') ?? '';
    const hidden = (attribute(tag, 'state') ?? 'visible') !== 'visible';
    return path && zip.find(path) ? [{ name, path, hidden }] : [];
  });
  return { sheets, from1904: /date1904="(1|true)"/.test(book) };
}

// Numbers of built-in formats that show a date or a time, those of Chinese Excel (27–36, 50–58) included.
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
const spellsDate = (code: string): boolean =>
  /[ymdhs年月日时分秒]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').replace(/General|G\/通用格式|E[+-]/gi, ''));

/** Style number → whether it shows a number as a date. */
export function dateStyles(stylesXml: string): boolean[] {
  const own = new Map(
    [...stylesXml.matchAll(/<(?:\w+:)?numFmt\s([^>]*)>/g)].map(([, tag = '']) => [
      Number(attribute(tag, 'numFmtId')),
      spellsDate(attribute(tag, 'formatCode') ?? ''),
    ]),
  );
  const styles = /<(?:\w+:)?cellXfs[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(stylesXml)?.[0] ?? '';
  return [...styles.matchAll(/<(?:\w+:)?xf\s([^>]*)>/g)].map(([, tag = '']) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0);
    return own.get(id) ?? builtIn(id);
  });
}
