import { type Static, Type } from 'typebox';

export const Retention = Type.Union(
  [
    Type.Literal('permanent', { title: '永久' }),
    Type.Literal('long', { title: '长期' }),
    Type.Literal('short', { title: '短期' }),
  ],
  { title: '保管多久' },
);
export type Retention = Static<typeof Retention>;

const years = (title: string) =>
  Type.Union([Type.Integer({ minimum: 1, maximum: 200, unit: '年' }), Type.Null()], { title });

/** For how long files 卷宗 are kept. No text fixes it for all: every default is ours [G]. */
export const DossierRules = Type.Object(
  {
    longYears: years('「长期」是多少年（没有定的空着）'),
    shortYears: years('「短期」是多少年（没有定的空着）'),
    usual: Type.Unsafe<Retention>({ ...Retention, title: '下面没有列的类别，保管多久' }),
    byCategory: Type.Array(
      Type.Object(
        {
          category: Type.String({ pattern: '^[0-9]{2}$', title: '类别（两位数字）' }),
          retention: Retention,
          why: Type.String({ minLength: 2, maxLength: 200, title: '为什么' }),
        },
        { additionalProperties: false, title: '一类' },
      ),
      { maxItems: 40, title: '另外定的类别' },
    ),
  },
  {
    additionalProperties: false,
    title: '卷宗保管期限',
    description: '没有统一规定，这里的缺省都是永久。它只是建议，由归档的人定；到了期，系统也不删除。',
  },
);
export type DossierRules = Static<typeof DossierRules>;

export const defaultDossier: DossierRules = { longYears: null, shortYears: null, usual: 'permanent', byCategory: [] };

export const retentionNames: Readonly<Record<Retention, string>> = { permanent: '永久', long: '长期', short: '短期' };

/** As it stands on the cover. */
export const retentionWords = ({ longYears, shortYears }: DossierRules): Readonly<Record<Retention, string>> => ({
  permanent: retentionNames.permanent,
  long: longYears === null ? retentionNames.long : `长期（${longYears}年）`,
  short: shortYears === null ? retentionNames.short : `短期（${shortYears}年）`,
});

export type Proposal = { proposed: Retention; why: string };

/** What the county keeps disputes of this category for, with the reason. Who files it away decides. */
export function proposeRetention({ usual, byCategory }: DossierRules, categoryCode: string): Proposal {
  const own = byCategory.find(({ category }) => category === categoryCode);
  if (own) return { proposed: own.retention, why: own.why };
  return { proposed: usual, why: `没有另外规定的都${retentionNames[usual]}保管。` };
}
