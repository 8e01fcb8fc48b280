import type { Block, Cell, Facts, Field, Paragraph, Row, Run, Table, Template, TemplateBlock } from './paper.ts';

export const blank = '＿＿＿＿';
const field = /\{([^{}]+)\}/g;

/** A field that nobody fills, or two lists in one line: the template is at fault, and says at which name. */
export class TemplateFault extends Error {
  readonly field: string;
  constructor(name: string, why: string) {
    super(`${why}：{${name}}`);
    this.name = 'TemplateFault';
    this.field = name;
  }
}

const paragraphsOf = (block: TemplateBlock): Paragraph[] => {
  if (block.kind === 'paragraph') return [block];
  return block.kind === 'table' ? block.rows.flat().flatMap(({ paragraphs }) => paragraphs) : [];
};
const textOf = ({ runs }: Paragraph): string => runs.map(({ text }) => text).join('');
const namesIn = (paragraphs: readonly Paragraph[]): string[] =>
  paragraphs.flatMap((each) => [...textOf(each).matchAll(field)].map(([, name = '']) => name));

/** Every field that a template names, once, in order. */
export const fieldsIn = ({ blocks }: Template): string[] => [...new Set(namesIn(blocks.flatMap(paragraphsOf)))];

/** What stands in the way of publishing a template: names that nobody fills, and fields that the law wants and it lacks. */
export function faultsOf(template: Template, fields: readonly Field[]): { unknown: string[]; missing: Field[] } {
  const named = fieldsIn(template);
  const known = new Set(fields.map(({ name }) => name));
  return {
    unknown: named.filter((name) => !known.has(name)),
    missing: fields.filter(({ name, must }) => must === true && !named.includes(name)),
  };
}

/** The list that a line belongs to; nothing when its fields are facts of their own. */
function listOf(paragraphs: readonly Paragraph[], facts: Facts): string | null {
  const lists = new Map(
    namesIn(paragraphs)
      .filter((name) => !(name in facts) && name.includes('.'))
      .map((name) => [name.slice(0, name.indexOf('.')), name]),
  );
  const [first, second] = lists;
  if (second) throw new TemplateFault(second[1], '一行里只能用一份名单');
  return first?.[0] ?? null;
}

type Filling = { facts: Facts; list: string | null; row: Row | null; empty: string };

/** The words of a field in this line; null: nothing to say. */
function wordsOf(name: string, { facts, list, row }: Filling): string | null {
  const fact = facts[name];
  if (typeof fact === 'string' || fact === null) return fact;
  if (list === null || !name.startsWith(`${list}.`)) throw new TemplateFault(name, '没有这一项');
  if (row === null) return '';
  const value = row[name.slice(list.length + 1)];
  if (value === undefined) throw new TemplateFault(name, '没有这一项');
  return value;
}

const fillRun = (run: Run, filling: Filling): Run => ({
  ...run,
  text: run.text.replaceAll(field, (_all, name: string) => {
    const value = wordsOf(name, filling);
    return value === null ? '' : value.trim() || filling.empty;
  }),
});

/** A value of several lines makes several paragraphs. */
function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    for (const [at, text] of run.text.split('\n').entries()) {
      if (at > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    }
  }
  return lines;
}

const fillParagraph = (each: Paragraph, filling: Filling): Paragraph[] =>
  linesOf(each.runs.map((run) => fillRun(run, filling))).map((runs) => ({ ...each, runs }));

const leftOut = (paragraphs: readonly Paragraph[], filling: Filling): boolean => {
  const names = namesIn(paragraphs);
  return names.length > 0 && names.every((name) => wordsOf(name, filling) === null);
};

/** A field alone in its cell leaves the cell empty: the cell is the place to write. */
function fillCell(each: Cell, filling: Filling): Cell {
  const alone = each.paragraphs.length === 1 && /^\{[^{}]+\}$/.test(each.paragraphs.map(textOf).join(''));
  const inCell = { ...filling, empty: alone ? '' : filling.empty };
  return { ...each, paragraphs: each.paragraphs.flatMap((one) => fillParagraph(one, inCell)) };
}

const cellsText = (row: readonly Cell[]): Paragraph[] => row.flatMap(({ paragraphs }) => paragraphs);

/** Lines in a row that belong to one list go together, once for each of the list. */
function inGroups<Line>(
  lines: readonly Line[],
  text: (line: Line) => Paragraph[],
  facts: Facts,
): { list: string | null; lines: Line[] }[] {
  const groups: { list: string | null; lines: Line[] }[] = [];
  for (const line of lines) {
    const list = listOf(text(line), facts);
    const last = groups.at(-1);
    if (list !== null && last?.list === list) last.lines.push(line);
    else groups.push({ list, lines: [line] });
  }
  return groups;
}

function fillingsOf(list: string | null, facts: Facts): Filling[] {
  const line = { facts, list, empty: blank };
  if (list === null) return [{ ...line, row: null }];
  const rows = facts[list];
  if (rows === null) return [];
  if (!Array.isArray(rows)) throw new TemplateFault(list, '没有这份名单');
  return rows.length === 0 ? [{ ...line, row: null }] : (rows as Row[]).map((row) => ({ ...line, row }));
}

function fillTable(block: Table, facts: Facts): Table[] {
  const rows = inGroups(block.rows, cellsText, facts).flatMap(({ list, lines }) =>
    fillingsOf(list, facts).flatMap((filling) =>
      lines.filter((row) => !leftOut(cellsText(row), filling)).map((row) => row.map((each) => fillCell(each, filling))),
    ),
  );
  // Of a list that nobody is on, its headings have nothing to say either.
  const headings = rows.length < block.rows.length && rows.every((row) => row.every(({ head }) => head === true));
  return rows.length === 0 || headings ? [] : [{ ...block, rows }];
}

/** A paragraph that is one field alone: people who sign, the place of the seal, or lines to write on when nothing is known. */
function alone(block: TemplateBlock, facts: Facts): Block[] | null {
  if (block.kind !== 'paragraph') return null;
  const name = /^\{([^{}]+)\}$/.exec(textOf(block).trim())?.[1];
  const fact = name === undefined ? undefined : facts[name];
  if (fact === undefined) return null;
  if (fact === null) return [];
  if (typeof fact === 'string') return fact.trim() === '' ? [{ kind: 'ruled', lines: 3 }] : null;
  if ('people' in fact) return [{ kind: 'signing', people: [...fact.people] }];
  return 'body' in fact ? [{ kind: 'seal', body: fact.body, day: fact.day }] : null;
}

function fillLine(block: TemplateBlock, filling: Filling): Block[] {
  if (block.kind === 'table') return fillTable(block, filling.facts);
  if (block.kind !== 'paragraph') return [block];
  return leftOut([block], filling) ? [] : fillParagraph(block, filling);
}

/** Puts facts into a template; what is left is words alone. */
export function fillTemplate({ blocks }: Template, facts: Facts): Block[] {
  const outside = (block: TemplateBlock): Paragraph[] => (block.kind === 'paragraph' ? [block] : []);
  return inGroups(blocks, outside, facts).flatMap(({ list, lines }) =>
    fillingsOf(list, facts).flatMap((filling) =>
      lines.flatMap((block) => alone(block, facts) ?? fillLine(block, filling)),
    ),
  );
}
