import { type Static, Type } from 'typebox';
import { figureTitle, type Measure, measureNames, type Rate, rateNames } from './measures.ts';

const Words = (title: string) =>
  Type.Array(Type.String({ pattern: '^[A-Za-z0-9._-]{1,60}$' }), { minItems: 1, maxItems: 60, title });

/** Which of what is counted. Nothing given is everything in the scope. */
export const FigureFilter = Type.Object(
  {
    categories: Type.Optional(Words('类别')),
    sources: Type.Optional(Words('来源')),
    regions: Type.Optional(Words('地区')),
    units: Type.Optional(Words('牵头单位')),
    difficulties: Type.Optional(Words('难易')),
    services: Type.Optional(Words('服务')),
  },
  { additionalProperties: false },
);
export type FigureFilter = Static<typeof FigureFilter>;
export type FilterName = keyof FigureFilter;
export const filterNames: readonly FilterName[] = [
  'categories',
  'sources',
  'regions',
  'units',
  'difficulties',
  'services',
];

export const What = Type.Enum([...measureNames, ...rateNames], { title: '数什么' });

/** One number that can be asked for: what is counted, and of which. */
export type Figure = { what: Measure | Rate; filter: FigureFilter };

/** A filter in an address: 'categories=01,02'. */
export const filterQuery = (filter: FigureFilter): Record<string, string> =>
  Object.fromEntries(filterNames.flatMap((name) => (filter[name] ? [[name, filter[name].join(',')]] : [])));

export function readFilter(query: Partial<Record<FilterName, string>>): FigureFilter {
  const pairs = filterNames.flatMap((name) => {
    const words = query[name]?.split(',').filter(Boolean) ?? [];
    return words.length > 0 ? [[name, words] as const] : [];
  });
  return Object.fromEntries(pairs);
}

/** The same question gives the same key, in whatever order it was put. */
export function figureKey({ what, filter }: Figure): string {
  const parts = filterNames.flatMap((name) => (filter[name] ? [`${name}=${filter[name].toSorted().join(',')}`] : []));
  return [what, ...parts].join(' ');
}

/** 「受理：婚姻家庭、邻里」. */
export const figureName = ({ what, filter }: Figure, named: (name: FilterName, word: string) => string): string => {
  const words = filterNames.flatMap((name) => (filter[name] ?? []).map((word) => named(name, word)));
  return words.length === 0 ? figureTitle(what) : `${figureTitle(what)}：${words.join('、')}`;
};
