import { type Static, Type } from 'typebox';

/** What a county chooses about searching. Ten thousand last fours: whoever tries them one by one must be stopped [G]. */
export const SearchRules = Type.Object(
  {
    lastFourAnHour: Type.Integer({
      minimum: 5,
      maximum: 1000,
      title: '按后四位找，一小时最多几次',
      unit: '次',
      description: '按证件或电话后四位找，每次都留痕；一个人一小时超过这个次数，就先停下来。',
    }),
  },
  { additionalProperties: false, title: '查找' },
);
export type SearchRules = Static<typeof SearchRules>;

export const defaultSearch: SearchRules = { lastFourAnHour: 60 };
