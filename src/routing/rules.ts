import { type Static, Type } from 'typebox';
import { say } from '../law/say.ts';

/** 派单异议: how a unit says that a matter is not its own, and what is made of it. All of it is ours [G]. */
export const CourtRules = Type.Object(
  {
    sendBackWithin: Type.Object(
      {
        length: Type.Integer({ minimum: 1, maximum: 240, title: '几个' }),
        unit: Type.Union([Type.Literal('workingHour'), Type.Literal('hour'), Type.Literal('workingDay')], {
          title: '单位',
        }),
      },
      {
        additionalProperties: false,
        title: '收到后多久内可以退回',
        description: `从分流（转办）那一刻起算，过了就只能请中心转办或者提级。没有统一规定；可参照的只有${say('petitionObjection')}。`,
      },
    ),
    needsRuling: Type.Boolean({
      title: '退回的由裁定岗裁定',
      description: '选「否」时，退回的直接回到分流岗，由分流岗重新分流。',
    }),
    final: Type.Boolean({
      title: '裁定后不能再退回',
      description: '裁定给谁，谁就不能再退回；办不了的可以提级，或者请中心转办。',
    }),
    smallNumber: Type.Integer({
      minimum: 1,
      maximum: 1000,
      title: '少于多少件不算比率',
      unit: '件',
      description: '件数少的类别和单位只列件数，不算百分比、不比较。',
    }),
  },
  { additionalProperties: false, title: '派单异议' },
);
export type CourtRules = Static<typeof CourtRules>;

/** Thresholds of triage and dispatch; every default is ours [G] except the ten people of the labor law. */
export const RoutingRules = Type.Object(
  {
    triage: Type.Object(
      {
        complexPeople: Type.Integer({ minimum: 2, title: '复杂：当事人数达到', unit: '人' }),
        complexAmountCents: Type.Integer({ minimum: 0, title: '复杂：金额达到', unit: 'cents' }),
        simpleAmountCents: Type.Integer({ minimum: 0, title: '简单：金额不超过', unit: 'cents' }),
      },
      { additionalProperties: false, title: '研判' },
    ),
    dispatch: Type.Object(
      { undoMinutes: Type.Integer({ minimum: 0, maximum: 120, title: '分流后多久内可撤回', unit: '分钟' }) },
      { additionalProperties: false, title: '分流' },
    ),
    court: CourtRules,
  },
  { additionalProperties: false },
);
export type RoutingRules = Static<typeof RoutingRules>;
