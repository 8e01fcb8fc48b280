import { Broken, MOST_INFLATED } from './bookSentences.ts';
import { escapeXml } from './formGrid.ts';
import { columnName, columnOf } from './references.ts';
import { partText, readSheets } from './xlsxParts.ts';
import type { RawRow } from './xlsxRows.ts';
import { openZip, type ZipFile } from './zipFile.ts';
import { type ZipPart, zipped } from './zipOut.ts';

/** What is to be changed in a row: which cells are colored, and the sentence in the added column. */
export type Mark = { rowNumber: number; columns: readonly number[]; sentence: string };
export type MarkPlan = {
  sheet: number;
  /** the column that is added, from 0, its title and the row it stands in */
  noteColumn: number;
  noteTitle: string;
  titleRow: number;
  /** in the order of the rows */
  marks: AsyncIterable<Mark>;
};

const FILL =
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFF0CC"/><bgColor indexed="64"/></patternFill></fill>';

const escaped = (text: string): string => escapeXml(text.replace(/\p{Cc}/gu, ' '));

/** Styles as they are, and colored twins of those that marked cells have. */
function coloring(stylesXml: string) {
  const fills = /<((?:\w+:)?)fills\b[^>]*>[\s\S]*?<\/(?:\w+:)?fills>/.exec(stylesXml);
  const styles = /<((?:\w+:)?)cellXfs\b[^>]*>([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(stylesXml);
  const own = [...(styles?.[2] ?? '').matchAll(/<(?:\w+:)?xf\s[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?xf>)/g)].map(
    ([xf]) => xf,
  );
  const fillId = [...(fills?.[0] ?? '').matchAll(/<(?:\w+:)?fill>/g)].length;
  const twins = new Map<number, number>();
  const twinOf = (xf: string): string =>
    xf.replace(/\s(fillId|applyFill)="[^"]*"/g, '').replace(/^(<(?:\w+:)?xf)/, `$1 fillId="${fillId}" applyFill="1"`);
  return {
    colored(style: number): number {
      const known = twins.get(style);
      if (known !== undefined) return known;
      const id = own.length + twins.size;
      twins.set(style, id);
      return id;
    },
    xml(): string {
      if (!fills || !styles) return stylesXml;
      const prefix = styles[1] ?? '';
      const fill = FILL.replaceAll(/<(\/?)(?=\w)/g, `<$1${prefix}`);
      const added = [...twins.keys()].map((style) => twinOf(own[style] ?? own[0] ?? `<${prefix}xf/>`));
      const moreFills = fills[0]
        .replace(/\scount="\d+"/, ` count="${fillId + 1}"`)
        .replace(/<\/(\w+:)?fills>$/, `${fill}$&`);
      const moreStyles = styles[0]
        .replace(/\scount="\d+"/, ` count="${own.length + added.length}"`)
        .replace(/<\/(\w+:)?cellXfs>$/, `${added.join('')}$&`);
      return stylesXml.replace(fills[0], () => moreFills).replace(styles[0], () => moreStyles);
    },
  };
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*"([^"]*)"`).exec(tag)?.[1];

type Colors = ReturnType<typeof coloring>;

/** The row with its marked cells colored and one cell more; everything else in it stays as it was. */
function markedRow(xml: string, mark: Mark, noteColumn: number, colors: Colors): string {
  const head = /^<((?:\w+:)?)row\b([^>]*?)(\/?)>/.exec(xml);
  if (!head) return xml;
  const [whole, prefix = '', attributes = ''] = head;
  const body = head[3] ? '' : xml.slice(whole.length, xml.lastIndexOf('<'));
  const cells = new Map<number, string>();
  for (const [cell, tag = ''] of body.matchAll(/<(?:\w+:)?c(?=[\s>/])([^>]*?)(?:\/>|>[\s\S]*?<\/(?:\w+:)?c>)/g))
    cells.set(columnOf(attribute(tag, 'r') ?? columnName(cells.size)), cell);
  for (const column of mark.columns) {
    const cell = cells.get(column) ?? `<${prefix}c r="${columnName(column)}${mark.rowNumber}"/>`;
    const style = Number(/^<[^>]*?\ss="(\d+)"/.exec(cell)?.[1] ?? 0);
    const bare = cell.replace(/^(<[^>]*?)\ss="\d+"/, '$1');
    cells.set(column, bare.replace(/^<((?:\w+:)?)c(?=[\s>/])/, `<$1c s="${colors.colored(style)}"`));
  }
  const note = `<${prefix}c r="${columnName(noteColumn)}${mark.rowNumber}" s="${colors.colored(0)}" t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escaped(mark.sentence)}</${prefix}t></${prefix}is></${prefix}c>`;
  cells.set(noteColumn, note);
  const inOrder = [...cells].sort(([a], [b]) => a - b).map(([, cell]) => cell);
  return `<${prefix}row${attributes.replace(/\sspans="[^"]*"/, '')}>${inOrder.join('')}</${prefix}row>`;
}

async function* marksWithTitle({ titleRow, noteTitle, marks }: MarkPlan): AsyncGenerator<Mark> {
  yield { rowNumber: titleRow, columns: [], sentence: noteTitle };
  yield* marks;
}

const LONGEST_ROW = 4 * 1024 * 1024;

/** The sheet as text, row by row; what is not a marked row passes through untouched. */
async function* rewritten(sheet: AsyncIterable<Buffer>, plan: MarkPlan, colors: Colors): AsyncGenerator<string> {
  const marks = marksWithTitle(plan);
  let next = (await marks.next()).value as Mark | undefined;
  const decoder = new TextDecoder();
  const opening = /<(\w+:)?row(?=[\s>/])/;
  let held = '';
  let last = 0;
  for await (const part of sheet) {
    if (held.length > LONGEST_ROW) throw new Broken('a row without end');
    held += decoder.decode(part, { stream: true });
    for (let from = opening.exec(held); from; from = opening.exec(held)) {
      const head = held.indexOf('>', from.index);
      const close = `</${from[1] ?? ''}row>`;
      const alone = head > 0 && held[head - 1] === '/';
      const end = head < 0 ? -1 : alone ? head + 1 : held.indexOf(close, head);
      if (end < 0) break;
      const until = alone ? end : end + close.length;
      const xml = held.slice(from.index, until);
      last = Number(attribute(/^<[^>]*>/.exec(xml)?.[0] ?? '', 'r') ?? last + 1);
      while (next && next.rowNumber < last) next = (await marks.next()).value as Mark | undefined;
      yield held.slice(0, from.index);
      yield next?.rowNumber === last ? markedRow(xml, next, plan.noteColumn, colors) : xml;
      held = held.slice(until);
    }
    const safe = opening.test(held) ? 0 : held.length - 64;
    if (safe > 0) {
      yield held.slice(0, safe);
      held = held.slice(safe);
    }
  }
  yield held;
}

async function* partsOf(zip: ZipFile, plan: MarkPlan): AsyncGenerator<ZipPart> {
  const sheet = (await readSheets(zip)).sheets[plan.sheet]?.path;
  const styles = 'xl/styles.xml';
  const colors = coloring(await partText(zip, styles));
  for (const entry of zip.entries)
    if (entry.name !== sheet && entry.name !== styles) yield { entry, stored: zip.stored(entry) };
  const entry = sheet === undefined ? undefined : zip.find(sheet);
  if (entry) yield { name: entry.name, text: rewritten(zip.stream(entry), plan, colors) };
  // Last: which colored twins are needed is known once the rows are written.
  yield {
    name: styles,
    text: (async function* () {
      yield colors.xml();
    })(),
  };
}

/** A copy of the workbook with what is to be changed said in an added column. */
export async function* markedBook(path: string, plan: MarkPlan): AsyncGenerator<Buffer> {
  const zip = await openZip(path, MOST_INFLATED);
  try {
    yield* zipped(partsOf(zip, plan));
  } finally {
    await zip.close();
  }
}

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A text file has no colors: the sentences alone, in UTF-8 as Excel opens it. */
export async function* markedCsv(rows: AsyncIterable<RawRow>, plan: MarkPlan): AsyncGenerator<string> {
  const marks = marksWithTitle(plan);
  let next = (await marks.next()).value as Mark | undefined;
  yield '\uFEFF';
  for await (const { rowNumber, cells } of rows) {
    while (next && next.rowNumber < rowNumber) next = (await marks.next()).value as Mark | undefined;
    const texts = Array.from({ length: plan.noteColumn }, (_, column) => {
      const cell = cells[column];
      return cell && 'raw' in cell && cell.raw !== null ? String(cell.raw) : '';
    });
    yield `${[...texts, next?.rowNumber === rowNumber ? next.sentence : ''].map(quoted).join(',')}\r\n`;
  }
}
