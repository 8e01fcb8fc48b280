import { type Static, Type } from 'typebox';

const Time = (title: string) => Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', title });
const MonthDay = (title: string) =>
  Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', title, description: '月-日，例如 05-01' });

const Sessions = Type.Array(
  Type.Object({ from: Time('开始'), to: Time('结束') }, { additionalProperties: false, title: '一段' }),
  { minItems: 1, maxItems: 4, title: '每天的上班时间' },
);

/** The days on which a center is open although nobody else works. Explicit dates come on top of the pattern. */
const OnDuty = Type.Object(
  {
    centerId: Type.String({ minLength: 1, maxLength: 60, title: '值班中心' }),
    days: Type.Enum(['weekends', 'holidays', 'everyDay', 'dates'], {
      title: '哪些休息日值班',
      words: { weekends: '周末', holidays: '节假日', everyDay: '每天', dates: '只在写的日子' },
      description: '周末、节假日、每天，或者只在下面写的日子',
    }),
    dates: Type.Array(Type.String({ format: 'date' }), { maxItems: 120, title: '另外值班的日子' }),
  },
  { additionalProperties: false, title: '值班' },
);
export type OnDuty = Static<typeof OnDuty>;

/** When an office is open. Nobody has written this down for all counties: every default is ours [G]. */
export const OfficeHours = Type.Object(
  {
    sessions: Sessions,
    summer: Type.Optional(
      Type.Object(
        { from: MonthDay('从'), to: MonthDay('到'), sessions: Sessions },
        { additionalProperties: false, title: '夏季上班时间' },
      ),
    ),
    onDuty: Type.Array(OnDuty, { maxItems: 200, title: '值班中心' }),
  },
  { additionalProperties: false, title: '上班时间', description: '按小时算的时限、下班后算第二天都用它' },
);
export type OfficeHours = Static<typeof OfficeHours>;

export const defaultOfficeHours: OfficeHours = {
  sessions: [
    { from: '08:30', to: '12:00' },
    { from: '14:30', to: '18:00' },
  ],
  onDuty: [],
};
