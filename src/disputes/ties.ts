/** What may tie a mediator to a party 回避情形, as he declares it himself. */
export const ties = ['kinship', 'employer', 'community', 'represented', 'other'] as const;
export type Tie = (typeof ties)[number];

export const tieWords: Readonly<Record<Tie, { zh: string; en: string }>> = {
  kinship: { zh: '是亲属', en: 'kinship' },
  employer: { zh: '在同一个单位', en: 'the same employer' },
  community: { zh: '同村、同社区', en: 'the same village or community' },
  represented: { zh: '以前代理过', en: 'represented a party before' },
  other: { zh: '别的关系', en: 'something else' },
};
