import { type Static, Type } from 'typebox';

/** Thresholds of triage and dispatch; every default is ours [G] except the ten people of the labor law. */
export const RoutingRules = Type.Object(
  {
    triage: Type.Object(
      {
        complexPeople: Type.Integer({ minimum: 2, title: '复杂：当事人数达到' }),
        complexAmountCents: Type.Integer({ minimum: 0, title: '复杂：金额达到（分）' }),
        simpleAmountCents: Type.Integer({ minimum: 0, title: '简单：金额不超过（分）' }),
      },
      { additionalProperties: false },
    ),
    dispatch: Type.Object(
      { undoMinutes: Type.Integer({ minimum: 0, maximum: 120, title: '分流后几分钟内可撤回' }) },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);
export type RoutingRules = Static<typeof RoutingRules>;
