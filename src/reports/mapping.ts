import { type Static, Type } from 'typebox';
import { readAddress, readRef } from '../sheets/formGrid.ts';
import { FigureFilter, What } from './figure.ts';
import { cellPeriods } from './period.ts';

export const textFields = [
  ...(['unit', 'period', 'year', 'month', 'date', 'dateYear', 'dateMonth', 'dateDay'] as const),
  ...(['filler', 'leader', 'phone'] as const),
] as const;
export type TextField = (typeof textFields)[number];
export const textFieldWords: Record<TextField, string> = {
  unit: '单位全称',
  period: '统计期（2026年10月）',
  year: '统计期的年份',
  month: '统计期的月份',
  date: '填报日期',
  dateYear: '填报日期的年',
  dateMonth: '填报日期的月',
  dateDay: '填报日期的日',
  filler: '填表人',
  leader: '中心主任',
  phone: '单位电话',
};

export const shows = ['plain', 'tenThousand', 'percent', 'fraction', 'percentText'] as const;
/** How a figure is written: as it is, in 万, a rate as 88, as 0.88 (a cell formatted as percent), or as the text 88.0%. */
export type Show = (typeof shows)[number];
export const showWords: Record<Show, string> = {
  plain: '照原数',
  tenThousand: '折成万',
  percent: '百分数，只写数（88）',
  fraction: '小数（0.88，格子自己是百分比格式）',
  percentText: '百分数，带%（88.0%）',
};

const Words = (title: string, maxLength: number) => Type.String({ minLength: 1, maxLength, title });

const figure = {
  what: What,
  filter: FigureFilter,
  period: Type.Enum([...cellPeriods], { title: '哪一期' }),
  show: Type.Enum([...shows], { title: '怎么写' }),
  decimals: Type.Integer({ minimum: 0, maximum: 4, title: '几位小数' }),
};
const Field = Type.Enum([...textFields], { title: '写什么' });

/** What goes into one blank of a sentence. */
const BlankPart = Type.Union([
  Type.Object({ put: Type.Literal('nothing') }, { additionalProperties: false }),
  Type.Object({ put: Type.Literal('text'), field: Field }, { additionalProperties: false }),
  Type.Object({ put: Type.Literal('figure'), ...figure }, { additionalProperties: false }),
]);
export type BlankPart = Static<typeof BlankPart>;

/** What fills one cell. */
export const CellRule = Type.Union([
  Type.Object({ kind: Type.Literal('figure'), ...figure }, { additionalProperties: false }),
  Type.Object(
    { kind: Type.Literal('constant'), value: Type.Union([Type.Number(), Words('写什么', 200)]) },
    { additionalProperties: false },
  ),
  Type.Object({ kind: Type.Literal('formula'), expression: Words('算式', 200) }, { additionalProperties: false }),
  Type.Object(
    {
      kind: Type.Literal('text'),
      parts: Type.Array(
        Type.Object(
          {
            after: Type.Union([Words('写在哪几个字后面', 60), Type.Null()]),
            field: Field,
          },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: 6 },
      ),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    { kind: Type.Literal('ask'), who: Words('问谁', 60), why: Words('为什么系统没有', 200) },
    { additionalProperties: false },
  ),
  Type.Object(
    { kind: Type.Literal('blanks'), parts: Type.Array(BlankPart, { minItems: 1, maxItems: 20 }) },
    { additionalProperties: false },
  ),
  Type.Object({ kind: Type.Literal('empty') }, { additionalProperties: false }),
]);
export type CellRule = Static<typeof CellRule>;

export type FigureRule = Extract<CellRule, { kind: 'figure' }>;

/** The figures that a rule counts: one of a cell, or those in the blanks of a sentence. */
export const figuresOf = (rule: CellRule): FigureRule[] => {
  if (rule.kind === 'figure') return [rule];
  if (rule.kind !== 'blanks') return [];
  return rule.parts.flatMap((part) => {
    if (part.put !== 'figure') return [];
    const { put: _, ...figure } = part;
    return [{ kind: 'figure' as const, ...figure }];
  });
};

export const Mapping = Type.Record(Type.String({ pattern: '^[0-9]{1,2}![A-Z]{1,3}[0-9]{1,6}$' }), CellRule);
/** Address of a cell → what fills it. */
export type Mapping = Readonly<Record<string, CellRule>>;

/** Sheet by sheet, row by row, as one reads. */
export function inOrder(addresses: readonly string[]): string[] {
  const place = (address: string): [number, number, number] => {
    const { sheet, ref } = readAddress(address);
    const { row, column } = readRef(ref) ?? { row: 0, column: 0 };
    return [sheet, row, column];
  };
  return addresses.toSorted((a, b) => {
    const [one, other] = [place(a), place(b)];
    return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
  });
}
