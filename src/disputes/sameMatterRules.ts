import { type Static, Type } from 'typebox';

/** When two disputes may be one matter. All of it is ours [G]. */
export const SameMatterRules = Type.Object(
  {
    lookBackDays: Type.Integer({
      minimum: 7,
      maximum: 365,
      title: '只凭地点和经过，往回比对多久',
      description: '姓名、电话、证件对得上的，只要还在办就比对，不受这个天数限制。',
      unit: '天',
    }),
    closedDays: Type.Integer({ minimum: 0, maximum: 365, title: '办结多久以内的还拿来比对', unit: '天' }),
    likePercent: Type.Integer({
      minimum: 20,
      maximum: 90,
      title: '经过有多少字句相同，算相似',
      description: '两段经过里，较短的那段有多少两字词在另一段里也有。',
      unit: '%',
    }),
  },
  { additionalProperties: false, title: '可能是同一件事' },
);
export type SameMatterRules = Static<typeof SameMatterRules>;

export const defaultSameMatterRules: SameMatterRules = { lookBackDays: 60, closedDays: 90, likePercent: 40 };
