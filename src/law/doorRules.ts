import { type Static, Type } from 'typebox';

/** What a county chooses of the doors of law. Switching one off hides our form and never the route. */
export const DoorRules = Type.Object(
  {
    off: Type.Array(Type.String({ pattern: '^[a-zA-Z]{3,40}$', title: '路的代号' }), {
      maxItems: 40,
      title: '不提供表格的路（路照样告诉当事人）',
    }),
    answerDays: Type.Integer({ minimum: 1, maximum: 60, title: '送出去几个工作日没有回音，就打电话问' }),
  },
  { additionalProperties: false, title: '走法律的门' },
);
export type DoorRules = Static<typeof DoorRules>;

export const defaultDoors: DoorRules = { off: [], answerDays: 5 };
