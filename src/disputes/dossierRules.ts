import { type Static, Type } from 'typebox';

export const retentionNames = { permanent: '永久', long: '长期', short: '短期' } as const;
export type Retention = keyof typeof retentionNames;
const retention = (title: string, more: object = { words: retentionNames }) =>
  Type.Unsafe<Retention>(Type.Enum(['permanent', 'long', 'short'], { title, ...more }));
/** As it is sent; what each is called is for the form of the rules. */
export const Retention = retention('保管期限', {});

const years = (title: string) =>
  Type.Union([Type.Integer({ minimum: 1, maximum: 200, unit: '年' }), Type.Null()], { title });

const OfCategory = Type.Object(
  {
    category: Type.String({ pattern: '^[0-9]{2}$', title: '类别（两位数字）' }),
    retention: retention('保管多久'),
    why: Type.String({ minLength: 2, maxLength: 200, title: '为什么' }),
  },
  { additionalProperties: false, title: '一类' },
);

/** For how long files 卷宗 are kept. No text fixes it for all: every default is ours [G]. */
export const DossierRules = Type.Object(
  {
    longYears: years('「长期」是多少年（没有定的空着）'),
    shortYears: years('「短期」是多少年（没有定的空着）'),
    usual: retention('下面没有列的类别，保管多久'),
    byCategory: Type.Array(OfCategory, { maxItems: 40, title: '另外定的类别' }),
  },
  {
    additionalProperties: false,
    title: '卷宗保管期限',
    description: '没有统一规定，这里的缺省都是永久。它只是建议，由归档的人定；到了期，系统也不删除。',
  },
);
export type DossierRules = Static<typeof DossierRules>;

export const defaultDossier: DossierRules = { longYears: null, shortYears: null, usual: 'permanent', byCategory: [] };
