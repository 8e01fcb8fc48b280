import { type Static, Type } from 'typebox';
import { readAddress, readRef } from '../sheets/formGrid.ts';
import { FigureFilter, What } from './figure.ts';
import { cellPeriods } from './period.ts';

export const textFields = ['unit', 'period', 'year', 'month', 'date', 'filler', 'leader', 'phone'] as const;
export type TextField = (typeof textFields)[number];
export const textFieldWords: Record<TextField, string> = {
  unit: '单位全称',
  period: '统计期（2026年10月）',
  year: '年份',
  month: '月份',
  date: '填报日期',
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

/** What fills one cell. */
export const CellRule = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('figure'),
      what: What,
      filter: FigureFilter,
      period: Type.Enum([...cellPeriods], { title: '哪一期' }),
      show: Type.Enum([...shows], { title: '怎么写' }),
      decimals: Type.Integer({ minimum: 0, maximum: 4, title: '几位小数' }),
    },
    { additionalProperties: false },
  ),
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
            field: Type.Enum([...textFields], { title: '写什么' }),
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
  Type.Object({ kind: Type.Literal('empty') }, { additionalProperties: false }),
]);
export type CellRule = Static<typeof CellRule>;

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
