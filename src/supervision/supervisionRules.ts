import { type Static, Type } from 'typebox';

/** Who hears of a rung besides those who must answer. Each word becomes the viewer keys of one notice. */
export const RungEar = Type.Union(
  [
    Type.Literal('unitHead', { title: '单位负责人' }),
    Type.Literal('handler', { title: '承办人' }),
    Type.Literal('supervisor', { title: '督办岗' }),
    Type.Literal('centerLeader', { title: '中心主任' }),
    Type.Literal('politicalLegalMember', { title: '政法委员（分管领导）' }),
    Type.Literal('superiorSupervisor', { title: '上级中心督办岗' }),
    Type.Literal('superiorLeader', { title: '上级中心主任' }),
  ],
  { title: '告诉谁' },
);
export type RungEar = Static<typeof RungEar>;

export const RungAct = Type.Union(
  [
    Type.Literal('notice', { title: '发督办单' }),
    Type.Literal('copy', { title: '抄送分管领导' }),
    Type.Literal('secondNotice', { title: '再发一次督办单（前一次没回复或没见效）' }),
    Type.Literal('interviewList', { title: '列入约谈通报名单' }),
  ],
  { title: '做什么' },
);
export type RungAct = Static<typeof RungAct>;

const LadderRung = Type.Object(
  {
    afterDays: Type.Integer({ minimum: 0, maximum: 90, title: '逾期几天' }),
    unit: Type.Union(
      [Type.Literal('naturalDay', { title: '自然日' }), Type.Literal('workingDay', { title: '工作日' })],
      { title: '按哪种天' },
    ),
    what: RungAct,
    tell: Type.Array(RungEar, { maxItems: 7, uniqueItems: true, title: '告诉谁' }),
    label: Type.String({ minLength: 2, maxLength: 30, title: '名称' }),
  },
  { additionalProperties: false, title: '一级' },
);
export type LadderRung = Static<typeof LadderRung>;

/**
 * What happens to a clock that is over its time. No regulation of the province names these days: all of it is ours [G]
 * (三明's three slips and a hotline's second reminder were the models), to be chosen by each county.
 */
export const SupervisionRules = Type.Object(
  {
    ladder: Type.Array(LadderRung, {
      maxItems: 12,
      title: '逾期以后一级一级怎么督办',
      description: '没有统一规定，各级都由本地定。同一件事做到哪一级，督办单上写「第几次督办」。',
    }),
    workingTimeOnly: Type.Boolean({
      title: '提醒和督办只在上班时间发出',
      description: '标为紧急的时限不等上班。',
    }),
    docWord: Type.String({
      maxLength: 12,
      title: '发文代字',
      description: '督办单编号里的字，例如「迎综督」。空着就按中心名称取。',
    }),
  },
  { additionalProperties: false, title: '督办' },
);
export type SupervisionRules = Static<typeof SupervisionRules>;

export const defaultSupervision: SupervisionRules = {
  ladder: [
    {
      afterDays: 1,
      unit: 'naturalDay',
      what: 'notice',
      tell: ['unitHead', 'handler', 'supervisor'],
      label: '发督办单',
    },
    {
      afterDays: 3,
      unit: 'naturalDay',
      what: 'copy',
      tell: ['centerLeader', 'politicalLegalMember'],
      label: '抄送分管领导',
    },
    {
      afterDays: 5,
      unit: 'naturalDay',
      what: 'secondNotice',
      tell: ['unitHead', 'handler', 'supervisor', 'centerLeader'],
      label: '再次督办',
    },
    {
      afterDays: 7,
      unit: 'naturalDay',
      what: 'interviewList',
      tell: ['centerLeader', 'superiorSupervisor'],
      label: '列入约谈通报名单',
    },
  ],
  workingTimeOnly: true,
  docWord: '',
};
