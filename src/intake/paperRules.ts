import { type Static, Type } from 'typebox';

/** Forms of paper for the days when the server is down. All of it is ours [G]. */
export const PaperRules = Type.Object(
  {
    padSize: Type.Integer({
      minimum: 5,
      maximum: 100,
      title: '一次预留几个编号',
      unit: '个',
      description: '印成一本空白登记表，每张带编号、二维码和给当事人的小票。',
    }),
    lateHours: Type.Integer({
      minimum: 1,
      maximum: 720,
      title: '收到后多久内补录不用说明原因',
      unit: '小时',
      description: '超过的要写一句为什么晚，留在办理记录里。',
    }),
  },
  { additionalProperties: false, title: '停机时的纸质登记' },
);
export type PaperRules = Static<typeof PaperRules>;

export const defaultPaper: PaperRules = { padSize: 20, lateHours: 24 };
