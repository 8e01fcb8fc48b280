import { type Static, Type } from 'typebox';
import { bareTitle, type Table, textOf } from '../sheets/findTable.ts';
import type { RawRow } from '../sheets/xlsxRows.ts';
import { exactField, fieldOfTitle, type LedgerField, ledgerFieldNames, type WordField } from './ledgerFields.ts';

const Words = Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 60 }));

/** How one workbook is read: which sheet and rows, which column is what, which of its words is which of ours. */
export const Mapping = Type.Object(
  {
    sheet: Type.Integer({ minimum: 0, maximum: 200, title: '工作表' }),
    headerRow: Type.Integer({ minimum: 0, maximum: 1000, title: '表头在第几行' }),
    headerRows: Type.Union([Type.Literal(1), Type.Literal(2)], { title: '表头占几行' }),
    year: Type.Union([Type.Integer({ minimum: 1990, maximum: 2099 }), Type.Null()], {
      title: '没写年份的日期是哪一年',
    }),
    /** Amounts without a unit of their own are in ten thousand yuan. */
    tenThousand: Type.Boolean({ title: '金额的单位是万元' }),
    columns: Type.Record(
      Type.String({ pattern: '^\\d{1,3}$' }),
      Type.Union(ledgerFieldNames.map((name) => Type.Literal(name))),
      { title: '列' },
    ),
    words: Type.Object(
      {
        ...{ category: Words, status: Words, source: Words, region: Words, unit: Words, restriction: Words },
        ...{ handler: Type.Optional(Words), registrar: Type.Optional(Words) },
      },
      { additionalProperties: false, title: '词' },
    ),
  },
  { additionalProperties: false },
);
export type Mapping = Omit<Static<typeof Mapping>, 'columns' | 'words'> & {
  columns: Record<string, LedgerField>;
  words: Partial<Record<WordField, Record<string, string>>>;
};

export const MappingInput = Type.Object(
  { revision: Type.Integer({ minimum: 1 }), mapping: Mapping },
  { additionalProperties: false },
);
/** Where somebody says that the table stands. */
export const TableInput = Type.Object(
  {
    sheet: Type.Integer({ minimum: 0, maximum: 200, title: '工作表' }),
    headerRow: Type.Union([Type.Integer({ minimum: 1, maximum: 40 }), Type.Null()], { title: '表头在第几行' }),
    headerRows: Type.Union([Type.Literal(1), Type.Literal(2)], { title: '表头占几行' }),
  },
  { additionalProperties: false },
);
/** What a center chose before: title → field and word → ours. '' means: not to be taken over. */
export type Memory = ReadonlyMap<string, string>;
export const memoryKey = (kind: string, word: string): string => `${kind}\n${word}`;

const looks: readonly (readonly [LedgerField, RegExp])[] = [
  ['applicantIds', /^\d{17}[\dXx]$/],
  ['applicantPhones', /^1[3-9]\d{9}$/],
  ['openedOn', /^(20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|20\d{6})$/],
];

/** Most of the cells look like it: the column has no title that says so. */
function fieldOfContents(rows: readonly RawRow[], column: number): LedgerField | null {
  const texts = rows.map((row) => textOf(row, column)).filter((text) => text !== '');
  if (texts.length < 3) return null;
  const found = looks.find(([, rule]) => texts.filter((text) => rule.test(text)).length > texts.length / 2);
  return found?.[0] ?? null;
}

/** Which column is what: as the center chose before, else by title, else by what stands in it. Each field once. */
export function guessMapping(table: Table, rows: readonly RawRow[], sheet: number, memory: Memory): Mapping {
  const columns: Record<string, LedgerField> = {};
  const taken = new Set<LedgerField>();
  const take = (column: number, field: LedgerField | null | undefined) => {
    // Of words that are only kept there may be several columns.
    if (!field || (taken.has(field) && field !== 'remark') || columns[column]) return;
    columns[column] = field;
    taken.add(field);
  };
  const remembered = (title: string) => memory.get(memoryKey('column', bareTitle(title)));
  const known = (title: string) => ledgerFieldNames.find((name) => name === remembered(title));
  for (const { column, title } of table.titles) take(column, known(title));
  const open = table.titles.filter(({ title }) => remembered(title) === undefined);
  for (const { column, title } of open) take(column, exactField(title));
  for (const { column, title } of open) take(column, fieldOfTitle(title));
  // 「纠纷地址」 beside 「住址」: what is left of a kind stays unused rather than wrong.
  for (const { column } of open) take(column, fieldOfContents(rows, column));
  const amount = table.titles.find(({ column }) => columns[column] === 'amount');
  return {
    sheet,
    headerRow: table.headerRow,
    headerRows: table.headerRows,
    year: table.year,
    tenThousand: /万/.test(amount?.title ?? ''),
    columns,
    words: { category: {}, status: {}, source: {}, region: {}, unit: {}, restriction: {} },
  };
}
