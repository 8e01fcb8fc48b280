import { type Static, Type } from 'typebox';
import { filterNames } from './figure.ts';
import { measureNames } from './measures.ts';
import { periodKinds } from './period.ts';

export const reportKinds = ['periodic', 'mediation'] as const;
export type ReportKind = (typeof reportKinds)[number];

const day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', title: '哪一天' });
const word = Type.String({ pattern: '^[A-Za-z0-9._-]{1,60}$' });
const words = Type.Optional(Type.String({ pattern: '^[A-Za-z0-9._,-]{1,1200}$' }));
const County = Type.String({ pattern: '^[0-9]{6}$', title: '区县' });

/** Which report: its kind, its period by any of the period's days, and of whom. */
export const ReportAsk = Type.Object(
  {
    kind: Type.Optional(Type.Enum([...reportKinds])),
    period: Type.Optional(Type.Enum([...periodKinds])),
    day: Type.Optional(day),
    county: Type.Optional(County),
    region: Type.Optional(Type.String({ pattern: '^[0-9]{6,15}$', title: '地区' })),
    unit: Type.Optional(word),
  },
  { additionalProperties: false },
);
export type ReportAsk = Static<typeof ReportAsk>;

/** The list behind a figure: what is counted, from which day to which, as of when, of which. */
export const ListQuery = Type.Object(
  {
    what: Type.Enum([...measureNames], { title: '数什么' }),
    from: day,
    to: day,
    asOf: Type.Optional(Type.String({ format: 'date-time', title: '截至' })),
    county: Type.Optional(County),
    ...(Object.fromEntries(filterNames.map((name) => [name, words])) as Record<
      (typeof filterNames)[number],
      typeof words
    >),
    after: Type.Optional(Type.String({ maxLength: 300 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  { additionalProperties: false },
);
export type ListQuery = Static<typeof ListQuery>;
