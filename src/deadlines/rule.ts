import { type Static, Type } from 'typebox';

export const ClockUnit = Type.Union(
  [
    Type.Literal('sameDay'),
    Type.Literal('naturalDay'),
    Type.Literal('workingDay'),
    Type.Literal('month'),
    Type.Literal('hour'),
  ],
  { title: '单位' },
);
export type ClockUnit = Static<typeof ClockUnit>;

export const WarnBefore = Type.Object(
  {
    length: Type.Integer({ minimum: 0, maximum: 366, title: '提前' }),
    unit: Type.Union([Type.Literal('naturalDay'), Type.Literal('workingDay'), Type.Literal('hour')], { title: '单位' }),
  },
  { additionalProperties: false, title: '将到期提醒' },
);

/**
 * One time limit as data. Day, working-day and month limits end at 24:00 of their last day.
 * countFirstDay: the day it starts counts as day 1; for hours, the moment itself instead of the next full hour
 * (Supreme Court interpretation of the Civil Procedure Law, art. 125). sameDay always ends at 24:00 of its start day.
 * rollHoliday: a last day that is not worked moves to the next working day; hours never roll.
 */
export const ClockRule = Type.Object(
  {
    kind: Type.String({ minLength: 1, maxLength: 40 }),
    label: Type.String({ minLength: 1, maxLength: 40, title: '名称' }),
    length: Type.Integer({ minimum: 1, maximum: 8000, title: '时限' }),
    unit: ClockUnit,
    countFirstDay: Type.Boolean({ title: '当天算第1天' }),
    rollHoliday: Type.Boolean({ title: '末日逢休息日顺延' }),
    warnBefore: WarnBefore,
    basis: Type.String({ minLength: 1, maxLength: 300, title: '依据' }),
    status: Type.Union([Type.Literal('V'), Type.Literal('V2'), Type.Literal('G')], { title: '依据是否核实' }),
  },
  { additionalProperties: false },
);
export type ClockRule = Static<typeof ClockRule>;

const unitWords: Record<Exclude<ClockUnit, 'sameDay'>, string> = {
  naturalDay: '天',
  workingDay: '个工作日',
  month: '个月',
  hour: '小时',
};

/** '7个工作日', '1个月', '当天'. */
export const spokenLength = (length: number, unit: ClockUnit): string =>
  unit === 'sameDay' ? '当天' : `${length}${unitWords[unit]}`;
